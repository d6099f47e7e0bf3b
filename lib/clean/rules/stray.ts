import type { CleanRule } from '../rule.ts';

/** What the container holds below the essay's end, and no other rule knows by its words. */
export const stray: CleanRule = {
  id: 'stray',
  find: ({ lines, last }) => lines.filter((line) => line.index > last),
};
