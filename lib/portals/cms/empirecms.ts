import type { CmsFamily } from './family.ts';

/** EmpireCMS (帝国, PHP, since 2005; docs/portals.md 1.4). */
export const empirecms: CmsFamily = {
  id: 'empirecms',
  selectors: ['body.showpage', 'script[src*="e/public/ViewClick"]', 'script[src*="e/data/js/ajax.js"]'],
  address: /\/\d{4}-\d{2}-\d{2}\/\d+(?:_\d+)?\.html/i,
  bodies: ['td#text', 'div#text'],
};
