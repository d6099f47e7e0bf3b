import { boilerplateKind } from '../../lines/boilerplate.ts';
import type { CleanRule } from '../rule.ts';

/** Toolbars of the article: print, font size, close, share, and ratings by stars. */
export const tools: CleanRule = {
  id: 'tools',
  find: ({ lines }) =>
    lines.filter((line) => {
      const kind = boilerplateKind(line.text);
      return (
        (kind === 'tools' || kind === 'rating') &&
        (line.linkSize > 0 || /[【［[|｜★]|点击|點擊/.test(line.text) || line.size > 6)
      );
    }),
};
