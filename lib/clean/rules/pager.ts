import { isPagerLine } from '../../lines/pager-line.ts';
import type { CleanRule } from '../rule.ts';

/** The links to an essay's other pages: `[1] [2] 下一页`, `共3页: 上一页 1 2 3`. Footnote marks look alike but are no links. */
export const pager: CleanRule = {
  id: 'pager',
  find: ({ lines }) => lines.filter(isPagerLine),
};
