import { isEditorLine } from '../../lines/boilerplate.ts';
import type { CleanRule } from '../rule.ts';

/** The sign-off of those who put the page up, at the essay's end: 责任编辑, 文章录入. The editor is kept as a field. */
export const editor: CleanRule = {
  id: 'editor',
  find: ({ lines, first }) =>
    lines
      .filter((line) => line.index > first)
      .slice(-10)
      .filter((line) => isEditorLine(line.text)),
};
