import { opensTail } from '../../lines/boilerplate.ts';
import type { CleanRule } from '../rule.ts';

/** Neighbours, related lists and comments after the essay: 上一篇, 相关文章, 网友评论, and all below. */
export const tail: CleanRule = {
  id: 'tail',
  find: ({ lines, last }) => {
    const after = lines.filter((line) => line.index > last);
    const opening = after.findIndex((line) => opensTail(line.text));
    return opening === -1 ? [] : after.slice(opening);
  },
};
