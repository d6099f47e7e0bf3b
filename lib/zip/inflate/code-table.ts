import { DamagedError } from './damaged.ts';

/** Bits of the longest code (RFC 1951, 3.2.7). */
const LONGEST = 15;

/**
 * A prefix code, looked up by its next bits: each entry has the symbol above the four bits that tell how long its code is; 0 where no code begins
 * so. One table is filled again for every block, since blocks of small files would leave hundreds of kilobytes each behind.
 */
export interface CodeTable {
  readonly entries: Uint16Array;
  /** Bits of the longest code that is used. */
  bits: number;
}

/** A table that has no codes yet. */
export const createCodeTable = (): CodeTable => ({ entries: new Uint16Array(1 << LONGEST), bits: 0 });

/** How many codes there are of each length, and the next one of each: both are counted anew each time. */
const counts = new Uint16Array(LONGEST + 1);
const next = new Uint16Array(LONGEST + 1);

/** Fills a table with the code of these lengths, a symbol each, 0 for one that is not used (RFC 1951, 3.2.2). Throws where they make none. */
export function fillCodeTable(table: CodeTable, lengths: Uint8Array): void {
  counts.fill(0);
  for (let symbol = 0; symbol < lengths.length; symbol += 1) countOne(lengths[symbol] as number);
  counts[0] = 0;
  let bits = 0;
  for (let length = 1, code = 0; length <= LONGEST; length += 1) {
    next[length] = code;
    code += counts[length] ?? 0;
    if (code > 1 << length) throw new DamagedError();
    if ((counts[length] ?? 0) > 0) bits = length;
    code *= 2;
  }
  table.bits = bits;
  table.entries.fill(0, 0, 1 << bits);
  for (let symbol = 0; symbol < lengths.length; symbol += 1) {
    const length = lengths[symbol] as number;
    if (length === 0) continue;
    const code = next[length] ?? 0;
    next[length] = code + 1;
    const entry = (symbol << 4) | length;
    for (let at = reversed(code, length); at < 1 << bits; at += 1 << length) table.entries[at] = entry;
  }
}

function countOne(length: number): void {
  counts[length] = (counts[length] as number) + 1;
}

/** Codes are packed from their highest bit on, all else from the lowest. */
function reversed(code: number, length: number): number {
  let left = code;
  let result = 0;
  for (let bit = 0; bit < length; bit += 1) {
    result = (result << 1) | (left & 1);
    left >>= 1;
  }
  return result;
}
