import { opensTail } from '../../lines/boilerplate.ts';
import type { Line } from '../../lines/line.ts';
import { isLinked } from '../../lines/line.ts';
import { proseScore } from '../../lines/prose.ts';
import type { CleanRule } from '../rule.ts';

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
      if (isLinked(line) || line.linkSize > 8 || (linked > 0 && linked * 2 >= below.length)) cut.push(line, ...below);
    });
    return cut;
  },
};
