import { type Counts, type FacetName, type FacetValue, facetNames } from '../contract.ts';

/** Facets of one's own work, which nobody else's essays have. */
export const ownFacets: ReadonlySet<FacetName> = new Set(['check', 'reading', 'tag', 'shelf']);

/** How several results together spread over the facets; the first is one's own. */
export function joinCounts(all: readonly Counts[]): Counts {
  const [mine, ...others] = all;
  const facets = facetNames.map((name) => {
    const joined = ownFacets.has(name) ? [mine] : [mine, ...others];
    return [name, joinValues(joined.map((counts) => counts?.facets[name] ?? []))] as const;
  });
  return {
    facets: Object.fromEntries(facets) as Record<FacetName, readonly FacetValue[]>,
    years: joinYears(all.map(({ years }) => years)),
    allYears: joinYears(all.map(({ allYears }) => allYears)),
    undated: all.reduce((sum, { undated }) => sum + undated, 0),
  };
}

function joinValues(lists: readonly (readonly FacetValue[])[]): readonly FacetValue[] {
  if (lists.length === 1) return lists[0] ?? [];
  const counts = new Map<string, number>();
  for (const { value, count } of lists.flat()) counts.set(value, (counts.get(value) ?? 0) + count);
  return [...counts].map(([value, count]) => ({ value, count })).toSorted((one, other) => other.count - one.count);
}

function joinYears(lists: readonly Counts['years'][]): Counts['years'] {
  const counts = new Map<number, number>();
  for (const { year, count } of lists.flat()) counts.set(year, (counts.get(year) ?? 0) + count);
  return [...counts].map(([year, count]) => ({ year, count })).toSorted((one, other) => one.year - other.year);
}
