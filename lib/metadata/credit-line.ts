import { looksLikeCreditLine } from './credit-score.ts';

const authorNote =
  /^[（(【［[*※＊\s]*(?:作者(?:系|为|是|单位|简介|介绍)|作\s*者\s*[:：][^，,]{2,8}[，,].*(?:党校|学院|大学|教授|讲师|研究员|院长|校长|主任|书记|处长|科长|博士|硕士))/;
/** Date, source and author by position, two spaces or more apart (Kesion, domain notes 1.3). */
const dated = /^\s*(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?[\s\u3000]{2,}[^，。；！？]{2,50}$/;
const lecture = /地\s*点\s*[:：]|主\s*讲\s*人?\s*[:：]|主持人?\s*[:：]|出席(?:人员)?\s*[:：]/;
const signature = /^[（(]?\s*(?:19|20)\d\d\s*[年./-]\s*\d{1,2}\s*(?:[月./-]\s*(?:\d{1,2}\s*日?)?)?\s*[)）]?$/;

/** `（作者系…）`, `作者简介：…`, `作者：张三，…副教授`: a note that belongs to the essay, not a credit of the page. */
export const isAuthorNote = (text: string): boolean => authorNote.test(text);

/** A credit line of the head: a label or a date, short values, no sentence; not the 时间 and 地点 of a lecture's notes. */
export function isCreditLine(raw: string): boolean {
  return (looksLikeCreditLine(raw) || dated.test(raw)) && !lecture.test(raw);
}

/** A credit line below the essay. There a date alone is the author's signature, and a note on the author stays. */
export function isClosingCredit(raw: string): boolean {
  return isCreditLine(raw) && !isAuthorNote(raw.trim()) && !signature.test(raw.trim());
}
