import type { Counts } from '../../../lib/search/contract.ts';

/** Years that stand side by side without a gap at most: beyond, one wrong date would push all others together. */
const MOST_GAPLESS = 45;

/** The years that pictures are drawn over: all from the first to the last, or, where that is too many, those that have essays. */
export function axisOf(years: Counts['years']): readonly number[] {
  const [first, last] = [years[0]?.year ?? 0, years.at(-1)?.year ?? 0];
  if (years.length === 0) return [];
  const span = last - first + 1;
  return span <= MOST_GAPLESS ? Array.from({ length: span }, (_, at) => first + at) : years.map(({ year }) => year);
}

/** Steps of the scale, beside none. */
export const LEVELS = 5;

/** The step of the scale that a count stands on, 0 for none: by its root, since most counts are small and a few are not. */
export const levelOf = (count: number, most: number): number =>
  count <= 0 ? 0 : Math.min(LEVELS, Math.max(1, Math.ceil(LEVELS * Math.sqrt(count / Math.max(1, most)))));
