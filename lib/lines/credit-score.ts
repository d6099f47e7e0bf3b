import { halfWidth, isSpace, spaces, withoutSpaces } from '../text/characters.ts';
import { matchesOf } from '../text/matches-of.ts';
import { onceAText } from '../text/once-a-text.ts';
import { hitCounter } from './hit-counter.ts';
import { kindOfLabel, labelAfter, labelBefore } from './labels.ts';
import type { LabelKind } from './vocabulary.ts';

/** A line with more characters is prose, however it starts: the longest real credit lines have about 150. */
const longestLine = 300;
/** A value with more characters is a sentence (`来源：实践…`); names of papers with their issue stay well below. */
const longestValue = 40;
/** An unlabelled token beside a date is a name of a person or a site; a longer one is a title or prose (`在开学典礼上的讲话`). */
const longestToken = 10;
const creditKinds: ReadonlySet<LabelKind> = new Set([
  'date',
  'updated',
  'author',
  'unit',
  'source',
  'editor',
  'inputter',
  'hits',
]);
const colon = /[:：∶︰﹕]/g;
const bracketed = /[【[［〔][^【[［〔】\]］〕：:]{2,14}[】\]］〕][:：]?/g;
const letter = /\p{L}/u;
const fullDate =
  /(?:19|20)\d\d\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}(?:\s?日)?(?:\s{0,3}(?:星期|周)[一二三四五六日天])?(?:[T\s]{0,3}\d{1,2}[:：时]\d{1,2}(?:[:：分]\d{1,2})?秒?分?)?(?!\d)/g;
const month = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?,?[\\s-]{1,3}';
const number = '[\\d一二三四五六七八九十〇○零百元]{1,5}';
/** `March 5, 2006`, `05 Mar 2006`, `Jul 14 09:41:07 CST 2005`, `7/14/2005`, `民國九十五年三月二日`. In Han numerals alone a day is a document's signature. */
const spelledDate = new RegExp(
  `(?<![a-z])${month}\\d{1,2}(?:st|nd|rd|th)?,?\\s{1,3}(?:[\\d:]{8}\\s(?:[a-z]{3}\\s)?)?(?:19|20)\\d\\d(?!\\d)|(?<![\\d/])\\d{1,2}/\\d{1,2}/(?:19|20)\\d\\d(?!\\d)|(?<!\\d)\\d{1,2}(?:st|nd|rd|th)?[\\s-]{1,3}${month}(?:19|20)\\d\\d(?!\\d)|` +
    `(?:中[華华])?民[國国]\\s?${number}\\s?[年./-]\\s?${number}\\s?[月./-]\\s?${number}\\s?[日號号]?`,
  'gi',
);
/** What a label of a date announces in other forms, in figures also alone on its line: `二〇〇六年五月十八日`, `2006年5月`, `06-5-18`. */
const otherDate =
  /^[\s[［(（【]*(?:[一二三四五六七八九零〇○◯oο0]{4}\s*年.{0,12}|\d{4}年[一二三四五六七八九十]{1,2}月.{0,4}|(?:19|20)\d{6}(?:\d{6})?|(?:19|20)\d\d\s*[-/.年–—∕、]\s*\d{1,2}(?:\s*[-/.月–—∕、]\s*\d{1,2})?\s*[月日]?|\d\d(?:\s*[-/.年月]\s*\d{1,2}){2}日?)[\s\]］)）】]*$/i;
const todayClock = /今天是|现在是/;
/** `文/张三`, `（组织处 供稿）`: credit without a colon. */
const otherForms =
  /^(?:文|图|撰文|摄影|作者|编辑)\s?[/／]\s?[\u3400-\u9fff]|^[(（][^()（）：:]{2,30}(?:供稿|撰稿|投稿)[)）]$/;
