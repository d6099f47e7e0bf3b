import type { Line } from '../../dom/lines.ts';
import { type CleanRule, isLinked } from '../draft.ts';
import { opensTail } from '../furniture.ts';

/** All from the line that opens neighbours, related lists or comments: 上一篇, 相关文章, 网友评论. */
export const tail: CleanRule = {
  id: 'tail',
  find: ({ lines, first }) => {
    const body = lines.filter((line) => line.index >= first);
    const total = body.reduce((sum, line) => sum + line.size, 0);
    let passed = 0;
    for (const [n, line] of body.entries()) {
      if (passed > 0 && opensTail(line.text) && isFurniture(line, body.slice(n + 1), passed / total))
        return body.slice(n);
      passed += line.size;
    }
    return [];
  },
};

/** 相关链接 may head a glossary box of the essay and 上一篇 may open a sentence: links, or an end near by, decide. */
function isFurniture(line: Line, rest: readonly Line[], passed: number): boolean {
  if (line.linkSize > 0 || /没有了|已[经是].{0,4}[一后]篇/.test(line.text)) return true;
  const next = rest.slice(0, 3);
  if (next.length === 0) return true;
  return (
    next.filter(isLinked).length * 2 > next.length ||
    (passed > 0.5 && rest.every((one) => one.size < 40) && !/链接/.test(line.text))
  );
}
