/**
 * SHA-256 of bytes, lower-case hex.
 * Needs a secure context: the background, an extension page or Node. A content script on an http: page has no digests.
 */
export async function sha256Hex(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
