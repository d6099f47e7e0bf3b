import type { Scope } from '../../../lib/features/export/scope.ts';
import type { FindRequest, Search, SearchResult } from '../../../lib/search/contract.ts';
import type { Results } from '../list/results.svelte.ts';
import type { Selection } from '../list/selection.svelte.ts';

/** Ids asked of the search at a time. */
const WINDOW = 5000;

/** Where the library is, as far as an export asks. */
interface Here {
  readonly search: Search;
  readonly results: Results;
  readonly selection: Selection;
  readonly request: FindRequest;
  /** True when words or filters leave essays out. */
  readonly narrowed: boolean;
}

/** All ids of a result from top to bottom, by window. */
export async function idsOfResult(found: SearchResult): Promise<readonly string[]> {
  const ids: string[] = [];
  while (ids.length < found.total) {
    const some = await found.ids(ids.length, ids.length + WINDOW);
    if (some.length === 0) break;
    ids.push(...some);
  }
  return ids;
}

const scopeOf = (is: 'found' | 'all', found: SearchResult): Scope => ({
  is,
  count: found.total,
  ids: () => idsOfResult(found),
});

/**
 * What can be exported from here, the nearest at hand first: the essays chosen, what the search found, the whole
 * collection. Essays in the trash are not exported. Rejects when the search fails.
 */
export async function exportScopes({ search, results, selection, request, narrowed }: Here): Promise<readonly Scope[]> {
  const kept = request.place === 'kept';
  // What is read of others is theirs: it is exported once it was taken over.
  const here = kept ? (results.found?.own ?? results.found) : null;
  const chosen: Scope = {
    is: 'chosen',
    count: selection.size,
    ids: async () => selection.inOrder(await results.ids()),
  };
  // The whole is in the order of the list too, but for relevance, which is to words alone.
  const sort = request.sort === 'relevance' ? 'kept' : request.sort;
  const all =
    here !== null && !narrowed
      ? here
      : await search.find({ query: '', place: 'kept', sort: kept ? sort : 'kept', chosen: {} });
  return [
    ...(kept && selection.size > 0 ? [chosen] : []),
    ...(here !== null && narrowed && here.total > 0 ? [scopeOf('found', here)] : []),
    ...(all.total > 0 ? [scopeOf('all', all)] : []),
  ];
}
