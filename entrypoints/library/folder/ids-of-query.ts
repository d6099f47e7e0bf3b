import type { Search } from '../../../lib/search/contract.ts';
import { idsOfResult } from '../actions/export-scopes.ts';
import { routeOf } from '../route.svelte.ts';

/** The ids of what a query of the library finds, of everything that is kept for `''`. Rejects when the search fails. */
export async function idsOfQuery(search: Search, query: string): Promise<readonly string[]> {
  const { words, chosen } = routeOf(query);
  return idsOfResult(await search.find({ query: words.trim(), place: 'kept', sort: 'kept', chosen }));
}
