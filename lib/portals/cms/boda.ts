import type { CmsFamily } from './family.ts';

/** Boda VisualSiteBuilder (博达, Java, since 2006; docs/portals.md 1.6). */
export const boda: CmsFamily = {
  id: 'boda',
  selectors: [
    '[id^="vsb_content"]',
    '.v_news_content',
    'form[name="_newscontent_fromname"]',
    '[id^="dynclicks_wbnews_"]',
  ],
  comments: /webber\.wbst\.com\.news/,
  address: /\/(?:info\/\d+\/\d+\.htm|content\.jsp\?urltype=news\.NewsContentUrl)/i,
  bodies: ['.v_news_content', '[id^="vsb_content"]'],
};
