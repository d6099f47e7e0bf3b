import type { CmsFamily } from './family.ts';

/** PHPCMS v9 (since 2010; docs/portals.md 1.4). */
export const phpcms: CmsFamily = {
  id: 'phpcms',
  selectors: ['div#Article > h1', 'script[src*="m=content&c=hits"]', 'script[src*="api.php?op=count"]'],
  address: /\/(?:index\.php\?m=content&c=index&a=show|html\/\d{4}\/[a-z]+_\d{4}\/\d+(?:_\d+)?\.html)/i,
  bodies: ['div#Article div.content'],
  abstracts: ['div.summary'],
  ownKeywords: true,
};
