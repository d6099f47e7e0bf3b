import type { LedgerColumn } from '../../collection/ledger/read-ledger.ts';
import { fold } from '../text/fold.ts';

/** The single values of a column's texts, which hold a value a line; kept as long as the column. */
export interface ColumnValues {
  /** The values of a code. */
  of(code: number): readonly string[];
  /** True when one of the values of a code, folded, holds a folded text. */
  holds(code: number, text: string): boolean;
  /** For each code, 1 where `fits` accepts one of its values. */
  codesWhere(fits: (value: string, folded: string) => boolean): Uint8Array;
}

export function columnValues(column: LedgerColumn): ColumnValues {
  const values: (readonly string[])[] = [];
  // Folding keeps the line breaks between values, and no text that is looked for holds one.
  const folded: string[] = [];
  const valuesOf = (code: number): readonly string[] => {
    values[code] ??= (column.texts[code] ?? '').split('\n');
    return values[code] ?? [];
  };
  const foldedOf = (code: number): string => {
    folded[code] ??= fold(column.texts[code] ?? '');
    return folded[code] ?? '';
  };
  return {
    of: valuesOf,
    holds: (code, text) => foldedOf(code).includes(text),
    codesWhere: (fits) => {
      const codes = new Uint8Array(column.texts.length);
      for (let code = 0; code < codes.length; code += 1) {
        const parts = foldedOf(code).split('\n');
        if (valuesOf(code).some((value, at) => fits(value, parts[at] ?? ''))) codes[code] = 1;
      }
      return codes;
    },
  };
}
