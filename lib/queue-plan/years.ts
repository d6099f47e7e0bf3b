import type { PartialDate } from '../essay/partial-date.ts';

/** The years that a reader wants of a list, both included, and whether what the list does not date is wanted as well. */
export interface YearRule {
  readonly from: number;
  readonly to: number;
  readonly undated: boolean;
}

/** The year of a date; null where the list tells none. */
export const yearOfDate = (date: PartialDate | null): number | null =>
  date === null ? null : Number(date.slice(0, 4));

/** True for a date within the years; true for all where there is no rule. */
export function isWithin(date: PartialDate | null, rule: YearRule | undefined): boolean {
  if (rule === undefined) return true;
  const year = yearOfDate(date);
  return year === null ? rule.undated : rule.from <= year && year <= rule.to;
}

/** The first and the last year that a reader has typed, both included; null where neither is a year. */
export function typedYears(from: string, to: string): readonly [from: number, to: number] | null {
  const [first, last] = [from, to].map((text) => (/^\d{4}$/.test(text.trim()) ? Number(text) : null));
  return first == null && last == null ? null : [first ?? 0, last ?? 9999];
}

/** How many there are of each year, from the first. */
export function countYears(dates: Iterable<PartialDate | null>): readonly (readonly [year: number, count: number])[] {
  const found = new Map<number, number>();
  for (const date of dates) {
    const year = yearOfDate(date);
    if (year !== null) found.set(year, (found.get(year) ?? 0) + 1);
  }
  return [...found].sort(([one], [other]) => one - other);
}
