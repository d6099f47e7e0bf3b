import type { CleanRule } from './rule.ts';
import { advert } from './rules/advert.ts';
import { before } from './rules/before.ts';
import { box } from './rules/box.ts';
import { credit } from './rules/credit.ts';
import { editor } from './rules/editor.ts';
import { footer } from './rules/footer.ts';
import { links } from './rules/links.ts';
import { pager } from './rules/pager.ts';
import { stray } from './rules/stray.ts';
import { tail } from './rules/tail.ts';
import { title } from './rules/title.ts';
import { tools } from './rules/tools.ts';

/** The cleaning rules in the order in which they run: what is certain by its words first, what only place tells last. */
export const rules: readonly CleanRule[] = [
  before,
  title,
  credit,
  pager,
  advert,
  box,
  tail,
  footer,
  tools,
  editor,
  links,
  stray,
];
