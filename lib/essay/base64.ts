/** What newer engines bring along (TC39, "ArrayBuffer to/from base64"; Chrome 140, Firefox 133): a hundred times as fast on 20 MB. */
interface NativeBase64 {
  readonly fromBase64?: (base64: string) => Uint8Array<ArrayBuffer>;
}
interface ToBase64 {
  readonly toBase64?: () => string;
}

/** The bytes that a base64 text stands for, or null when it is not base64. */
export function bytesOfBase64(base64: string): Uint8Array<ArrayBuffer> | null {
  const native = Uint8Array as NativeBase64;
  try {
    if (native.fromBase64 !== undefined) return native.fromBase64(base64);
    const binary = atob(base64);
    // A loop, since `Uint8Array.from` with a function takes seconds on 20 MB.
    const bytes = new Uint8Array(binary.length);
    for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
    return bytes;
  } catch {
    return null;
  }
}

/** Bytes as base64, in pieces that `String.fromCharCode` takes. */
export function base64OfBytes(bytes: Uint8Array): string {
  const native = (bytes as ToBase64).toBase64?.();
  if (native !== undefined) return native;
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += PIECE) parts.push(String.fromCharCode(...bytes.subarray(at, at + PIECE)));
  return btoa(parts.join(''));
}

/** Arguments that a call takes in any engine. */
const PIECE = 32_768;
