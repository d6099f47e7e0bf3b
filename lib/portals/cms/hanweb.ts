import type { CmsFamily } from './family.ts';

/** Hanweb JCMS (大汉, Java, since 2004; docs/portals.md 1.5). Its comments name the fields. */
export const hanweb: CmsFamily = {
  id: 'hanweb',
  selectors: ['link[href*="hanweb.css"]', 'iframe[src*="module/visitcount"]', 'meta[name="Maketime" i]'],
  comments: /<\$\[(?:标题|信息内容|信息来源)\]>begin|ZJEG_RSS\.content\.begin/,
  address: /\/art\/\d{4}\/\d{1,2}\/\d{1,2}\/art_\d+_\d+\.html/i,
  bodies: ['#zoom'],
  ownKeywords: true,
};
