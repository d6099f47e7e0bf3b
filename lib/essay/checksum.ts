/*
 * Checksums against bytes that changed on the disk, not against anyone who means harm: quick enough for what is read at each
 * search. Each step is a bijection of the sum, so that a single word that changed always shows; several that did are missed
 * once in 2^32.
 */

/** 2^32 by the golden ratio, odd: D. Knuth's multiplicative hashing. */
const MULTIPLIER = 0x9e3779b1;

const step = (sum: number, word: number): number => {
  const mixed = sum ^ word;
  return Math.imul((mixed << 13) | (mixed >>> 19), MULTIPLIER);
};

/** The checksum of bytes, a number of 32 bits; `sum` goes on from an earlier one. */
export function checksumOfBytes(bytes: Uint8Array, sum = 0): number {
  // Words can be read at once where the bytes stand at the beginning of one: others are copied there.
  const { buffer, byteOffset, byteLength } = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const words = new Uint32Array(buffer, byteOffset, Math.floor(byteLength / 4));
  let mixed = step(sum, byteLength);
  // By index: an iterator takes six times as long, and a search reads megabytes.
  for (let at = 0; at < words.length; at += 1) mixed = step(mixed, words[at] ?? 0);
  for (let at = words.length * 4; at < byteLength; at += 1) mixed = step(mixed, bytes[at] ?? 0);
  return mixed >>> 0;
}

/** The checksum of a text's UTF-16 units. */
export function checksumOfText(text: string, sum = 0): number {
  let mixed = step(sum, text.length);
  for (let at = 0; at < text.length; at += 1) mixed = step(mixed, text.charCodeAt(at));
  return mixed >>> 0;
}

/** The checksum of numbers, each as the eight bytes of a double. */
export const checksumOfNumbers = (numbers: Float64Array, sum = 0): number =>
  checksumOfBytes(new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength), sum);
