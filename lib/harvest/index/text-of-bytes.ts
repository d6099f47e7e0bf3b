/**
 * Text of an index's bytes as they come in. They ought to be ASCII; some indexes write letters of an address as they are, in UTF-8
 * or, as crawled, in GBK: what is no UTF-8 becomes escapes, so that the address stays what it was.
 */
export function createByteText(): (chunk: Uint8Array) => string {
  const state = { held: new Uint8Array(0) };
  return (chunk) => {
    const bytes = joined(state.held, chunk);
    const end = endOfWhole(bytes);
    state.held = bytes.slice(end);
    const whole = bytes.subarray(0, end);
    try {
      // Two bytes of GBK may be a letter in UTF-8 as well (`图` is U+037C): whoever folds the address tells which.
      return utf8.decode(whole).replace(/[\x80-\u07ff]/g, encodeURIComponent);
    } catch {
      return escaped(whole);
    }
  };
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });

function joined(one: Uint8Array, other: Uint8Array): Uint8Array {
  if (one.length === 0) return other;
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}

/** Where the last letter that is whole ends: at most three bytes of one that is not may stand behind it. */
function endOfWhole(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

const escaped = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : `%${byte.toString(16).toUpperCase()}`)).join(
    '',
  );
