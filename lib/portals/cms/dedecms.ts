import type { CmsFamily } from './family.ts';

/** DedeCMS (织梦, PHP, since 2006; docs/portals.md 1.4). */
export const dedecms: CmsFamily = {
  id: 'dedecms',
  selectors: [
    'script[src*="count.php?view=yes"]',
    'link[href*="dedecms.css"]',
    'script[src*="dedeajax"]',
    'div.viewbox',
  ],
  address: /\/(?:plus\/view\.php\?aid=\d+|a\/(?:[^/]+\/)+\d{4}\/\d{4}\/\d+\.html)/i,
  bodies: ['div.viewbox div.content'],
  abstracts: ['div.intro'],
  ownKeywords: true,
};
