/** True for an address that anyone can reach: what a page says there about its own origin is a claim and no more. A file and a local server are not. */
export function isPublic(url: string): boolean {
  const host = /^https?:\/\/([^/:?#]+)/i.exec(url)?.[1] ?? '';
  return host.includes('.') && !/^(?:127|10|192\.168)\./.test(host);
}
