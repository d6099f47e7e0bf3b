import type { FindRequest, HitKey } from '../contract.ts';

/**
 * The order of a result over several collections, as `sorterOf` has it within one. `terms` are the words of the query. What has no value stands last
 * either way; equal ones stand newest first.
 */
export function orderOfHits(
  { sort, reversed = false }: Pick<FindRequest, 'sort' | 'reversed'>,
  terms: readonly string[],
): (one: HitKey, other: HitKey) => number {
  const newest = (one: HitKey, other: HitKey): number => other.moment - one.moment;
  const latest = (one: HitKey, other: HitKey): number => other.published - one.published || newest(one, other);
  const way = reversed ? -1 : 1;
  const lacking =
    (has: (key: HitKey) => boolean, by: (one: HitKey, other: HitKey) => number) =>
    (one: HitKey, other: HitKey): number =>
      Number(has(other)) - Number(has(one)) || way * by(one, other) || newest(one, other);
  switch (sort) {
    case 'relevance':
      return terms.length === 0 ? newest : (one, other) => other.score - one.score || latest(one, other);
    case 'kept':
      return (one, other) => way * newest(one, other);
    case 'published':
      return lacking(
        ({ published }) => published > 0,
        (one, other) => other.published - one.published,
      );
    case 'length':
      return (one, other) => way * (other.length - one.length) || newest(one, other);
    default: {
      const { compare } = new Intl.Collator('zh-u-co-pinyin', { numeric: true });
      return lacking(
        ({ name }) => name !== '',
        (one, other) => compare(one.name, other.name),
      );
    }
  }
}
