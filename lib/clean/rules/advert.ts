import { attributeOf, closest } from '../../dom/tree.ts';
import type { Line } from '../../lines/line.ts';
import type { CleanRule } from '../rule.ts';

/** An advertisement is no longer than this. In characters. */
const longest = 40;
const selling = /点击(?:进入|查看|报名)|火热报名|热销|广告|优惠|特价|免费(?:试用|注册)/;

/** A floating advertisement in the essay: one short line that is all link, in a block of its own that floats or sells. */
export const advert: CleanRule = {
  id: 'advert',
  find: ({ lines, first, last }) =>
    lines.filter((line, n) => {
      if (line.index < first || line.index > last || line.size > longest || line.linkSize < line.size) return false;
      const apart = [lines[n - 1], lines[n + 1]].every((other) => other?.block !== line.block);
      return apart && (selling.test(line.text) || floats(line));
    }),
};

function floats({ block }: Line): boolean {
  const table = closest(block, 'table');
  if (table && /^(?:left|right)$/i.test(attributeOf(table, 'align') ?? '')) return true;
  return /float\s*:\s*(?:left|right)|position\s*:\s*(?:absolute|fixed)/i.test(attributeOf(block, 'style') ?? '');
}
