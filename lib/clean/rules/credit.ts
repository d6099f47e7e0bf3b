import { isEditorLine } from '../../lines/boilerplate.ts';
import { isAuthorNote, isClosingCredit } from '../../lines/credit-line.ts';
import type { Line } from '../../lines/line.ts';
import type { CleanRule } from '../rule.ts';

const noteReach = 5;

/** The credit line and byline of the head, and credits that follow the essay (信息来源, 浏览次数); they are kept as fields. */
export const credit: CleanRule = {
  id: 'credit',
  find: ({ lines, outline, last }) => {
    const head = new Set<Line>(outline.head);
    const end = lines.find((line) => line.index === last);
    // A note on the author may stand below the credits.
    const from = end && isAuthorNote(end.text) ? last - noteReach : last;
    return lines.filter(
      (line) => head.has(line) || (line.index > from && isClosingCredit(line.raw) && !isEditorLine(line.text)),
    );
  },
};
