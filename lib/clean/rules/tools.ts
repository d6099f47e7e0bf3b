import type { CleanRule } from '../draft.ts';
import { furnitureOf } from '../furniture.ts';

/** Toolbars of the article: print, font size, close, share, and ratings by stars. */
export const tools: CleanRule = {
  id: 'tools',
  find: ({ lines }) =>
    lines.filter((line) => {
      const kind = furnitureOf(line.text);
      return (
        (kind === 'tools' || kind === 'rating') &&
        (line.linkSize > 0 || /[【［[|｜]|★/.test(line.text) || line.size > 6)
      );
    }),
};
