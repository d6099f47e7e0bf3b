import type { Collection } from '../../lib/collection/collection.ts';
import { getRows } from '../../lib/collection/get-rows.ts';
import type { EssayRow } from '../../lib/collection/rows.ts';
import type { Search, Snippet } from '../../lib/search/contract.ts';

/** One hit: the essay and the passage that was sought. */
export interface Hit {
  readonly row: EssayRow;
  readonly snippet: Snippet | null;
}

/** Hits shown: a screenful. */
const SCREENFUL = 20;

/**
 * The popup's search over the whole collection. The engine is started by the first words: most popups are opened to keep
 * a page and never search.
 */
export function createPopupSearch(collection: Collection, open: () => Search) {
  let status = $state<'idle' | 'ready' | 'failed'>('idle');
  let hits = $state.raw<readonly Hit[]>([]);
  let engine: Search | null = null;
  // Counts what was sought: what an earlier search still answers is not heard.
  let turn = 0;

  async function hitsOf(search: Search, query: string): Promise<readonly Hit[]> {
    const found = await search.find({ query, place: 'kept', sort: 'relevance', chosen: {} });
    const ids = await found.ids(0, SCREENFUL);
    const [rows, snippets] = await Promise.all([getRows(collection, ids), search.snippets(ids, found.terms)]);
    const passages = new Map(snippets.map((snippet) => [snippet.id, snippet]));
    return rows.flatMap((row) => (row === null ? [] : [{ row, snippet: passages.get(row.id) ?? null }]));
  }

  return {
    get status() {
      return status;
    },
    get hits(): readonly Hit[] {
      return hits;
    },
    /** Seeks words; the hits at hand stay until the new ones have come. */
    async seek(query: string): Promise<void> {
      const mine = ++turn;
      if (query === '') {
        [status, hits] = ['idle', []];
        return;
      }
      try {
        engine ??= open();
        const next = await hitsOf(engine, query);
        if (mine === turn) [status, hits] = ['ready', next];
      } catch {
        if (mine === turn) [status, hits] = ['failed', []];
      }
    },
  };
}
