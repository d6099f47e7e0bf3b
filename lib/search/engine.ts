import type { Collection } from '../collection/collection.ts';
import { emptyLedger, refreshLedger } from '../collection/ledger/read-ledger.ts';
import { rebuildLedger } from '../collection/ledger/rebuild-ledger.ts';
import { LIVE, TRASHED, textColumns } from '../collection/ledger/slot.ts';
import { completions } from './complete.ts';
import type { FindRequest } from './contract.ts';
import { blockCache, StaleIndex } from './index/block-cache.ts';
import { clearIndex, type IndexSizes, runIndexer, usualSizes, withIndexLock } from './index/indexer.ts';
import type { Matches } from './index/match-segment.ts';
import { matchTexts } from './index/match-texts.ts';
import { tailScan } from './index/tail.ts';
import type { Acts } from './protocol.ts';
import { columnValues } from './query/column-values.ts';
import { type AllValues, choose } from './query/facets.ts';
import { filterNames, parseQuery, type Query } from './query/parse-query.ts';
import { sorterOf } from './query/sort-hits.ts';
import { readSnippets } from './snippets.ts';
import { fold } from './text/fold.ts';

/** Results whose ids can still be asked for: a page shows one, and looks back at a few. */
const KEPT_RESULTS = 6;

/** The search itself, without a worker: what the worker calls, and tests. */
export interface Engine extends Acts {
  /** Indexes what is worth indexing; a call while one runs joins it. Rejects when the database fails. */
  index(): Promise<void>;
  /** Makes ledger and index anew from the essays. */
  rebuild(): Promise<void>;
}

/** Opens the search of a collection. `sizes` are for tests. */
export function openEngine(collection: Collection, sizes: IndexSizes = usualSizes): Engine {
  const ledger = emptyLedger();
  const values = Object.fromEntries(
    textColumns.map((name) => [name, columnValues(ledger.columns[name])]),
  ) as unknown as AllValues;
  const cache = blockCache(collection);
  const tail = tailScan(collection, ledger);
  const sortHits = sorterOf(ledger, values);
  const results = new Map<number, readonly string[]>();
  const state = { queue: Promise.resolve() as Promise<unknown>, results: 0, indexing: null as Promise<void> | null };

  // The ledger changes in place, so what reads it waits for its turn.
  const inTurn = <T>(run: () => Promise<T>): Promise<T> => {
    const turn = state.queue.then(run);
    state.queue = turn.catch(() => undefined);
    return turn;
  };
  const refresh = (): Promise<unknown> => refreshLedger(collection, ledger);

  const tagNames = async (): Promise<Map<string, string>> =>
    new Map((await collection.tags.toArray()).map(({ id, name }) => [id, name]));

  /** 1 for the documents of the place that the query's filters let through. */
  const looked = async ({ filters, years }: Query, place: FindRequest['place']): Promise<Uint8Array> => {
    const wanted = place === 'kept' ? LIVE : TRASHED;
    const hits = ledger.states.slice(0, ledger.size).map((found) => (found === wanted ? 1 : 0));
    const tags = filters.some(({ name }) => name === 'tag') ? await tagNames() : new Map<string, string>();
    for (const { name, text, not } of filters) {
      const fits = values[filterNames[name]].codesWhere((value, folded) =>
        (name === 'tag' ? fold(tags.get(value) ?? '') : folded).includes(text),
      );
      const { codes } = ledger.columns[filterNames[name]];
      for (let doc = 0; doc < hits.length; doc += 1) if ((fits[codes[doc] ?? 0] === 1) === not) hits[doc] = 0;
    }
    for (const [from, to] of years) {
      for (let doc = 0; doc < hits.length; doc += 1) {
        const published = ledger.published[doc] ?? 0;
        if (published === 0 || published < from * 10_000 || published >= (to + 1) * 10_000) hits[doc] = 0;
      }
    }
    return hits;
  };

  /** An index that lost blocks is taken away: its documents are found in the tail until it is made anew. */
  const match = async ({ all, none }: Query, here: Uint8Array): Promise<Matches> => {
    const parts = { collection, ledger, cache, tail };
    try {
      return await matchTexts(parts, all, none, here);
    } catch (error) {
      if (!(error instanceof StaleIndex)) throw error;
      await clearIndex(collection);
      return matchTexts(parts, all, none, here);
    }
  };

  const find: Acts['find'] = ({ query: typed, place, sort, chosen }) =>
    inTurn(async () => {
      const started = performance.now();
      await refresh();
      const query = parseQuery(typed);
      const here = await looked(query, place);
      const { hits, weights } =
        query.all.length + query.none.length === 0
          ? { hits: here, weights: new Uint16Array(here.length) }
          : await match(query, here);
      const { docs, facets, years } = choose(ledger, values, hits, chosen);
      const sorted = sortHits(docs, { sort, place, terms: query.all, weights });
      state.results += 1;
      results.set(
        state.results,
        Array.from(sorted, (doc) => ledger.ids[doc] ?? ''),
      );
      results.delete(state.results - KEPT_RESULTS);
      const tookMs = performance.now() - started;
      return { result: state.results, total: docs.length, facets, years, terms: query.words, tookMs };
    });

  const index = (): Promise<void> => {
    state.indexing ??= withIndexLock(collection.name, () =>
      runIndexer({ collection, ledger, sizes, refresh: () => inTurn(refresh).then(() => undefined) }),
    ).finally(() => {
      state.indexing = null;
    });
    return state.indexing;
  };

  return {
    find,
    async ids(result, from, to) {
      const found = results.get(result);
      if (found === undefined) throw new Error('This result is not held any more: search again.');
      return found.slice(from, to);
    },
    snippets: (ids, terms) => readSnippets(collection, ids, terms),
    complete: (prefix) =>
      inTurn(async () => {
        await refresh();
        return completions(prefix, ledger, values, await tagNames());
      }),
    index,
    async rebuild() {
      await rebuildLedger(collection);
      await index();
    },
  };
}
