import { openCollection } from '../../../lib/collection/collection.ts';
import { putRows, rowTables } from '../../../lib/collection/put-rows.ts';
import { openSearch } from '../../../lib/search/open-search.ts';
import { parseQuery } from '../../../lib/search/query/parse-query.ts';
import { documentText } from '../../../lib/search/text/document.ts';
import { essayMaker, type MadeEssay, randomOf } from './made-essays.ts';

/* Runs in a page of an extension, with the product's own worker: what scripts/bench/collection.ts has Chromium call. */

const SEED = 20_070_702;
const make = essayMaker(SEED);
const collection = openCollection();

async function put(essays: readonly MadeEssay[]): Promise<void> {
  await collection.transaction('rw', [...rowTables(collection), collection.bodies], async () => {
    await collection.bodies.bulkPut(essays.map(({ body }) => body));
    await putRows(
      collection,
      essays.map(({ row }) => ({ before: undefined, after: row })),
    );
  });
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

/** Has the worker index until it rests; gives the seconds, and the longest task of this page meanwhile. */
async function index(): Promise<{ seconds: number; longestTask: number }> {
  const tasks: number[] = [];
  const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration)));
  observer.observe({ type: 'longtask' });
  const started = performance.now();
  const search = openSearch();
  let idle = 0;
  let ended = started;
  while (idle < 5) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    const { held = [] } = await navigator.locks.query();
    if (held.some(({ name }) => name === 'wencun-index')) idle = 0;
    else {
      if (idle === 0) ended = performance.now();
      idle += 1;
    }
  }
  observer.disconnect();
  search.close();
  return { seconds: (ended - started) / 1000, longestTask: Math.max(0, ...tasks) };
}

/** Mixed queries over texts of the collection: words of one to four characters, two of them, phrases, exclusions. */
function makeQueries(count: number, essays: number): string[] {
  const random = randomOf(7);
  const piece = (length: number): string => {
    for (;;) {
      const { text } = make(Math.floor(random() * essays)).body;
      const at = Math.floor(random() * (text.length - length));
      const found = text.slice(at, at + length);
      if (/^[\u4e00-\u9fff\d]+$/u.test(found)) return found;
    }
  };
  return Array.from({ length: count }, (_, at) => {
    if (at % 8 < 4) return piece((at % 4) + 1);
    if (at % 8 < 6) return `${piece(2)} ${piece(2)}`;
    return at % 8 === 6 ? `"${piece(6)}"` : `${piece(2)} -${piece(2)}`;
  });
}

/** Times of each query with its first page of snippets, and of a scan of all folded texts in memory; and whether both found the same. */
async function query(count: number, essays: number): Promise<{ index: number[]; scan: number[]; exact: number }> {
  const queries = makeQueries(count, essays);
  const texts = Array.from({ length: essays }, (_, number) => {
    const { row, body } = make(number);
    return { id: row.id, text: documentText(row, body) };
  });
  const search = openSearch();
  await search.find({ query: '', place: 'kept', sort: 'kept', chosen: {} });
  const times: { index: number[]; scan: number[]; exact: number } = { index: [], scan: [], exact: 0 };
  for (const typed of queries) {
    const started = performance.now();
    const found = await search.find({ query: typed, place: 'kept', sort: 'relevance', chosen: {} });
    await search.snippets(await found.ids(0, 20), found.terms);
    times.index.push(performance.now() - started);
    const { all, none } = parseQuery(typed);
    const scanned = performance.now();
    const ids = texts.flatMap(({ id, text }) =>
      all.every((term) => text.includes(term)) && !none.some((term) => text.includes(term)) ? [id] : [],
    );
    times.scan.push(performance.now() - scanned);
    const own = (await found.ids(0, found.total)).toSorted();
    if (own.length === ids.length && ids.toSorted().every((id, at) => id === own[at])) times.exact += 1;
  }
  search.close();
  return times;
}

/** Milliseconds from opening the search to the first rows, and to the first result of a query. */
async function open(): Promise<{ rows: number; result: number }> {
  const started = performance.now();
  const search = openSearch();
  const all = await search.find({ query: '', place: 'kept', sort: 'kept', chosen: {} });
  await collection.essays.bulkGet([...(await all.ids(0, 20))]);
  const rows = performance.now() - started;
  const word = make(1).body.text.slice(0, 2);
  const found = await search.find({ query: word, place: 'kept', sort: 'relevance', chosen: {} });
  await search.snippets(await found.ids(0, 20), found.terms);
  const result = performance.now() - started;
  search.close();
  return { rows, result };
}

/** Milliseconds of keeping each of `count` more essays: rows, body and ledger, on disk. */
async function keep(from: number, count: number): Promise<number[]> {
  const times: number[] = [];
  for (let number = from; number < from + count; number += 1) {
    const essay = make(number);
    const started = performance.now();
    await put([essay]);
    times.push(performance.now() - started);
  }
  return times;
}

/** Segments of the index, and their bytes. */
async function size(): Promise<{ segments: number; bytes: number }> {
  const segments = await collection.segments.toArray();
  return { segments: segments.length, bytes: segments.reduce((sum, { bytes }) => sum + bytes, 0) };
}

const bench = { fill, index, query, open, keep, size };
export type Bench = typeof bench;
Object.assign(globalThis, { wencunCollection: bench });
