import type { CleanRule } from '../rule.ts';

const bare = (text: string): string => text.normalize('NFKC').replace(/[\s\u200b]+/g, '');

/** The title above the body, and its repeat as the body's first paragraph; it is kept as the essay's title. */
export const title: CleanRule = {
  id: 'title',
  find: ({ lines, outline, first }) => {
    const words = outline.title ? bare(outline.title.text) : null;
    if (words === null) return [];
    return lines.filter((line) => line === outline.title || (line.index <= first + 2 && bare(line.text) === words));
  },
};
