import type { CmsFamily } from './family.ts';

/** PowerEasy SiteWeaver and its forerunner MyPower (动易, ASP, 2003-2012; docs/portals.md 1.1). */
export const siteweaver: CmsFamily = {
  id: 'siteweaver',
  selectors: [
    'td#fontzoom',
    '.main_ArticleTitle',
    '[href*="ShowCopyFrom.asp"]',
    '[href*="ShowAuthor.asp"]',
    '[href*="fontZoomA()"]',
  ],
  address: /\/(?:ShowArticle\.asp\?ArticleID=\d+|Article\/(?:[^/]+\/)*\d{6}\/\d+\.html)/i,
  bodies: ['td#fontzoom', '#fontzoom'],
};
