import { isTitleRepeat } from '../../lines/title-repeat.ts';
import type { CleanRule } from '../rule.ts';

/** The title above the body, and its repeat as the body's first paragraph; it is kept as the essay's title. */
export const title: CleanRule = {
  id: 'title',
  find: ({ lines, outline: { lines: all, title: named }, first }) =>
    named === null
      ? []
      : lines.filter((line) => line === named || (line.index <= first + 2 && isTitleRepeat(all, line.index, named))),
};
