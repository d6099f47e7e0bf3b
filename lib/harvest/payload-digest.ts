/** Letters of base32 (RFC 4648, 6). */
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** SHA-1 of a page's bytes in base32, as archives' indexes name them. */
export async function payloadDigest(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-1', bytes));
  const bits = [...digest].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return bits.replace(/.{5}/g, (five) => LETTERS.charAt(Number.parseInt(five, 2)));
}
