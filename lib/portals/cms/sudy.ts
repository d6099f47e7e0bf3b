import type { CmsFamily } from './family.ts';

/** Sudy WebPlus (苏迪, Java, since 2008; docs/portals.md 1). */
export const sudy: CmsFamily = {
  id: 'sudy',
  selectors: [
    '.wp_articlecontent',
    '.Article_Content',
    'img[src*="_visitcount"]',
    '.arti_metas',
    '.WP_VisitCount',
    '[sudyfile-attr]',
  ],
  address: /\/\d{4}\/\d{4}\/c\d+a\d+\/page\.(?:htm|psp)/i,
  bodies: ['.wp_articlecontent', '.Article_Content'],
};
