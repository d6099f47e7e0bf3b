import type { CleanRule } from '../draft.ts';
import { isFooterLine } from '../furniture.ts';

/** The page's footer, where the container swallowed it: from its first line in the last half to the end. */
export const footer: CleanRule = {
  id: 'footer',
  find: ({ lines, first }) => {
    const body = lines.filter((line) => line.index >= first);
    const half = body.reduce((sum, line) => sum + line.size, 0) / 2;
    let passed = 0;
    for (const [n, line] of body.entries()) {
      if (passed > half && isFooterLine(line.text) && body.slice(n + 1).every((next) => next.size < 120))
        return body.slice(n);
      passed += line.size;
    }
    return [];
  },
};
