import type { CmsFamily } from './family.ts';

/** KesionCMS (科讯, ASP, 2006-2014; docs/portals.md 1.3). */
export const kesion: CmsFamily = {
  id: 'kesion',
  selectors: [
    'script[src*="/KS_Inc/"]',
    'div#pageNext',
    'script[src*="/Item/GetHits.asp"]',
    '[href*="/item/SendMail.asp"]',
    '[href*="/plus/Comment.asp"]',
  ],
  address: /\/(?:html\/[a-z]+_\d+_\d+(?:_\d+)?\.s?html?|Item\/Show\.asp\?m=\d+&d=\d+)/i,
  bodies: ['#MyContent'],
};
