import type { FacetName, Filters } from '../../../lib/search/contract.ts';
import { countChosen } from '../route.svelte.ts';

/** Facets whose values have a page of their own: the list of one value, under its name. */
const named = ['author', 'institution'] as const satisfies readonly FacetName[];

/** The author or the institution whose page a list is: the one thing that it is narrowed by. */
export interface FacetPage {
  readonly facet: (typeof named)[number];
  readonly value: string;
}

/** The page that a list is; null for any other list. */
export function facetPageOf(words: string, chosen: Filters): FacetPage | null {
  if (words !== '' || countChosen(chosen) !== 1) return null;
  const facet = named.find((name) => chosen[name] !== undefined);
  const value = facet === undefined ? undefined : chosen[facet]?.[0];
  return facet === undefined || value === undefined || value === '' ? null : { facet, value };
}
