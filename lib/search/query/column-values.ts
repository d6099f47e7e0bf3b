import type { LedgerColumn } from '../../collection/ledger/read-ledger.ts';
import { fold } from '../text/fold.ts';

/** The single values of a column's texts, which hold a value a line; kept as long as the column. */
export interface ColumnValues {
  /** The values of a code. */
  of(code: number): readonly string[];
  /** For each code, 1 where `fits` accepts one of its values. */
  codesWhere(fits: (value: string, folded: string) => boolean): Uint8Array;
}

interface Known {
  readonly values: readonly string[];
  readonly folded: readonly string[];
}

export function columnValues(column: LedgerColumn): ColumnValues {
  const known: Known[] = [];
  const read = (code: number): Known => {
    const found = known[code];
    if (found !== undefined) return found;
    const values = (column.texts[code] ?? '').split('\n');
    const made = { values, folded: values.map(fold) };
    known[code] = made;
    return made;
  };
  return {
    of: (code) => read(code).values,
    codesWhere: (fits) =>
      Uint8Array.from(column.texts, (_, code) => {
        const { values, folded } = read(code);
        return values.some((value, at) => fits(value, folded[at] ?? '')) ? 1 : 0;
      }),
  };
}
