import { type CodeTable, createCodeTable, fillCodeTable } from './code-table.ts';
import { DamagedError } from './damaged.ts';
import { type PackedBytes, peekBits } from './packed-bytes.ts';

/** The codes of a block: of literals and lengths, and of distances. */
export interface BlockCodes {
  readonly literals: CodeTable;
  readonly distances: CodeTable;
  /** The code that the lengths of the others are written in. */
  readonly lengths: CodeTable;
}

/** Codes that are filled anew for each block. */
export const createBlockCodes = (): BlockCodes => ({
  literals: createCodeTable(),
  distances: createCodeTable(),
  lengths: createCodeTable(),
});

/** The lengths of the codes that are told by no block (RFC 1951, 3.2.6). */
const fixedLiterals = Uint8Array.from({ length: 288 }, (_, n) => (n < 144 ? 8 : n < 256 ? 9 : n < 280 ? 7 : 8));
const fixedDistances = new Uint8Array(30).fill(5);

/** Fills in the codes that every program knows. */
export function fillFixedCodes({ literals, distances }: BlockCodes): void {
  fillCodeTable(literals, fixedLiterals);
  fillCodeTable(distances, fixedDistances);
}

/** The order in which lengths of the first code stand (RFC 1951, 3.2.7). */
const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/** How often a symbol of the first code repeats a length: its bits, and at least how often. */
const repeats: Readonly<Record<number, { readonly bits: number; readonly least: number }>> = {
  16: { bits: 2, least: 3 },
  17: { bits: 3, least: 3 },
  18: { bits: 7, least: 11 },
};

/** Reads the codes that a block begins with and goes on behind them; false, and stays, where its bytes are not all there yet. */
export function readBlockCodes(codes: BlockCodes, packed: PackedBytes): boolean {
  const most = packed.length * 8;
  let at = packed.at;
  const take = (bits: number): number => {
    const value = peekBits(packed, at) & ((1 << bits) - 1);
    at += bits;
    return value;
  };
  const literals = take(5) + 257;
  const distances = take(5) + 1;
  const told = take(4) + 4;
  const first = new Uint8Array(ORDER.length);
  for (const place of ORDER.slice(0, told)) first[place] = take(3);
  if (at > most) return false;
  fillCodeTable(codes.lengths, first);
  const { entries, bits } = codes.lengths;
  const all = new Uint8Array(literals + distances);
  for (let n = 0; n < all.length; ) {
    const entry = entries[peekBits(packed, at) & ((1 << bits) - 1)] ?? 0;
    at += entry & 15;
    const symbol = entry >> 4;
    const repeat = repeats[symbol];
    const times = repeat === undefined ? 1 : repeat.least + take(repeat.bits);
    if (at > most || (entry === 0 && most - at < bits)) return false;
    const value = symbol < 16 ? symbol : symbol === 16 ? all[n - 1] : 0;
    if (entry === 0 || value === undefined || n + times > all.length) throw new DamagedError();
    all.fill(value, n, n + times);
    n += times;
  }
  fillCodeTable(codes.literals, all.subarray(0, literals));
  fillCodeTable(codes.distances, all.subarray(literals));
  packed.at = at;
  return true;
}
