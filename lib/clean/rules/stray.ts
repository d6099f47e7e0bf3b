import { proseScore } from '../../extract/prose.ts';
import type { CleanRule } from '../draft.ts';

/**
 * What is left below the essay once a gap was cut: lines past the end that the outline saw, parted from it by removed lines
 * or without a word of prose close by.
 */
export const stray: CleanRule = {
  id: 'stray',
  find: ({ lines, last }) => {
    const after = lines.filter((line) => line.index > last);
    const gap = after.findIndex((line, n) => line.index !== last + 1 + n);
    const lost = gap === -1 ? [] : after.slice(gap);
    const prose = lost.findLastIndex((line) => proseScore(line) > 20);
    return lost.slice(prose + 1);
  },
};
