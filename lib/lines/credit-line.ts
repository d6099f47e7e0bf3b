import { onceAText } from '../text/once-a-text.ts';
import { relativeTime } from '../text/relative-time.ts';
import { readSignedDate } from './bylines/byline-line.ts';
import { isLabelledCredit, looksLikeCreditLine } from './credit-score.ts';

const authorNote =
  /^[（(【［[*※＊\s]*(?:作者(?:系|为|是|单位|简介|介绍)|课题组(?:组长|成员|负责人)|作\s*者\s*[:：][^，,]{2,8}[，,].*(?:党校|学院|大学|教授|讲师|研究员|院长|校长|主任|书记|处长|科长|博士|硕士))/;
/** `05-07-14 | 作者 胡迪军 | 来源 慈溪日报`: labels without colons between bars. */
export const isBarredCredit = (raw: string): boolean =>
  raw.length < 120 &&
  /[|｜].*[|｜]/.test(raw) &&
  (raw.match(/(?:^|[|｜])\s*(?:作者|来源|点击|浏览|阅读|时间|日期|发布)/g)?.length ?? 0) >= 2;

/** Date, source and author by position, two spaces or more apart (Kesion, docs/portals.md 1.3). */
const dated = /^\s*(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?[\s\u3000]{2,}[^，。；！？]{2,50}$/;
const lecture = /地\s*点\s*[:：]|主\s*讲\s*人?\s*[:：]|主持人?\s*[:：]|出席(?:人员)?\s*[:：]/;

/** `（作者系…）`, `作者简介：…`, `作者：张三，…副教授`: a note that belongs to the essay, not a credit of the page. */
export const isAuthorNote = (text: string): boolean => authorNote.test(text);

/** `（根据录音整理）`, `（本文有删节）`, `（此文获一等奖）`, `注：…`: what brackets say of a text right below it, which belongs to it too. */
export const isTextNote = (text: string): boolean =>
  /^[（(](?:[^（()）]{0,30}(?:录音|速记|讲话|发言|谈话|记录).{0,8}整理|[^（()）]{0,20}(?:有删[节改]|节选|未经.{2,8}审[阅定]|[此本该]文))[^（()）]{0,40}[)）]$|^[（(【［[]?注\s*[】］\])）]?\s*[:：].{4,80}$/.test(
    text,
  );

/** A credit line of the head: a label or a date, short values, no sentence; not the 时间 and 地点 of a lecture's notes. */
export const isCreditLine = onceAText(
  (raw) =>
    ((looksLikeCreditLine(raw) || dated.test(raw) || isBarredCredit(raw)) && !lecture.test(raw)) ||
    relativeTime(raw) !== null ||
    readSignedDate(raw) !== null,
);

/** `选自《群众》2008年第11期　[2008-12-2]`: the day of posting makes it the page's word. */
const reprinted = /^(?:选自|摘自|原载|转自|转载自|来自).{2,40}[[［(（]\d{4}-\d{1,2}-\d{1,2}[\]］)）]$/;

/** A time of day: when the page was put up. */
const timed = /\d{1,2}[:：]\d\d/;
/** `本贴由大卫于2005年8月12日16:12:21在〖书房〗发表`: what forums write below a text. */
const posting = /^本[贴帖文]由.{1,20}于.{6,60}(?:发表|发布|张贴|上传)[.。]?$/;
/** A day with a time of day and nothing else. */
const stamp =
  /^[[［(（【]?\s*(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?[\s\u3000]{0,3}\d{1,2}[:：]\d\d(?:[:：]\d\d)?\s*[\]］)）】]?$/;

/** True for a line that tells when the page was put up, to the minute, and nothing else. */
export const isTimeStamp = (text: string): boolean => stamp.test(text);

/**
 * A credit line below the essay: one with a label, or a time of day. There a date alone, or with who signs (`校团委　2011年6月28日`),
 * is the signature of the text, and a note on the author stays.
 */
export function isClosingCredit(raw: string): boolean {
  const text = raw.trim();
  if (reprinted.test(text) || posting.test(text)) return true;
  if (!isCreditLine(raw) || isAuthorNote(text)) return false;
  return isLabelledCredit(raw) || isBarredCredit(raw) || timed.test(text) || relativeTime(raw) !== null;
}
