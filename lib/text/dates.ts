import { type PartialDate, partialDate } from '../essay/partial-date.ts';
import { halfWidth } from './characters.ts';
import { type DateForm, type Form, forms, wholeForms } from './date-forms.ts';
import { matchesOf } from './matches-of.ts';

export type { DateForm } from './date-forms.ts';

/** A date read from text or from an address. */
export interface DateReading {
  readonly value: PartialDate;
  /** `10:23` or `10:23:45`, local to the page; null when the text tells none. */
  readonly time: string | null;
  readonly raw: string;
  readonly form: DateForm;
}

/** A date found in a longer text, with its place. */
export interface DateMatch extends DateReading {
  readonly start: number;
  readonly end: number;
}

/** What a date has to keep to. */
export interface DateOptions {
  /** The capture's date or moment, as precise as it is known: later dates are refused (a day of grace for time zones). */
  readonly notAfter?: string;
  /** Earlier dates are refused. Left out: 1995, when the first portals opened. Pass an earlier year for dates of newspapers. */
  readonly notBefore?: string;
  /** The text stood behind a date label, so that `05-07-14` may be a date. */
  readonly labelled?: boolean;
}

/** A clock that tells the reader's today, not the page's day. */
const today = /(?:今天|今日|现在|當前時間|当前时间|today)[是为:：\s]*$/i;

const dayAfter = (moment: string): string => {
  const day = moment.slice(0, 10);
  const time = day.length === 10 ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  return Number.isNaN(time) ? day : new Date(time + 86_400_000).toISOString().slice(0, 10);
};

/** True when the date lies within the limits, compared as far as both are precise. */
export function withinLimits(date: PartialDate, { notAfter, notBefore = '1995' }: DateOptions): boolean {
  const common = (limit: string): [string, string] => {
    const length = Math.min(limit.length, date.length);
    return [date.slice(0, length), limit.slice(0, length)];
  };
  const [from, earliest] = common(notBefore.slice(0, 10));
  if (from < earliest) return false;
  if (notAfter === undefined) return true;
  const [to, latest] = common(dayAfter(notAfter));
  return to <= latest;
}

const pad = (part: string | number): string => String(part).padStart(2, '0');

function timeOf(groups: Readonly<Record<string, string | undefined>>): string | null {
  const { hour, minute, second, half } = groups;
  if (hour === undefined || minute === undefined) return null;
  const late = (half === '下午' || half === '晚上') && Number(hour) < 12;
  const hours = Number(hour) + (late ? 12 : 0);
  if (hours > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return null;
  return [hours, minute, ...(second === undefined ? [] : [second])].map(pad).join(':');
}

/** `narrow` is the text in half width: as long as the text, so that places in it hold in both. */
function readForm({ form, pattern, numberOf }: Form, text: string, narrow: string, options: DateOptions): DateMatch[] {
  const found: DateMatch[] = [];
  for (const match of matchesOf(narrow, pattern)) {
    const groups = match.groups ?? {};
    const { year = '', month, day } = groups;
    const value = partialDate(
      numberOf(year, 'year'),
      month === undefined ? undefined : numberOf(month, 'month'),
      day === undefined ? undefined : numberOf(day, 'day'),
    );
    if (value === null || !withinLimits(value, options)) continue;
    const start = match.index;
    const end = start + match[0].length;
    if (today.test(text.slice(Math.max(0, start - 8), start))) continue;
    const precision = value.length === 7 && form === 'chinese' ? 'month' : form;
    found.push({ value, time: timeOf(groups), raw: text.slice(start, end), form: precision, start, end });
  }
  return found;
}

/** Every date has one of these. */
const ofDates = /[\d\uff10-\uff19年]/;

/** All dates of a text with year and month at least, in order. `07-14` and today's-date lines (今天是…) are no dates. */
export function findDates(text: string, options: DateOptions = {}): readonly DateMatch[] {
  if (!ofDates.test(text)) return [];
  const narrow = halfWidth(text);
  const found = forms
    .filter(({ labelled, sign }) => sign?.test(narrow) !== false && (!labelled || options.labelled))
    .flatMap((form) => readForm(form, text, narrow, options))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const apart: DateMatch[] = [];
  for (const match of found) if (match.start >= (apart.at(-1)?.end ?? 0)) apart.push(match);
  return apart;
}

/** No form of a whole text is longer: `20050714102345`. In characters. */
const longestWhole = 14;

/**
 * The first date of a short text such as a label's value or a meta tag's content, or null.
 * Also reads texts that are nothing but a date: `20050714`, `[2005-7]`, `1996`.
 */
export function readDate(text: string, options: DateOptions = {}): DateReading | null {
  if (!ofDates.test(text)) return null;
  const bare = text.replace(/^[\s\u3000([【（［]+|[\s\u3000)\]】）］]+$/g, '');
  const narrow = halfWidth(bare);
  const whole =
    bare.length > longestWhole ? undefined : wholeForms.flatMap((form) => readForm(form, bare, narrow, options))[0];
  const found = whole ?? findDates(text, options)[0];
  if (found === undefined) return null;
  const { value, time, raw, form } = found;
  return { value, time, raw, form };
}
