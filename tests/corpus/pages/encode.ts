import { encodeAs } from '../encode.ts';

const encodable = new Map<string, boolean>();

function isEncodable(character: string): boolean {
  const known = encodable.get(character);
  if (known !== undefined) return known;
  const fits = character === '?' || encodeAs(character, 'gb18030')[0] !== 0x3f;
  encodable.set(character, fits);
  return fits;
}

/** The HTML with a numeric reference for every character that GBK lacks, as editors of the time wrote them. */
export const forGbk = (html: string): string =>
  html.replace(/[\u0080-\u{10ffff}]/gu, (character) =>
    isEncodable(character) ? character : `&#${character.codePointAt(0)};`,
  );

/** The page's bytes in its encoding. */
export const bytesOf = (html: string, charset: 'gb2312' | 'utf-8'): Uint8Array =>
  charset === 'utf-8' ? new TextEncoder().encode(html) : encodeAs(forGbk(html), 'gb18030');
