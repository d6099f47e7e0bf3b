import { foreignId, partsOfForeignId } from '../../collection/subscriptions/foreign-id.ts';
import type { FindRequest, Search, SearchResult, Snippet } from '../contract.ts';
import { orderOfHits } from '../query/order-of-hits.ts';
import { joinCounts, ownFacets } from './join-counts.ts';
import { mergedHits } from './merge-hits.ts';

/** The search of what is read of another, by the id of the subscription. */
export interface OtherSearch {
  readonly id: string;
  readonly search: Pick<Search, 'find' | 'snippets'>;
}

/** Filters that are about one's own work: nobody else's essays are found by them. */
const isAboutOwn = ({ place, among, chosen }: FindRequest): boolean =>
  place === 'trash' ||
  among !== undefined ||
  chosen.cluster != null ||
  [...ownFacets].some((facet) => (chosen[facet] ?? []).length > 0) ||
  (chosen.also ?? []).some(([facet]) => ownFacets.has(facet));

/**
 * Searches one's own collection together with what is read of others: each by a worker of its own, side by side, and the hits in one order. Those of
 * others have ids that tell whose they are (`foreignId`). One that fails is left out; one's own is not.
 */
export function joinSearches(
  own: Pick<Search, 'find' | 'snippets'>,
  others: readonly OtherSearch[],
): Pick<Search, 'find' | 'snippets'> {
  async function find(request: FindRequest): Promise<SearchResult> {
    const { whose } = request;
    const wanted = { ...request, withKeys: true };
    const asked = isAboutOwn(request) ? [] : others.filter(({ id }) => whose === undefined || whose === id);
    const [mine, ...theirs] = await Promise.all([
      // What is not wanted is not looked for: no essay has such a date.
      own.find(whose === undefined || whose === OWN ? wanted : { ...wanted, among: [] }),
      ...(whose === OWN ? [] : asked).map(async ({ id, search }) => {
        const result = await search.find(wanted).catch(() => null);
        return result && { id, result };
      }),
    ]);
    const found = theirs.filter((one) => one !== null);
    if (found.length === 0) return { ...mine, own: mine };
    const ids = mergedHits(
      [
        { total: mine.total, keyed: mine.keyed, nameOf: (id: string) => id },
        ...found.map(({ id: from, result }) => ({
          total: result.total,
          keyed: result.keyed,
          nameOf: (id: string) => foreignId(from, id),
        })),
      ],
      orderOfHits(request, mine.terms),
    );
    return {
      ...mine,
      own: mine,
      total: found.reduce((sum, { result }) => sum + result.total, mine.total),
      tookMs: Math.max(mine.tookMs, ...found.map(({ result }) => result.tookMs)),
      ids,
      counts: async () => joinCounts(await Promise.all([mine.counts(), ...found.map(({ result }) => result.counts())])),
    };
  }

  async function snippets(ids: readonly string[], terms: readonly string[]): Promise<readonly Snippet[]> {
    const foreign = ids.map(partsOfForeignId);
    const mine = ids.filter((_, at) => foreign[at] === null);
    const asked = others.map(async ({ id, search }) => {
      const theirs = foreign.flatMap((one) => (one?.from === id ? [one.essayId] : []));
      if (theirs.length === 0) return [];
      const found = await search.snippets(theirs, terms).catch(() => []);
      return found.map((snippet) => ({ ...snippet, id: foreignId(id, snippet.id) }));
    });
    const all = (await Promise.all([mine.length === 0 ? [] : own.snippets(mine, terms), ...asked])).flat();
    const places = new Map(ids.map((id, at) => [id, at]));
    return all.toSorted((one, other) => (places.get(one.id) ?? 0) - (places.get(other.id) ?? 0));
  }
  return { find, snippets };
}

/** In the place of a subscription's id: one's own essays alone. */
export const OWN = 'own';
