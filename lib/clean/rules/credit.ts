import type { Line } from '../../dom/lines.ts';
import { isClosingCredit } from '../../metadata/credit-line.ts';
import type { CleanRule } from '../draft.ts';

/** The credit line and byline of the head, and credits that follow the essay (信息来源, 浏览次数); they are kept as fields. */
export const credit: CleanRule = {
  id: 'credit',
  find: ({ lines, outline, last }) => {
    const head = new Set<Line>(outline.head);
    return lines.filter((line) => head.has(line) || (line.index > last && isClosingCredit(line.raw)));
  },
};
