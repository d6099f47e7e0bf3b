import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A small page, as `smallPage` takes it, and what was read of it when it was recorded. */
export type RecordedPage = readonly [markup: string, reading: string];

/**
 * The pages of `tests/recorded/NAME.jsonl` with what was read of each. They are no gold: nobody judged them, and they say that a reading is another
 * than it was, not that it was right. With `WENCUN_RECORD=1` what `read` gives now is written there instead, for a reading that is meant to change:
 * its difference is read like code.
 */
export function recordedPages(name: string, read: (markup: string) => string): readonly RecordedPage[] {
  const file = fileURLToPath(new URL(`../recorded/${name}.jsonl`, import.meta.url));
  const pages = readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as RecordedPage);
  if (process.env['WENCUN_RECORD'] !== '1') return pages;
  const anew = pages.map(([markup]): RecordedPage => [markup, read(markup)]);
  writeFileSync(file, anew.map((page) => `[${page.map(visibly).join(', ')}]\n`).join(''));
  return anew;
}

/** Text as JSON, in which white space and signs that nobody sees are told by their numbers. */
const visibly = (text: string): string =>
  JSON.stringify(text).replace(/[^\S ]|\p{C}/gu, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
