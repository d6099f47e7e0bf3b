import { hanDigit, numberOfDigits, numberOfHan, numberOfMinguo } from './han-numerals.ts';

/** How a date was written. */
export type DateForm =
  | 'numeric'
  | 'chinese'
  | 'minguo'
  | 'han'
  | 'english'
  | 'compact'
  | 'two-digit'
  | 'month'
  | 'year'
  | 'url';

/** A way to write a date: groups `year`, `month`, `day` of the pattern hold the words that `numberOf` turns into numbers. */
export interface Form {
  readonly form: DateForm;
  /** Global. Matches text in half width. */
  readonly pattern: RegExp;
  readonly numberOf: (part: string, name: 'year' | 'month' | 'day') => number;
  /** A sign that every date of this form has, where one look for it spares the pattern. */
  readonly sign?: RegExp;
  /** Only for text that stood behind a date label. */
  readonly labelled?: true;
}

const gap = '[\\s\\u200b]{0,6}';
const weekday = `(?:${gap}[(（]?(?:星期|周|礼拜)[一二三四五六日天][)）]?)?`;
const clock =
  `(?:(?:T|[\\s,]{0,6}(?<half>上午|下午|晚上|凌晨|中午)?${gap})` +
  '(?<hour>\\d{1,2})(?:[:时点∶](?<minute>\\d{1,2}))(?:[:分∶](?<second>\\d{1,2})?)?秒?(?:\\.\\d{1,6})?' +
  '(?:Z|\\s?[+-]\\d{2}:?\\d{2})?|\\s?[上下]午)?';
const rest = weekday + clock;
const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const monthName = `(?<month>${months.join('|')})[a-z]{0,6}\\.?`;

/** 51-99 is of the last century: portals begin in 1995, and 50 is far off. */
const fullYear = (year: number): number => (year > 50 ? 1900 : 2000) + year;
const twoDigits: Form['numberOf'] = (part, name) => (name === 'year' ? fullYear(Number(part)) : Number(part));
const han: Form['numberOf'] = (part, name) =>
  name !== 'year' ? numberOfHan(part) : /^\d+$/.test(part) ? Number(part) : numberOfDigits(part);
/** Years of the Republic are counted from 1912, its first. */
const minguo: Form['numberOf'] = (part, name) =>
  name === 'year' ? numberOfMinguo(part) + 1911 : /\d/.test(part) ? Number(part) : numberOfHan(part);
const english: Form['numberOf'] = (part, name) =>
  name === 'month' ? months.indexOf(part.toLowerCase()) + 1 : Number(part);

/** The forms of dates in running text, found on portals of 1998-2012. */
export const forms: readonly Form[] = [
  {
    form: 'numeric',
    pattern: new RegExp(
      `(?<![\\d.])(?<year>\\d{4})\\s?(?<sign>[-/.‐–—∕、])\\s?(?<month>\\d{1,2})\\s?\\k<sign>\\s?(?<day>\\d{1,2})(?!\\d|[-/.]\\d)${rest}`,
      'g',
    ),
    numberOf: Number,
  },
  {
    form: 'chinese',
    sign: /年/,
    pattern: new RegExp(
      `(?<!\\d)(?<year>\\d{4})${gap}年${gap}(?<month>\\d{1,2})${gap}月(?:${gap}(?<day>\\d{1,2})${gap}(?:[日号]|(?![\\d\\u3400-\\u9fff]))${rest})?`,
      'g',
    ),
    numberOf: Number,
  },
  {
    form: 'minguo',
    sign: /民/,
    pattern: new RegExp(
      `(?:中[華华])?民[國国]${gap}(?<year>\\d{1,3}|[元百${hanDigit}十]{1,5})${gap}[年./-]${gap}` +
        `(?<month>\\d{1,2}|[正元一二三四五六七八九十]{1,2})${gap}[月./-]${gap}(?<day>\\d{1,2}|[初一二三四五六七八九十廿卅]{1,3})(?:${gap}[日號号])?${rest}`,
      'g',
    ),
    numberOf: minguo,
  },
  {
    form: 'two-digit',
    sign: /年/,
    pattern: new RegExp(`(?<!\\d)(?<year>\\d{2})年(?<month>\\d{1,2})月(?<day>\\d{1,2})[日号]${rest}`, 'g'),
    numberOf: twoDigits,
  },
  {
    form: 'two-digit',
    pattern: new RegExp(
      `(?<![\\d\\-/.:])(?<year>\\d{2})(?<sign>[-/.])(?<month>\\d{1,2})\\k<sign>(?<day>\\d{1,2})(?!\\d)${rest}`,
      'g',
    ),
    numberOf: twoDigits,
    labelled: true,
  },
  {
    form: 'han',
    sign: /年/,
    pattern: new RegExp(
      `(?<year>[${hanDigit}]{4}|(?<!\\d)\\d{4})${gap}年${gap}(?<month>[正元一二三四五六七八九十]{1,2})${gap}月` +
        `(?:${gap}(?<day>[初一二三四五六七八九十廿卅]{1,3})(?:${gap}[日号])?)?`,
      'g',
    ),
    numberOf: han,
  },
  {
    form: 'english',
    sign: /[a-z]{3}/i,
    pattern: new RegExp(
      `(?<![a-z])${monthName}\\s{1,3}(?<day>\\d{1,2})(?:st|nd|rd|th)?,?\\s{1,3}(?<year>\\d{4})${rest}`,
      'gi',
    ),
    numberOf: english,
  },
  {
    form: 'english',
    sign: /[a-z]{3}/i,
    pattern: new RegExp(
      `(?<!\\d)(?<day>\\d{1,2})(?:st|nd|rd|th)?[\\s-]{1,3}${monthName},?[\\s-]{1,3}(?<year>\\d{4})${rest}`,
      'gi',
    ),
    numberOf: english,
  },
  {
    // `Thu Jul 14 09:41:07 CST 2005`, as Java writes it.
    form: 'english',
    sign: /[a-z]{3}/i,
    pattern: new RegExp(
      `(?<![a-z])${monthName}\\s{1,3}(?<day>\\d{1,2})\\s(?<hour>\\d\\d):(?<minute>\\d\\d):(?<second>\\d\\d)\\s(?:[a-z]{3,4}\\s)?(?<year>\\d{4})`,
      'gi',
    ),
    numberOf: english,
  },
  {
    // `7/14/2005 9:41:07 AM`, as a server of Windows writes it whose language is English.
    form: 'numeric',
    sign: /\/\d{4}/,
    pattern:
      /(?<![\d/])(?<month>\d{1,2})\/(?<day>\d{1,2})\/(?<year>\d{4})(?!\d)(?:\s\d{1,2}(?::\d\d){1,2}(?:\s?[AP]M)?)?/gi,
    numberOf: Number,
  },
];

/** The forms that are dates only when they are the whole text, as in a meta tag or a label's value. */
export const wholeForms: readonly Form[] = [
  {
    form: 'compact',
    pattern: /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})(?:(?<hour>\d{2})(?<minute>\d{2})(?<second>\d{2})?)?$/g,
    numberOf: Number,
  },
  { form: 'month', pattern: /^(?<year>\d{4})\s?[-/.]\s?(?<month>\d{1,2})$/g, numberOf: Number },
  { form: 'year', pattern: /^(?<year>\d{4})\s?年?$/g, numberOf: Number },
  { form: 'year', pattern: new RegExp(`^(?<year>[${hanDigit}]{4})\\s?年$`, 'g'), numberOf: han },
];
