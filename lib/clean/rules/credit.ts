import { isAttachmentLine } from '../../lines/attachment-line.ts';
import { isEditorLine } from '../../lines/boilerplate.ts';
import { isAuthorNote, isClosingCredit, isTextNote, isTimeStamp } from '../../lines/credit-line.ts';
import type { Line } from '../../lines/line.ts';
import { isProgrammeLine } from '../../lines/programme-line.ts';
import type { CleanRule } from '../rule.ts';

const noteReach = 8;
/** A lead may stand between the title and the time of posting. In lines. */
const frontReach = 3;
/** What opens an appendix: the credits of the essay stand above it. */
const appendix =
  /^[\s【［[（(]*(?:附\s*[件录表]?|相关链接|链接|资料链接|背景资料)\s*[】］\])）]?\s*[\d一二三四五]?\s*(?:[:：]|$)/;

/**
 * The credit line and byline of the head, and credits that follow the essay (信息来源, 浏览次数), or stand above its appendix; they are
 * kept as fields.
 */
export const credit: CleanRule = {
  id: 'credit',
  find: ({ lines, outline, first, last }) => {
    const head = new Set<Line>(outline.head);
    const end = lines.find((line) => line.index === last);
    // A note on the author or the text, or attachments, may stand below the credits.
    const isNote = end && (isAuthorNote(end.text) || isTextNote(end.text) || isAttachmentLine(end));
    const from = isNote ? last - noteReach : last;
    return lines.filter((line, n) => {
      if (head.has(line) || (line.index <= first + frontReach && isTimeStamp(line.text))) return true;
      if (!isClosingCredit(line.raw) || isEditorLine(line.text) || isProgrammeLine(outline.lines, line.index))
        return false;
      return line.index > from || (line.index > first && appendix.test(lines[n + 1]?.text ?? ''));
    });
  },
};
