import { compose } from '../../lib/clean/compose.ts';
import { writeBlocks } from '../../lib/clean/write.ts';
import { readLines } from '../../lib/lines/line.ts';
import { smallPage } from './small-page.ts';

/**
 * What is written of a small page: its HTML, its text, the images of its element that were left out, and those elsewhere, with `¦` in
 * between. All of it is the essay but what stands in `.no`, and what is outside `#c` where there is one. A run of 水 is given as its length.
 */
export function writtenOf(markup: string): string {
  const { body } = smallPage(markup);
  const all = readLines(body);
  const container = body.querySelector('#c') ?? body;
  const kept = all.filter(({ block }) => !block.closest('.no') && container.contains(block));
  const [above] = all;
  const pictures = kept.length === 0 && above ? { pictures: { above, below: all.at(-1) ?? null } } : {};
  const { blocks, leftOut, elsewhere } = writeBlocks({
    all,
    kept,
    container,
    ...pictures,
    resolve: (address) => (address.startsWith('javascript') ? null : `R:${address}`),
    resolveImage: (address) => (address.includes('bad') ? null : `I:${address}`),
  });
  const { html, text } = compose(blocks);
  return [html, text, leftOut.join('|'), elsewhere.join('|')]
    .join(' ¦ ')
    .replace(/(?: ¦ )+$/, '')
    .replace(/水{8,}/g, (run) => `[${run.length}]`);
}
