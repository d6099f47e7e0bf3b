import type { CmsFamily } from './family.ts';

/** Static pages made with FrontPage or saved from Word, 1998-2006 (docs/portals.md 1.8). */
export const frontpage: CmsFamily = {
  id: 'frontpage',
  selectors: [
    'meta[name="GENERATOR" i][content*="FrontPage" i]',
    'meta[name="ProgId" i]',
    'meta[name="Generator" i][content*="Microsoft Word" i]',
    '.Section1 .MsoNormal',
  ],
  address: /\.html?$/i,
  bodies: [],
};
