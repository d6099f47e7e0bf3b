import type { CmsFamily } from './family.ts';

/** Founder's newspaper system (方正翔宇, since 2006): the electronic editions that schools' papers use (docs/portals.md 1). */
export const founder: CmsFamily = {
  id: 'founder',
  selectors: ['founder-content', 'founder-title', '#ozoom founder-content'],
  comments: /enpcontent|npm:article-content|enpproperty/,
  address: /\/html\/\d{4}-\d{2}\/\d{2}\/content_\d+\.html?/i,
  bodies: ['founder-content', '#ozoom'],
};
