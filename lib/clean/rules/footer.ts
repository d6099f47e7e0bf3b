import { isDisclaimer, isFooterLine } from '../../lines/boilerplate.ts';
import type { CleanRule } from '../rule.ts';

/** The page's footer and the site's disclaimers below the essay. */
export const footer: CleanRule = {
  id: 'footer',
  find: ({ lines, last }) =>
    lines.filter((line) => line.index > last && (isFooterLine(line.text) || isDisclaimer(line.text))),
};
