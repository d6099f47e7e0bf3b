import { openCollection } from '../../../lib/collection/collection.ts';
import { putRows, rowTables } from '../../../lib/collection/put-rows.ts';
import type { Search, SearchResult } from '../../../lib/search/contract.ts';
import { openSearch } from '../../../lib/search/open-search.ts';
import { essayMaker, type MadeEssay } from './made-essays.ts';
import { madeOriginal } from './made-originals.ts';
import { makeQueries, SEED } from './queries.ts';
import { type ScannedText, scannedText, scanOf } from './scan.ts';

/* Runs in a page of the extension: what scripts/bench/collection.ts has Chromium call. */

const make = essayMaker(SEED);
const collection = openCollection();

/** Essays of a first page. */
const PAGE = 20;

async function put(essays: readonly MadeEssay[]): Promise<void> {
  const { bodies, essays: table, fingerprints, captures, originals } = collection;
  const made = await Promise.all(essays.map(madeOriginal));
  await collection.transaction(
    'rw',
    [...rowTables(collection), bodies, fingerprints, captures, originals],
    async () => {
      await captures.bulkPut(made.map(({ capture }) => capture));
      await originals.bulkPut(made.map(({ original }) => original));
      await bodies.bulkPut(essays.map(({ body }) => body));
      await fingerprints.bulkPut(essays.map(({ fingerprint }) => fingerprint));
      // Essays that an earlier run wrote are there already: entered as new ones they would be counted twice.
      const before = await table.bulkGet(essays.map(({ row }) => row.id));
      await putRows(
        collection,
        essays.map(({ row }, at) => ({ before: before[at], after: row })),
      );
    },
  );
}

/** Writes the essays numbered `from` up to `to`; gives the UTF-8 bytes of their texts. */
async function fill(from: number, to: number): Promise<number> {
  let bytes = 0;
  for (let start = from; start < to; start += 512) {
    const essays = Array.from({ length: Math.min(512, to - start) }, (_, at) => make(start + at));
    for (const { body } of essays) bytes += new TextEncoder().encode(body.text).length;
    await put(essays);
  }
  return bytes;
}

/** Times in milliseconds of queries and of the scan, and how many found the same. */
export interface QueryTimes {
  readonly search: number[];
  readonly scan: number[];
  readonly exact: number;
  /** First pages that are the same, essay by essay. */
  readonly samePages: number;
}

/**
 * Times each query with its first page of snippets, then the scan of all texts in memory, and compares what both find. One after the other: the
 * worker's answers go through the page's thread, and a page that holds all texts, and scans them between two searches, makes each take twice as long.
 */
async function query(count: number, essays: number): Promise<QueryTimes> {
  const search = openSearch();
  await search.find({ query: '', place: 'kept', sort: 'kept', chosen: {} });
  const times = { search: [] as number[], scan: [] as number[] };
  const queries = makeQueries(count, essays);
  const pages: string[] = [];
  for (const typed of queries) {
    const started = performance.now();
    const found = await find(search, typed);
    const page = await found.ids(0, PAGE);
    await search.snippets(page, found.terms);
    times.search.push(performance.now() - started);
    pages.push(page.join());
  }
  const texts: ScannedText[] = [];
  while (texts.length < essays) texts.push(scannedText(make(texts.length)));
  const scan = scanOf(texts, PAGE);
  let exact = 0;
  let samePages = 0;
  for (const [at, typed] of queries.entries()) {
    const scanned = performance.now();
    const { order } = scan(typed);
    times.scan.push(performance.now() - scanned);
    const wanted = Array.from(order, (place) => texts[place]?.id ?? '');
    const found = await find(search, typed);
    if (wanted.slice(0, PAGE).join() === pages[at]) samePages += 1;
    if (wanted.toSorted().join() === (await found.ids(0, found.total)).toSorted().join()) exact += 1;
  }
  search.close();
  return { ...times, exact, samePages };
}

const find = (search: Search, typed: string): Promise<SearchResult> =>
  search.find({ query: typed, place: 'kept', sort: 'relevance', chosen: {} });

/** Milliseconds of queries by a search that was just opened, the first of them apart. */
async function queryAnew(count: number, essays: number): Promise<{ first: number; others: number[] }> {
  const search = openSearch();
  const times: number[] = [];
  for (const typed of makeQueries(count, essays)) {
    const started = performance.now();
    const found = await find(search, typed);
    await search.snippets(await found.ids(0, PAGE), found.terms);
    times.push(performance.now() - started);
  }
  search.close();
  const [first = 0, ...others] = times;
  return { first, others };
}

/** Segments of the index, and their bytes. */
async function size(): Promise<{ segments: number; bytes: number }> {
  const segments = await collection.segments.toArray();
  return { segments: segments.length, bytes: segments.reduce((sum, { bytes }) => sum + bytes, 0) };
}

/** True while rows wait for their second copy. */
const uncopied = async (): Promise<boolean> => (await collection.uncopied.limit(1).primaryKeys()).length > 0;

const bench = { fill, query, queryAnew, size, uncopied };
export type Bench = typeof bench;
Object.assign(globalThis, { wencunCollection: bench });
