import { type CslItem, isoDate } from './csl.ts';

/** Chinese by its sounds, as the standard lets authors be put in order. */
const bySound = new Intl.Collator('zh-u-co-pinyin');

const yearOf = (item: CslItem): number => item.issued?.['date-parts'][0][0] ?? Number.POSITIVE_INFINITY;

/** Authors as a list by author and date names them: what has none stands under 佚名. */
const namesOf = (item: CslItem): string => item.author?.map(({ literal }) => literal).join('、') || '佚名';

const none = { 'date-parts': [[]] } as const;

function compare(one: CslItem, other: CslItem): number {
  const [year, otherYear] = [yearOf(one), yearOf(other)];
  return (
    bySound.compare(namesOf(one), namesOf(other)) ||
    (year === otherYear ? 0 : year - otherYear) ||
    bySound.compare(isoDate(one.issued ?? none), isoDate(other.issued ?? none)) ||
    bySound.compare(one.title, other.title) ||
    (one.id < other.id ? -1 : 1)
  );
}

/** The letter behind a year, from 0: `a` to `z`, then `aa` and on. */
export const letters = (n: number): string =>
  (n < 26 ? '' : letters(Math.floor(n / 26) - 1)) + String.fromCharCode(97 + (n % 26));

/**
 * Works in the order of GB/T 7714's author-date system: by the sound of the authors' names, then by year. Several of the
 * same authors and year are distinguished by a letter behind the year.
 */
export function inAuthorDateOrder(items: Iterable<CslItem>): readonly CslItem[] {
  const sorted = [...items].sort(compare);
  const keyOf = (item: CslItem): string => `${namesOf(item)}\n${yearOf(item)}`;
  const counts = new Map<string, number>();
  for (const item of sorted) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  const given = new Map<string, number>();
  return sorted.map((item) => {
    const key = keyOf(item);
    if (!item.issued || counts.get(key) === 1) return item;
    const n = given.get(key) ?? 0;
    given.set(key, n + 1);
    return { ...item, 'year-suffix': letters(n) };
  });
}
