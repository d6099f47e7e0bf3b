import type { LedgerColumn } from '../../collection/ledger/read-ledger.ts';
import { fold } from '../text/fold.ts';

/** The single values of a column's texts, which hold a value a line; kept as long as the column. */
export interface ColumnValues {
  /** The values of a code. */
  of(code: number): readonly string[];
  /** All values, each once. */
  readonly names: readonly string[];
  /** How often each of `names` stands, where `counts` says how often each code does. */
  totals(counts: Uint32Array): Uint32Array;
  /** For each code, 1 where `fits` accepts one of its values. */
  codesWhere(fits: (value: string, folded: string) => boolean): Uint8Array;
  /** For each code, 1 where one of its values, folded, holds a folded text. */
  codesHolding(text: string): Uint8Array;
  /** True where one of the values of a code, folded, holds a folded text: for a few codes, where looking through all costs more. */
  holds(code: number, text: string): boolean;
}

/** Parts texts from each other, which part their values by line breaks: no character, and it folds to itself. */
const BETWEEN = '\uffff';

export function columnValues(column: LedgerColumn): ColumnValues {
  const values: (readonly string[])[] = [];
  // All texts folded as one: to look through it costs less than to look into each.
  const all = { text: '', starts: [] as number[] };
  const valuesOf = (code: number): readonly string[] => {
    values[code] ??= (column.texts[code] ?? '').split('\n');
    return values[code] ?? [];
  };
  // The numbers of each code's values in `names`: counting by them makes nothing but one array of numbers.
  const names: string[] = [];
  const numberOf = new Map<string, number>();
  const numbers: (readonly number[])[] = [];
  const numberAll = (): void => {
    for (let code = numbers.length; code < column.texts.length; code += 1)
      numbers.push(
        valuesOf(code).map((value) => {
          const number = numberOf.get(value) ?? names.push(value) - 1;
          numberOf.set(value, number);
          return number;
        }),
      );
  };
  const bringUpToDate = (): void => {
    const { starts } = all;
    if (starts.length === column.texts.length) return;
    const added = column.texts.slice(starts.length);
    let end = all.text.length;
    for (const text of added) {
      starts.push(end);
      end += text.length + 1;
    }
    all.text += fold(added.join(BETWEEN) + BETWEEN);
  };
  const foldedOf = (code: number): string =>
    all.text.slice(all.starts[code], (all.starts[code + 1] ?? all.text.length) - 1);
  return {
    of: valuesOf,
    names,
    totals: (counts) => {
      numberAll();
      const totals = new Uint32Array(names.length);
      for (let code = 0; code < counts.length; code += 1) {
        const found = counts[code] ?? 0;
        const own = numbers[code];
        if (found === 0 || own === undefined) continue;
        for (let at = 0; at < own.length; at += 1) {
          const number = own[at] ?? 0;
          totals[number] = (totals[number] ?? 0) + found;
        }
      }
      return totals;
    },
    codesWhere: (fits) => {
      bringUpToDate();
      const codes = new Uint8Array(column.texts.length);
      for (let code = 0; code < codes.length; code += 1) {
        const parts = foldedOf(code).split('\n');
        if (valuesOf(code).some((value, at) => fits(value, parts[at] ?? ''))) codes[code] = 1;
      }
      return codes;
    },
    holds: (code, text) => {
      bringUpToDate();
      return foldedOf(code).includes(text);
    },
    codesHolding: (text) => {
      bringUpToDate();
      const { starts } = all;
      const codes = new Uint8Array(column.texts.length);
      let code = 0;
      for (let at = all.text.indexOf(text); at >= 0; at = all.text.indexOf(text, starts[code + 1] ?? all.text.length)) {
        code = codeAt(starts, at, code);
        codes[code] = 1;
        if (code + 1 === codes.length) break;
      }
      return codes;
    },
  };
}

/** The code, from `from` on, in whose text a place is. */
function codeAt(starts: readonly number[], place: number, from: number): number {
  let low = from;
  for (let high = starts.length - 1; low < high; ) {
    const middle = (low + high + 1) >>> 1;
    if ((starts[middle] ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}
