import { partialDate } from '../essay/partial-date.ts';
import { type DateOptions, type DateReading, withinLimits } from './dates.ts';

/**
 * Path shapes that carry the day or month of filing, most certain first: TRS `/200507/t20050714_123.htm`, Hanweb `/art/2005/7/14/`,
 * newspapers `/2005-07/14/`, Sudy `/2005/0714/`, `/20050714/`, then PowerEasy's month `/200507/123.html`
 * (the last of several).
 */
const shapes: readonly RegExp[] = [
  /\/t(\d{4})(\d{2})(\d{2})_\d/,
  /\/(\d{4})[/-](\d{1,2})[/-](\d{1,2})(?=[/_.-]|$)/,
  /\/(\d{4})\/?(\d{2})(\d{2})(?=[/_]|$)/,
  // A moment to the second, as editors name their files.
  /\/(\d{4})(\d{2})(\d{2})[0-2]\d[0-5]\d[0-5]\d(?=[_.]|$)/,
  /^.*[/_](\d{4})[/_-]?(\d{2})()(?=\/)/,
  /^.*\/(\d{4})-(\d)()(?=\/)/,
];

/**
 * The date in an article's original address, to the day or the month, or null. A fall-back only: it is the day of filing.
 * Give the address before archiving, for an archive's own address holds the time of capture.
 */
export function dateOfUrl(url: string, options: DateOptions = {}): DateReading | null {
  const path = url.replace(/^[a-z]+:\/+[^/]*/i, '').replace(/[?#].*$/s, '');
  for (const shape of shapes) {
    const match = shape.exec(path);
    if (!match) continue;
    const [, year, month, day] = match;
    const value = partialDate(Number(year), Number(month), day ? Number(day) : undefined);
    if (value !== null && withinLimits(value, options)) return { value, time: null, raw: path, form: 'url' };
  }
  return null;
}
