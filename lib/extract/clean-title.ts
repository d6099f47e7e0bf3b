import { hideAngleQuotes, showAngleQuotes } from '../text/angle-quotes.ts';
import { onceAText } from '../text/once-a-text.ts';

/** Words of a title as they are compared: full-width signs as narrow ones, without white space, marks that show nothing and gaps for a letter. */
export const bareTitle = onceAText((text): string => text.normalize('NFKC').replace(/[\s\u200b\ufeff〓]+/g, ''));

/** What templates put between the parts of a page's `<title>` (docs/portals.md 1.1 to 1.7). */
const separators =
  /\s*(?:[_|｜»«→]|::+|--+|——|—|(?<=党校|学院|）)[：:]|>>?|\s[-–]\s|(?<=[\u4e00-\u9fff）)”》」』】？！…])[-–](?=[\u4e00-\u9fff“《「]))\s*/;

/** The parts of a page's `<title>`, which joins the essay's title with names of column and portal in any order. */
export function titleParts(documentTitle: string): string[] {
  return hideAngleQuotes(documentTitle)
    .split(separators)
    .map((part) => showAngleQuotes(part).trim())
    .filter((part) => part !== '');
}

/** `浅谈影响力　作者：林有禾`, `浅谈影响力 [2006-5-8]`: credits behind a title on its line. */
export const creditBehindTitle =
  /(?<=\S)[\s　]+(?:作\s*者|来\s*源|(?:发布|发表|更新)?(?:时间|日期))\s*[:：].*$|(?<=[\u4e00-\u9fff”》）]{4})\s*[[（(]?(?:19|20)\d\d([-/.])\d{1,2}\1\d{1,2}(?:\s[\d:]{4,8})?[)）\]]?$/s;

/** A title without the marks and tools that portals set beside it: stars, 【字体：小 大】, [图文], `标题：`, and the sign of a note (`执政成本*`). */
export const cleanTitle = onceAText((text): string =>
  text
    .replace(/[★☆\u200b\ufeff\ue000-\uf8ff]+/g, '')
    .replace(/^\s*【[^】]{0,8}(?:播报|快讯|独家|原创|组图)】\s*/, '')
    .replace(
      /[【［[(（]\s*(?:字\s*[体号][:：]?[^】］\])）]*|大\s*中\s*小|打印[^】］\])）]*|关闭[^】］\])）]*)[】］\])）]/g,
      '',
    )
    .replace(creditBehindTitle, '')
    .replace(/^\s*(?:文章|论文)?(?:标\s*题|题\s*目)\s*[:：]\s*/, '')
    .replace(/^\s*[[［【(（]?(?:图文|组图|推荐|置顶|原创|转载|热|荐|图)[\]］】)）]\s*/, '')
    .replace(/\s+/g, ' ')
    .replace(/(?<=.)[\s*＊※†‡]+$/, '')
    .trim(),
);
