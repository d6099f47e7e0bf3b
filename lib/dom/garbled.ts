import { charsetOf, rootOf, textOf } from './tree.ts';

/** Characters that are looked at, from the middle of the text on: menus of every page read alike, whatever became of them. */
const LOOKED = 20_000;
/** Fewer signs than this may be a name or two in another language. */
const FEWEST = 40;

/**
 * True for a page that the browser decoded by a wrong name of its encoding, as its server or its own head told it: Chinese that
 * was read as Latin-1 is letters with accents and hardly anything else; read as UTF-8 it is full of U+FFFD, which no page
 * writes; read as Big5 it is rare characters, and none of those that every Chinese sentence has. What language it is in, the
 * bytes tell alone.
 */
export function isGarbled(document: Document, charset: string = charsetOf(document)): boolean {
  const all = textOf(rootOf(document)) ?? '';
  const text = all.slice(Math.max(0, Math.floor(all.length / 2) - LOOKED / 2)).slice(0, LOOKED);
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  const lost = count(/\ufffd/g);
  const accented = count(/[\u0080-\u00ff]/g) - count(/\u00a0/g);
  const han = count(/[\u4e00-\u9fff]/g);
  if (lost >= FEWEST && lost * 10 >= han) return true;
  const everyday = count(/[的一是不了在人有]/g);
  if (/big5|euc|shift|iso-2022/i.test(charset) && han + lost >= FEWEST && everyday * 50 < han + lost) return true;
  return accented >= FEWEST && accented > 4 * han && accented > count(/[a-z]/gi);
}
