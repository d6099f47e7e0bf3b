import { readableRows } from '../collection/checked/check-row.ts';
import type { Collection } from '../collection/collection.ts';
import type { SegmentRow } from '../collection/ledger/index-rows.ts';
import { emptyLedger, essayIdOf, type Ledger, ledgerTables, refreshFrom } from '../collection/ledger/read-ledger.ts';
import { rebuildLedger } from '../collection/ledger/rebuild-ledger.ts';
import { textColumns } from '../collection/ledger/slot.ts';
import { readAtOnce } from '../collection/read-at-once.ts';
import { completions } from './complete.ts';
import type { Filters, KeyedHit, ListPlace } from './contract.ts';
import type { IndexFiles } from './files/index-files.ts';
import { renewLedgerFile, takeLedgerFile } from './files/ledger-file.ts';
import { segmentFiles } from './files/segment-files.ts';
import { readUnits } from './files/segment-texts.ts';
import { blockCache, whileFresh } from './index/block-cache.ts';
import { DamagedIndex } from './index/damaged-index.ts';
import { runIndexer, withIndexLock } from './index/indexer.ts';
import { openManifest } from './index/manifest.ts';
import type { Matches } from './index/match-segment.ts';
import { matchTexts } from './index/match-texts.ts';
import { renewIndex } from './index/renew-index.ts';
import { tailOf } from './index/segments.ts';
import { type IndexSizes, usualSizes } from './index/sizes.ts';
import { tailScan } from './index/tail.ts';
import { mending } from './mend-index.ts';
import { RESULT_GONE, type WorkerCalls } from './protocol.ts';
import { hitsAmong } from './query/among.ts';
import { columnValues } from './query/column-values.ts';
import { type AllValues, choose, countFacets } from './query/facets.ts';
import { type NamesById, placesOf } from './query/match-filters.ts';
import { matchQuery, type QueryParts, termsOf } from './query/match-query.ts';
import { overviewOf } from './query/overview.ts';
import { parseQuery, type Query } from './query/parse-query.ts';
import { keysOfHits, type Ranked, type Sorting, sorterOf } from './query/sort-hits.ts';
import { readSnippets } from './snippets.ts';
import { fold } from './text/fold.ts';
import { type OwnMarks, ownMarks } from './text/own-marks.ts';
import { mayBeReading, type Readings } from './text/readings.ts';

/** Results whose ids and counts can still be asked for: a page shows one, and looks back at a few. */
const KEPT_RESULTS = 6;

/** Ids that go with the answer: a window of the library's list. */
const FIRST_IDS = 50;

interface HeldResult {
  readonly ranked: Ranked;
  readonly hits: Uint8Array;
  readonly chosen: Filters;
  readonly sorting: Omit<Sorting, 'reversed'>;
  /** The ledger's first number and its ids when it was found: places mean what they meant then. */
  readonly of: Pick<Ledger, 'base' | 'ids'>;
}

/** The search itself, without a worker: what the worker calls, and tests. */
export interface Engine extends WorkerCalls {
  /** See `Search.rebuild`. */
  rebuild(tell?: (share: number) => void): Promise<void>;
}

const noNames: NamesById = { tag: new Map(), shelf: new Map() };
const noMarks: OwnMarks = new Map();

