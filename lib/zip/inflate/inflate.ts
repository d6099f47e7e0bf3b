import { type BlockCodes, createBlockCodes, fillFixedCodes, readBlockCodes } from './block-codes.ts';
import { DamagedError } from './damaged.ts';
import { createPackedBytes, type PackedBytes, peekBits } from './packed-bytes.ts';

/** How far back a copy may begin (RFC 1951, 2). */
const REACH = 32 * 1024;
/** Bytes of the longest copy. */
const LONGEST = 258;
/** Bytes that are unpacked between two times that they are handed on. */
const ROOM = 64 * 1024;

/** Extra bits and the least value of each symbol of a length, from 257 on, and of a distance (RFC 1951, 3.2.5). */
const lengthBits = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const distanceBits = [0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13];
const leastOf = (bits: readonly number[], least: number): readonly number[] =>
  bits.map((_, n) => bits.slice(0, n).reduce((sum, one) => sum + 2 ** one, least));
const leastLengths = [...leastOf(lengthBits, 3).slice(0, -1), LONGEST];
const leastDistances = leastOf(distanceBits, 1);

/** Unpacks deflated bytes (RFC 1951) as they come, one stream after another, in memory of its own that it uses again. */
export interface Inflater {
  /** The packed bytes: whoever unpacks adds to them, and may read what stands between two streams. */
  readonly packed: PackedBytes;
  /** Begins another stream where the bytes are at. */
  readonly begin: () => void;
  /** Unpacks what is there; true at the end of the stream. Throws a `DamagedError` where it is damaged. */
  readonly run: () => boolean;
}

/** An inflater that hands on what it unpacked by `onPiece`. */
export function createInflater(onPiece: (piece: Uint8Array<ArrayBuffer>) => void): Inflater {
  const packed = createPackedBytes();
  const codes = createBlockCodes();
  const out = new Uint8Array(REACH + ROOM);
  // `at` and `told` are places in `out`, `reach` the bytes before `at` that are of this stream, `stored` those left of a block that is not packed.
  const state = { at: 0, told: 0, reach: 0, block: 'none' as 'none' | 'stored' | 'codes', last: false, stored: 0 };

  const tell = (): void => {
    if (state.at > state.told) onPiece(out.slice(state.told, state.at));
    const from = Math.max(0, state.at - REACH);
    if (from > 0) out.copyWithin(0, from, state.at);
    state.at -= from;
    state.told = state.at;
  };
  const begin = (): void => {
    Object.assign(state, { at: 0, told: 0, reach: 0, block: 'none', last: false, stored: 0 });
  };
  const copyStored = (): boolean => {
    while (state.stored > 0) {
      const from = packed.at >> 3;
      const count = Math.min(state.stored, packed.length - from, out.length - state.at);
      out.set(packed.bytes.subarray(from, from + count), state.at);
      packed.at += count * 8;
      Object.assign(state, { at: state.at + count, stored: state.stored - count, reach: state.reach + count });
      if (state.at === out.length) tell();
      else if (state.stored > 0) return false;
    }
    return true;
  };
  const copyCoded = (): boolean => {
    for (;;) {
      const before = state.at;
      const outcome = unpackCodes(codes, packed, out, state.at, state.reach);
      state.at = outcome.at;
      state.reach += outcome.at - before;
      if (outcome.stopped !== 'full') return outcome.stopped === 'end';
      tell();
    }
  };
  const beginBlock = (): boolean => {
    if (packed.at + 3 > packed.length * 8) return false;
    const kind = (peekBits(packed, packed.at) >> 1) & 3;
    const last = (peekBits(packed, packed.at) & 1) === 1;
    const before = packed.at;
    packed.at += 3;
    if (kind === 3) throw new DamagedError();
    if (kind === 1) fillFixedCodes(codes);
    const stored = kind === 0 ? storedLength(packed) : 0;
    if (stored === null || (kind === 2 && !readBlockCodes(codes, packed))) {
      packed.at = before;
      return false;
    }
    Object.assign(state, { last, stored, block: kind === 0 ? 'stored' : 'codes' });
    return true;
  };
  const run = (): boolean => {
    for (;;) {
      if (state.block === 'none' && !beginBlock()) break;
      if (!(state.block === 'stored' ? copyStored() : copyCoded())) break;
      state.block = 'none';
      if (!state.last) continue;
      packed.at = (packed.at + 7) & ~7;
      tell();
      return true;
    }
    tell();
    return false;
  };
  return { packed, begin, run };
}

/** The length of a block that is not packed, which stands from the next whole byte on, once as it is and once turned round; null where it is not there yet. */
function storedLength(packed: PackedBytes): number | null {
  const at = (packed.at + 7) >> 3;
  if (at + 4 > packed.length) return null;
  const [low = 0, high = 0, lowTurned = 0, highTurned = 0] = packed.bytes.subarray(at, at + 4);
  if (low !== (lowTurned ^ 0xff) || high !== (highTurned ^ 0xff)) throw new DamagedError();
  packed.at = (at + 4) * 8;
  return low | (high << 8);
}

/** Why unpacking stopped: at the end of the block, for want of room, or for want of bytes. */
type Stopped = 'end' | 'full' | 'more';

/** Unpacks symbol by symbol; a symbol that is not all there yet is read again when more has come. `reach` bytes before `from` are of the same stream. */
function unpackCodes(
  { literals, distances }: BlockCodes,
  packed: PackedBytes,
  out: Uint8Array,
  from: number,
  reach: number,
): { readonly at: number; readonly stopped: Stopped } {
  const most = packed.length * 8;
  const literalMask = (1 << literals.bits) - 1;
  const distanceMask = (1 << distances.bits) - 1;
  let at = from;
  // Where the next symbol stands, and how far it was read.
  let [before, bit] = [packed.at, packed.at];
  const stop = (stopped: Stopped): { readonly at: number; readonly stopped: Stopped } => {
    packed.at = before;
    return { at, stopped };
  };
  const missing = (): { readonly at: number; readonly stopped: Stopped } => {
    if (most - before >= FARTHEST) throw new DamagedError();
    return stop('more');
  };
  for (; at + LONGEST <= out.length; before = bit) {
    const entry = literals.entries[peekBits(packed, bit) & literalMask] as number;
    bit += entry & 15;
    if (entry === 0) return missing();
    if (bit > most) return stop('more');
    const symbol = entry >> 4;
    if (symbol < 256) {
      out[at] = symbol;
      at += 1;
      continue;
    }
    if (symbol === 256) {
      before = bit;
      return stop('end');
    }
    const extra = lengthBits[symbol - 257];
    if (extra === undefined) return missing();
    const length = (leastLengths[symbol - 257] as number) + (peekBits(packed, bit) & ((1 << extra) - 1));
    bit += extra;
    const far = distances.entries[peekBits(packed, bit) & distanceMask] as number;
    bit += far & 15;
    const more = distanceBits[far >> 4];
    if (far === 0 || more === undefined) return missing();
    const distance = (leastDistances[far >> 4] as number) + (peekBits(packed, bit) & ((1 << more) - 1));
    bit += more;
    if (bit > most) return stop('more');
    if (distance > reach + at - from) throw new DamagedError();
    for (const end = at + length; at < end; at += 1) out[at] = out[at - distance] as number;
  }
  return stop('full');
}

/** Bits of the longest symbol: a code and extra bits of a length, a code and extra bits of a distance. */
const FARTHEST = 15 + 5 + 15 + 13;
