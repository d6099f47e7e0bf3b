/** A run of Han characters in HZ: two printable bytes each, from `~{` to `~}` (RFC 1843). */
const run = /~\{((?:[\x21-\x77][\x21-\x7e])+)(?:~\}|(?=[\r\n]|$))/g;
/** So many runs show that a page is written so; one or two may be an accident. */
const leastRuns = 3;

/**
 * The text of a page in HZ, the seven-bit form of GB2312 that mail and the first Chinese pages were written in; null for another page.
 * Browsers refuse to read it (Encoding standard: `replacement`). `ascii` is the page's text, all ASCII.
 */
export function decodeHz(ascii: string): string | null {
  if ((ascii.match(run)?.length ?? 0) < leastRuns) return null;
  const gb = new TextDecoder('gb18030');
  return ascii
    .replace(run, (_, pairs: string) => gb.decode(Uint8Array.from(pairs, (sign) => sign.charCodeAt(0) | 0x80)))
    .replace(/~\r?\n/g, '')
    .replaceAll('~~', '~');
}
