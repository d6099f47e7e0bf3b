/** Bytes that may be read beyond the last one: what they hold decides nothing. */
const MARGIN = 8;
/** Bytes that are held without growing: a piece of 64 kB and what was left of the one before it. */
const USUAL = 72 * 1024;

/** Packed bytes as they come, read by bits. What was read is let go of when more comes, so that one stretch of memory does for a file of any size. */
export interface PackedBytes {
  bytes: Uint8Array<ArrayBuffer>;
  /** Bytes at hand, from the beginning. */
  length: number;
  /** The next bit. */
  at: number;
}

/** No bytes yet. */
export const createPackedBytes = (): PackedBytes => ({ bytes: new Uint8Array(USUAL + MARGIN), length: 0, at: 0 });

/** Adds bytes at the end. */
export function addPacked(packed: PackedBytes, more: Uint8Array): void {
  const from = packed.at >> 3;
  const left = packed.length - from;
  const needed = left + more.length + MARGIN;
  if (needed <= packed.bytes.length) packed.bytes.copyWithin(0, from, packed.length);
  else {
    const grown = new Uint8Array(Math.max(needed, packed.bytes.length * 2));
    grown.set(packed.bytes.subarray(from, packed.length));
    packed.bytes = grown;
  }
  packed.bytes.set(more, left);
  packed.length = left + more.length;
  packed.at &= 7;
}

/** The next bits, up to sixteen of them and some more above, without going on. */
export function peekBits({ bytes }: PackedBytes, at: number): number {
  const from = at >> 3;
  return (
    ((bytes[from] as number) | ((bytes[from + 1] as number) << 8) | ((bytes[from + 2] as number) << 16)) >> (at & 7)
  );
}
