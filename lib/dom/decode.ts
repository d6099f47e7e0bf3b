import { countUtf8, everydayShare, type Utf8Census } from './charset/byte-census.ts';
import { declaredEncoding, encodingOfLabel } from './charset/charset-label.ts';
import { decodeHz } from './charset/hz.ts';

/** A page's text and the encoding that it was read with, in WHATWG lower-case spelling. */
export interface Decoded {
  readonly text: string;
  readonly charset: string;
}

/**
 * Decodes a saved or served HTML page. The order: byte order mark; UTF-8 when the bytes are that, whatever is declared
 * (browsers re-serialise a saved page and leave its old meta); `hint.charset` of HTTP or MHTML; the page's own meta;
 * a trial of gb18030, then big5. Of gb18030 and big5 the one that is declared gives way where the bytes are plainly the other;
 * seven-bit HZ is read as the gb18030 that it stands for. Bytes that are broken become U+FFFD and never change the choice. Never throws.
 */
export function decodeHtml(bytes: Uint8Array, hint?: { readonly charset?: string }): Decoded {
  const charset = markedEncoding(bytes) ?? chosenEncoding(bytes, hint?.charset);
  const text = new TextDecoder(charset).decode(bytes);
  const hz = /[^\0-\x7f]/.test(text) ? null : decodeHz(text);
  return hz === null ? { text, charset } : { text: hz, charset: 'gb18030' };
}

function markedEncoding(bytes: Uint8Array): string | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  return null;
}

function chosenEncoding(bytes: Uint8Array, hinted: string | undefined): string {
  const declared = [hinted === undefined ? null : encodingOfLabel(hinted), declaredEncoding(bytes)];
  const meant = declared.filter((encoding) => encoding !== null);
  const trusted = meant.filter((encoding) => encoding !== SERVER_DEFAULT);
  const census = countUtf8(bytes);
  if (census.long + census.short + census.stray === 0) return trusted[0] ?? meant[0] ?? 'utf-8';
  if (isUtf8(census, trusted)) return 'utf-8';
  const named = trusted.find((encoding) => encoding !== 'utf-8');
  return named === undefined ? trial(bytes) : (otherChinese(bytes, named) ?? named);
}

/** Of two readings the wrong one makes everyday Chinese of at most so many characters, and the right one of nearly all. */
const plainly = { wrong: 0.75, right: 0.97 } as const;

/** The other of gb18030 and big5, where the bytes are plainly that: a mirror writes its own name over a page of elsewhere. */
function otherChinese(bytes: Uint8Array, named: string): string | null {
  if (named !== 'gb18030' && named !== 'big5') return null;
  const other = named === 'big5' ? 'gb18030' : 'big5';
  const isOther = everydayShare(bytes, named) <= plainly.wrong && everydayShare(bytes, other) >= plainly.right;
  return isOther ? other : null;
}

/** Servers and FrontPage declare Latin-1 for pages in any language: where there is more than ASCII it says nothing. */
const SERVER_DEFAULT = 'windows-1252';

/**
 * Some stray bytes are borne: GBK text read as UTF-8 has about five strays to each character that is well-formed by
 * accident. Two-byte characters alone could be GBK too: they are believed when they are all Latin letters and signs,
 * or when no other encoding is declared.
 */
function isUtf8({ long, short, latin, stray }: Utf8Census, trusted: readonly string[]): boolean {
  if (long === 0) return stray === 0 && (short === latin || trusted.every((encoding) => encoding === 'utf-8'));
  return stray - 1 <= (long + short) / (trusted.includes('utf-8') ? 1 : 8);
}

/** Of gb18030 and big5 the one that makes everyday Chinese of most of the bytes; Latin text makes it of neither. */
function trial(bytes: Uint8Array): string {
  const gb = everydayShare(bytes, 'gb18030');
  const big5 = everydayShare(bytes, 'big5');
  if (Math.max(gb, big5) < 0.4) return 'windows-1252';
  return gb >= 0.85 || gb >= big5 ? 'gb18030' : 'big5';
}
