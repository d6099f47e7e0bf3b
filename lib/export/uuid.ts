/** A UUID made of a digest (RFC 9562, version 8): the same bytes have the same name. `sha256` is lower-case hex. */
export function uuidOf(sha256: string): string {
  const variant = '89ab'[Number.parseInt(sha256.charAt(16), 16) % 4] ?? '8';
  const parts = [sha256.slice(0, 8), sha256.slice(8, 12), `8${sha256.slice(13, 16)}`, variant + sha256.slice(17, 20)];
  return [...parts, sha256.slice(20, 32)].join('-');
}