/** Opens the search of a collection. `sizes` are for tests; `loadReadings` gives pinyin, where it can be loaded, `openFiles` the files of the index. */
export function openEngine(
  collection: Collection,
  sizes: IndexSizes = usualSizes,
  loadReadings: () => Promise<Readings | null> = async () => null,
  openFiles: () => Promise<IndexFiles | null> = async () => null,
): Engine {
  const ledger = emptyLedger();
  const values = Object.fromEntries(
    textColumns.map((name) => [name, columnValues(ledger.columns[name])]),
  ) as unknown as AllValues;
  const manifest = openManifest(collection);
  const opened = { files: null as Promise<IndexFiles | null> | null };
  const indexFiles = (): Promise<IndexFiles | null> => {
    opened.files ??= openFiles();
    return opened.files;
  };
  const files = segmentFiles(indexFiles);
  const parts = { ledger, cache: blockCache(collection, files), tail: tailScan(collection, ledger), files };
  const marks = ownMarks(collection);
  const pinyin = { readings: null as Promise<Readings | null> | null };
  /** Without it nothing else is found worse; the next search tries again. */
  const load = (): Promise<Readings | null> => {
    pinyin.readings ??= loadReadings().catch(() => {
      pinyin.readings = null;
      return null;
    });
    return pinyin.readings;
  };
  const sortHits = sorterOf(ledger, values);
  const documentsOf = placesOf(ledger);
  const results = new Map<number, HeldResult>();
  const state = {
    queue: Promise.resolve() as Promise<unknown>,
    results: 0,
    indexing: null as Promise<void> | null,
    /** As they were read last. */
    segments: [] as readonly SegmentRow[],
  };
  const listeners = new Set<(share: number) => void>();

  // The ledger changes in place, so what reads it waits for its turn.
  const inTurn = <T>(run: () => Promise<T>): Promise<T> => {
    const turn = state.queue.then(run);
    state.queue = turn.catch(() => undefined);
    return turn;
  };
  /** Brings the ledger up to date, and gives the segments of the same moment. */
  const refreshOnce = async (): Promise<readonly SegmentRow[]> => {
    // What goes wrong with the file goes wrong with the database too, or costs the time that it would have saved.
    if (ledger.version === 0) await takeLedgerFile(collection, indexFiles, ledger).catch(() => undefined);
    const tables = [...ledgerTables(collection), collection.segments];
    const [segments] = await readAtOnce(collection, tables, (reading) =>
      Promise.all([manifest.refresh(reading), refreshFrom(reading, collection, ledger)]),
    );
    const end = ledger.base + ledger.size;
    // Segments cover the numbers from the first alive on: one that is missing would hide its documents.
    if ((segments[0]?.from ?? 0) > ledger.base) throw new DamagedIndex('A segment is missing.');
    if (tailOf(segments) > end) throw new DamagedIndex('A segment has documents that there are not.');
    files.keep(segments);
    state.segments = segments;
    return segments;
  };
  const refresh = (): Promise<readonly SegmentRow[]> => mending(collection, refreshOnce);
  const ownNames = async (): Promise<NamesById> => {
    const { tags, shelves } = collection;
    const named = <Row extends { readonly id: string; readonly name: string }>(rows: readonly Row[]) =>
      new Map(rows.map(({ id, name }) => [id, name]));
    const [tag, shelf] = await readAtOnce(collection, [tags, shelves], ({ all }) =>
      Promise.all([all(tags), all(shelves)]),
    );
    return { tag: named(readableRows('tags', tag)), shelf: named(readableRows('shelves', shelf)) };
  };

  const match = async (
    query: Query,
    place: ListPlace,
    side: Omit<QueryParts, 'texts'>,
    segments: readonly SegmentRow[],
  ): Promise<Matches> => {
    const texts: QueryParts['texts'] = async (all, none, here) =>
      all.length + none.length > 0
        ? matchTexts(parts, all, none, here, segments)
        : { hits: here, weights: new Uint16Array(here.length), base: ledger.base };
    return matchQuery({ ...side, texts }, query, documentsOf(place));
  };
  const held = (result: number): HeldResult => {
    const found = results.get(result);
    if (found === undefined) throw new Error(RESULT_GONE);
    return found;
  };
  const idsOf = ({ ranked, of }: Pick<HeldResult, 'ranked' | 'of'>, from: number, to: number): string[] =>
    Array.from(ranked.docs(from, to), (place) => essayIdOf(of, place));

  const keyedOf = (
    { ranked, of, sorting }: Pick<HeldResult, 'ranked' | 'of' | 'sorting'>,
    from: number,
    to: number,
  ) => {
    const docs = ranked.docs(from, to);
    const keys = keysOfHits(ledger, values, docs, sorting);
    return keys.map((key, at): KeyedHit => ({ id: essayIdOf(of, docs[at] ?? 0), key }));
  };

  /** The hits of a result by today's places: numbers that were let go of since stood before them. */
  const hitsNow = (result: number): Uint8Array => {
    const { hits, of } = held(result);
    return hits.subarray(Math.max(0, ledger.base - of.base));
  };

  const find: WorkerCalls['find'] = ({
    query: typed,
    place,
    sort,
    reversed = false,
    chosen,
    among,
    withKeys = false,
  }) =>
    inTurn(async () => {
      const started = performance.now();
      const query = parseQuery(typed);
      const terms = termsOf(query);
      // Asked for with all else that the database is asked: it answers what is asked at once sooner than one after another.
      const begun = { segments: refreshOnce() as ReturnType<typeof refreshOnce> | null };
      begun.segments?.catch(() => undefined);
      const asks = terms.length + query.none.length + query.filters.length + query.either.length > 0;
      const [names, known, readings] = await Promise.all([
        asks ? ownNames() : noNames,
        asks ? marks.read() : noMarks,
        terms.some(mayBeReading) ? load() : null,
      ]);
      const side = { collection, ledger, values, names, marks: known, readings };
      // An index that lost blocks is taken away: its documents are found in the tail until it is made anew.
      const { hits: matched, weights } = await mending(collection, () =>
        whileFresh(async () => {
          const segments = begun.segments ?? refreshOnce();
          begun.segments = null;
          return match(query, place, side, await segments);
        }),
      );
      const hits = among === undefined ? matched : hitsAmong(matched, ledger, among);
      const ranked = sortHits(choose(ledger, values, hits, chosen), { sort, reversed, place, terms, weights });
      const of = { base: ledger.base, ids: ledger.ids };
      state.results += 1;
      const sorting = { sort, place, terms, weights };
      results.set(state.results, { ranked, hits, chosen, of, sorting });
      results.delete(state.results - KEPT_RESULTS);
      return {
        result: state.results,
        total: ranked.total,
        first: idsOf({ ranked, of }, 0, FIRST_IDS),
        firstKeyed: withKeys ? keyedOf({ ranked, of, sorting }, 0, FIRST_IDS) : [],
        terms: query.words,
        tookMs: performance.now() - started,
      };
    });

  const marked = async (): Promise<ReadonlySet<string>> => new Set((await marks.read()).keys());
  /** The units of a document's text as its segment's file holds it; null for one of the tail. */
  const textOf = async (doc: number): Promise<Uint16Array | null> => {
    const segment = state.segments.find(({ from, to }) => doc >= from && doc < to);
    const [units] = (segment && (await readUnits(files, segment, [doc]).catch(() => null))) ?? [];
    return units === undefined || units.length === 0 ? null : units;
  };

  const tell = (share: number): void => {
    for (const listener of listeners) listener(share);
  };
  const index = (waits: boolean): Promise<void> => {
    const run = async (): Promise<void> => {
      await renewIndex(collection);
      const written = await indexFiles();
      const { cache } = parts;
      const again = () => inTurn(refresh);
      await runIndexer({ collection, ledger, sizes, refresh: again, tell, files: written, read: files, cache });
      // On a full disk it is written another time: nothing but time hangs on it.
      if (written !== null) await renewLedgerFile(collection, written, ledger, sizes.chunks).catch(() => undefined);
    };
    state.indexing ??= withIndexLock(collection.name, waits, () => mending(collection, run)).finally(() => {
      state.indexing = null;
    });
    return state.indexing;
  };

  return {
    begin: async () => void (await inTurn(refresh)),
    find,
    ids: async (result, from, to) => idsOf(held(result), from, to),
    keyed: (result, from, to) =>
      inTurn(async () => {
        const found = held(result);
        // Numbers that were let go of since stood before them: it is found anew.
        if (found.of.base !== ledger.base) throw new Error(RESULT_GONE);
        return keyedOf(found, from, to);
      }),
    counts: (result) => inTurn(async () => countFacets(ledger, values, hitsNow(result), held(result).chosen)),
    overview: (result) =>
      inTurn(async () => overviewOf(ledger, values, choose(ledger, values, hitsNow(result), held(result).chosen))),
    snippets: async (ids, terms) =>
      readSnippets(
        { collection, textOf, marked },
        ids,
        terms,
        terms.some((term) => mayBeReading(fold(term))) ? await load() : null,
      ),
    complete: (prefix) =>
      inTurn(async () => {
        // Only values are the collection's; names of filters are known without it.
        if (!/[:：]/.test(prefix)) return completions(prefix, ledger, values, noNames);
        await refresh();
        return completions(prefix, ledger, values, await ownNames());
      }),
    index: () => index(false),
    async rebuild(listener = () => undefined) {
      listeners.add(listener);
      try {
        await rebuildLedger(collection);
        // What was being indexed ends when it finds its index gone.
        await state.indexing?.catch(() => undefined);
        await index(true);
      } finally {
        listeners.delete(listener);
      }
    },
  };
}
