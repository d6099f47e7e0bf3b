import { parentElementOf, tagOf } from '../../dom/tree.ts';
import { opensTail } from '../../lines/boilerplate.ts';
import type { Line } from '../../lines/line.ts';
import { isLinked } from '../../lines/line.ts';
import { proseScore } from '../../lines/prose.ts';
import type { CleanRule } from '../rule.ts';

/** `二〇〇五年第三期`, `2005-07-14`: when the page that a link leads to came out. */
const issue = /^[（(【［[]?(?:[\d〇○零一二三四五六七八九]{4}\s*[-/.年].{1,12}|.{0,12}第.{1,4}[期版])[）)】\]］]?$/;
/**
 * The lines of a box up to its last link, and behind that items of the same list and the issue of the last: what else stands between a box and the next
 * paragraph are the text's own headings.
 */
function withoutHeadings(lines: readonly Line[]): readonly Line[] {
  const at = lines.findLastIndex((line) => line.linkSize > 0);
  const list = /^(?:LI|D[DT]|TD)$/i.test(tagOf(lines[at]?.block) ?? '') ? parentElementOf(lines[at]?.block) : null;
  const rest = lines.slice(at + 1);
  const end = rest.findIndex(
    ({ block, text }) => !issue.test(text) && (list === null || parentElementOf(block) !== list),
  );
  return lines.slice(0, at + 1 + (end < 0 ? rest.length : end));
}

/** How many lines below its heading a box inside the essay may hold. */
const longest = 12;

/** A box of links that the page set into the essay: 相关新闻, 推荐阅读 and the links below, up to the next paragraph. */
export const box: CleanRule = {
  id: 'box',
  find: ({ lines, first, last }) => {
    const cut: Line[] = [];
    lines.forEach((line, n) => {
      if (line.index < first || line.index > last || !opensTail(line.text)) return;
      const rest = lines.slice(n + 1, n + 1 + longest);
      const end = rest.findIndex((next) => proseScore(next) > 25);
      const below = end === -1 ? rest : rest.slice(0, end);
      const linked = below.filter((next) => isLinked(next) || next.linkSize > 0).length;
      if (isLinked(line) || line.linkSize > 8 || (linked > 0 && linked * 2 >= below.length))
        cut.push(line, ...withoutHeadings(below));
    });
    return cut;
  },
};