/** An address in the value of a label says no sentence, whatever signs it holds. */
const address = /https?:\/\/[\w./?=&%~#:;,@+-]+/gi;
const separators = new RegExp(`[${spaces}|｜•·()（）【】[\\]]+`);

interface Mark {
  /** Null for a date that stands without a label. */
  readonly kind: LabelKind | null;
  readonly start: number;
  readonly end: number;
}

/** Every date in a line has one of these. */
const ofDates = /[\d\uff10-\uff19民]/;

/** Labels with colons or brackets, hit counters, and dates; a date behind its label counts apart. */
const marksOf = onceAText((text): readonly Mark[] => {
  const marks: Mark[] = [];
  for (const { index } of matchesOf(text, colon)) {
    const label = labelBefore(text, index);
    if (label && !letter.test(text.charAt(label.start - 1))) marks.push({ ...label, end: index + 1 });
  }
  for (const match of matchesOf(text, bracketed)) {
    const kind = kindOfLabel(match[0]);
    if (kind !== null) marks.push({ kind, start: match.index, end: match.index + match[0].length });
  }
  const hits = hitCounter.exec(text);
  if (hits && !marks.some(({ kind }) => kind === 'hits')) {
    marks.push({ kind: 'hits', start: hits.index, end: hits.index + hits[0].length });
  }
  if (ofDates.test(text) && !todayClock.test(text)) {
    const narrow = halfWidth(text);
    for (const match of [...matchesOf(narrow, fullDate), ...matchesOf(narrow, spelledDate)]) {
      marks.push({ kind: null, start: match.index, end: match.index + match[0].length });
    }
  }
  return marks;
});

/**
 * How strongly a line looks like a credit line: one for each kind of label with its colon or brackets, one for a full date,
 * one for a hit counter. 0 for prose; 2 and more is a credit line. Takes a few microseconds.
 */
export function creditScore(raw: string): number {
  if (raw.length > longestLine || raw.length < 4) return 0;
  return new Set(marksOf(raw).flatMap(({ kind }) => (kind === null || creditKinds.has(kind) ? [kind] : []))).size;
}

/** True when a label of a credit announces something in the line, or a hit counter counts: words that a page's software wrote. */
export const isLabelledCredit = (raw: string): boolean =>
  raw.length <= longestLine &&
  (otherForms.test(raw.trim()) ||
    isBareLabelled(raw.trim()) ||
    marksOf(raw).some(({ kind }) => kind !== null && creditKinds.has(kind)));

/** True for `作者　张三`: a label in front that white space parts from a short value. */
function isBareLabelled(text: string): boolean {
  const label = labelAfter(text, 0);
  if (label === null || label.word.length < 2 || text.length > longestToken * 2) return false;
  return /^(?:author|source|editor)$/.test(label.kind) && isSpace(text[label.end]);
}

/** Too long for a value, or long and with a comma: authors' lists with commas are shorter. */
const isSentence = (value: string): boolean =>
  value.trim().length >= longestValue || (value.includes('，') && value.trim().length >= longestValue / 2);

/** True for what may stand unlabelled beside a date or before a label: white space, signs, names; and a lone label. */
function isNames(text: string): boolean {
  const tokens = text.split(separators).filter((token) => token !== '');
  return /[，；]/.test(text)
    ? false
    : tokens.every((token) => token.length <= longestToken && !/^[在于至从，]/.test(token));
}

/**
 * True for a line that is credit and nothing else: labels or dates with short values, and no sentence. Essays hold 来源：,
 * 时间： and 作者 in sentences; those lines are distinguished here. A date alone is credit above a body, but a signature below it:
 * that is for the caller to tell.
 */
export function looksLikeCreditLine(raw: string): boolean {
  const text = raw.trim().replace(address, 'http');
  if (text.length > longestLine || text.length < 4 || /[。！？!?]/.test(text)) return false;
  if (otherForms.test(text) || isBareLabelled(text)) return text.length <= longestValue;
  if (/[\d\uff10-\uff19]/.test(text) && otherDate.test(halfWidth(text))) return true;
  const marks = marksOf(text).toSorted((a, b) => a.start - b.start);
  const [first] = marks;
  if (first === undefined) return false;
  const before = text.slice(0, first.start);
  const apart = before === '' || !letter.test(before.slice(-1)) || kindOfLabel(before) !== null;
  if (
    !apart ||
    withoutSpaces(before).replace(/[[【]([^[\]【】]*)[\]】]/g, '$1').length > longestToken ||
    !isNames(before)
  )
    return false;
  const values = marks.map(({ end }, i) => text.slice(end, marks[i + 1]?.start ?? text.length));
  if (values.some(isSentence)) return false;
  const dated = marks.some(({ kind }) => kind === null);
  const labels = marks.filter(({ kind }) => kind !== null && creditKinds.has(kind));
  if (labels.length === 0)
    return (
      dated && values.every((value, i) => (marks[i]?.kind !== null || !letter.test(value.charAt(0))) && isNames(value))
    );
  if (labels.length > 1 || dated) return true;
  const [label] = labels;
  const value = label === undefined ? '' : (values[marks.indexOf(label)] ?? '');
  // 时间：上午九点 is a programme's line, not a page's date.
  if (label?.kind === 'date' || label?.kind === 'updated')
    return otherDate.test(halfWidth(value)) || /^\s*(?:19|20)\d\d\s?年?\s*$/.test(value);
  return label?.kind === 'hits' || value.trim() !== '';
}
