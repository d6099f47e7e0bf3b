/**
 * MD5 of bytes, lower-case hex (RFC 1321): Zotero names files by it, and browsers' own digests have it not. No fixity of ours rests
 * on it.
 */
export function md5Hex(bytes: Uint8Array): string {
  const state = new Uint32Array([0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476]);
  const whole = bytes.length - (bytes.length % BLOCK);
  const words = new Uint32Array(BLOCK / 4);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at < whole; at += BLOCK) mix(state, words, view, at);
  const rest = padded(bytes, whole);
  const last = new DataView(rest.buffer);
  for (let at = 0; at < rest.length; at += BLOCK) mix(state, words, last, at);
  const digest = new DataView(new ArrayBuffer(16));
  for (const [n, word] of state.entries()) digest.setUint32(n * 4, word, true);
  return Array.from(new Uint8Array(digest.buffer), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Bytes that are mixed in at a time. */
const BLOCK = 64;

/** The last bytes, a bit, zeros, and the length in bits (section 3.1 and 3.2). */
function padded(bytes: Uint8Array, from: number): Uint8Array<ArrayBuffer> {
  const rest = bytes.subarray(from);
  const out = new Uint8Array(rest.length + 9 > BLOCK ? 2 * BLOCK : BLOCK);
  out.set(rest);
  out[rest.length] = 0x80;
  const view = new DataView(out.buffer);
  view.setUint32(out.length - 8, (bytes.length << 3) >>> 0, true);
  view.setUint32(out.length - 4, Math.floor(bytes.length / 0x20000000), true);
  return out;
}

/** How far each step turns a sum (section 3.4). */
const turns = [
  [7, 12, 17, 22],
  [5, 9, 14, 20],
  [4, 11, 16, 23],
  [6, 10, 15, 21],
] as const;
/** The integer parts of 4294967296 times abs(sin(n)), n from 1 in radians (section 3.4). */
const sines = Uint32Array.from({ length: BLOCK }, (_, n) => Math.floor(Math.abs(Math.sin(n + 1)) * 2 ** 32));

function mix(state: Uint32Array, words: Uint32Array, view: DataView, at: number): void {
  for (let n = 0; n < words.length; n += 1) words[n] = view.getUint32(at + n * 4, true);
  let [a = 0, b = 0, c = 0, d = 0] = state;
  for (let n = 0; n < BLOCK; n += 1) {
    const round = n >> 4;
    const [f, word] = step(round, n, b, c, d);
    const sum = (a + f + (sines[n] ?? 0) + (words[word] ?? 0)) | 0;
    const turn = turns[round as 0 | 1 | 2 | 3][(n & 3) as 0 | 1 | 2 | 3];
    a = d;
    d = c;
    c = b;
    b = (b + ((sum << turn) | (sum >>> (32 - turn)))) | 0;
  }
  for (const [n, word] of [a, b, c, d].entries()) state[n] = ((state[n] ?? 0) + word) | 0;
}

/** The function of a round, and which word goes in. */
function step(round: number, n: number, b: number, c: number, d: number): readonly [number, number] {
  if (round === 0) return [(b & c) | (~b & d), n];
  if (round === 1) return [(d & b) | (~d & c), (5 * n + 1) & 15];
  if (round === 2) return [b ^ c ^ d, (3 * n + 5) & 15];
  return [c ^ (b | ~d), (7 * n) & 15];
}
