import { parsePage } from './parse-page.ts';

/** Where a small page stands. */
export const smallPageUrl = 'http://dx.example/a/12.htm';
/** What a small page has for its `<title>`, where it has no head of its own: the essay's title and the portal's name. */
const usualHead = '<title>祠堂夜校的来历_青山党校</title>';
const sentences =
  '县里的夜校办在祠堂里，头一年来的人坐不满三排长凳，第二年添了灯，第三年连门槛上也坐着人，散课的时候天都快亮了。教的东西不多，一册油印的问答翻来覆去地讲，讲完一条就在墙上划掉一条。';

/** Prose of so many characters, a full stop at its end. */
const proseOf = (size: number): string =>
  `${sentences.repeat(Math.ceil(size / sentences.length)).slice(0, size - 1)}。`;

/** Writes out `{60}`, 60 characters of prose, and `[60]`, as many without a mark. */
const writtenOut = (markup: string): string =>
  markup
    .replace(/\{(\d+)\}/g, (_, size: string) => proseOf(Number(size)))
    .replace(/\[(\d+)\]/g, (_, size: string) => '水'.repeat(Number(size)));

/** A page of a few lines for a table: its body, or `head¶body`, with `{60}` for 60 characters of prose and `[60]` for as many without a mark. */
export function smallPage(markup: string): Document {
  const [head, body] = markup.includes('¶') ? markup.split('¶') : [usualHead, markup];
  const html = `<html><head>${writtenOut(head ?? '')}</head><body>${writtenOut(body ?? '')}</body></html>`;
  return parsePage(html, smallPageUrl);
}
