import type { CmsFamily } from './family.ts';

/** 尘缘雅境, a news script in ASP of 2002-2008 (docs/portals.md 1.0). */
export const chenyuan: CmsFamily = {
  id: 'chenyuan',
  selectors: ['[href*="ReadNews.asp?NewsID="]', '.ReadNews_CopyRight_Logo', 'a[href*="OtherNews.asp"]'],
  address: /\/ReadNews\.asp\?(?:\w+=[^&]*&)*NewsID=\d+/i,
  bodies: [],
};
