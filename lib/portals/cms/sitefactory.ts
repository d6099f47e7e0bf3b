import type { CmsFamily } from './family.ts';

/** PowerEasy SiteFactory (动易, .NET, since 2007; docs/portals.md 1.2). */
export const sitefactory: CmsFamily = {
  id: 'sitefactory',
  selectors: [
    'script[src*="/Common/GetHits.aspx"]',
    '#keyword_PowerEasy',
    'a[href*="/Category_"][href$="/Index.aspx"]',
  ],
  address: /\/Item\/\d+(?:_\d+)?\.aspx/i,
  bodies: ['div.conTxt'],
};
