import type { PartialMoment } from '../essay/partial-date.ts';

/**
 * The moment, UTC and to the second, of a date in words with its zone, as in `Fri Jul 14 2006 10:20:30 GMT+0800 (…)` of
 * JavaScript or `Fri, 14 Jul 2006 10:20:30 +0800` of RFC 5322; null for anything else.
 */
export function momentOfDateText(text: string): PartialMoment | null {
  const written = /^\w{3},? \w+ \w+ \d{4} [\d:]{7,8} (?:GMT|UTC?|[+-]\d{4})(?:[+-]\d{4})?/.exec(text)?.[0];
  const moment = new Date(written ?? Number.NaN);
  return Number.isNaN(moment.getTime()) ? null : moment.toISOString().replace(/\.\d+Z$/, 'Z');
}
