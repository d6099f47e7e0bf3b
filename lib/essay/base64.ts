/** The bytes that a base64 text stands for, or null when it is not base64. */
export function bytesOfBase64(base64: string): Uint8Array<ArrayBuffer> | null {
  let binary: string;
  try {
    binary = atob(base64);
  } catch {
    return null;
  }
  // A loop, since `Uint8Array.from` with a function takes seconds on 20 MB.
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
  return bytes;
}

/** Bytes as base64, in pieces that `String.fromCharCode` takes. */
export function base64OfBytes(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += PIECE) parts.push(String.fromCharCode(...bytes.subarray(at, at + PIECE)));
  return btoa(parts.join(''));
}

/** Arguments that a call takes in any engine. */
const PIECE = 32_768;
