import type { Line } from '../../dom/lines.ts';
import { looksLikeCreditLine } from '../../metadata/credit-score.ts';
import type { CleanRule } from '../draft.ts';

/** A credit line that stands after the essay is looked for among this many last lines. */
const tailLines = 8;

/** The credit line and byline of the head, and credits that follow the essay (信息来源, 浏览次数); they are kept as fields. */
export const credit: CleanRule = {
  id: 'credit',
  find: ({ lines, outline, first }) => {
    const head = new Set<Line>(outline.head);
    const tail = lines.filter((line) => line.index > first).slice(-tailLines);
    const credits = tail.filter((line) => looksLikeCreditLine(line.raw) && !isAuthorNote(line.text));
    return [...lines.filter((line) => head.has(line)), ...credits];
  },
};

/** `（作者系…）`, `（作者单位：…）`, `作者简介：…`: a note of the essay, not a credit of the page. */
const isAuthorNote = (text: string): boolean =>
  /^[（(【［[*※]?\s*作者(?:系|为|是|单位|简介|[:：].*[，,].*(?:教授|讲师|研究员|院长|校长|主任))/.test(text);
