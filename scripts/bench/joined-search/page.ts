import { type Collection, openCollection } from '../../../lib/collection/collection.ts';
import { putRows, rowTables } from '../../../lib/collection/put-rows.ts';
import { openSubscribed } from '../../../lib/collection/subscriptions/open-subscribed.ts';
import type { Search } from '../../../lib/search/contract.ts';
import { joinSearches } from '../../../lib/search/joined/join-searches.ts';
import { openSearch } from '../../../lib/search/open-search.ts';
import { essayMaker, type MadeEssay } from '../collection/made-essays.ts';
import { makeQueries, SEED } from '../collection/queries.ts';

/* Runs in a page of the extension: what scripts/bench/joined-search.ts has Chromium call. */

const make = essayMaker(SEED);
/** Essays of a first page, and of one writing. */
const PAGE = 20;
const TOGETHER = 512;

const open = (from: string): Collection => (from === '' ? openCollection() : openSubscribed(from));

/** Writes essays numbered `first` up to `end` into one's own collection (''), or a subscription's, and makes its index. */
async function fill(from: string, first: number, end: number): Promise<number> {
  const collection = open(from);
  for (let at = first; at < end; at += TOGETHER) {
    const essays = Array.from({ length: Math.min(TOGETHER, end - at) }, (_, n) => make(at + n));
    await put(collection, essays);
  }
  const count = await collection.essays.count();
  collection.close();
  const search = openSearch(from);
  await search.index();
  search.close();
  return count;
}

async function put(collection: Collection, essays: readonly MadeEssay[]): Promise<void> {
  const { bodies, fingerprints } = collection;
  await collection.transaction('rw', [...rowTables(collection), bodies, fingerprints], async () => {
    await bodies.bulkPut(essays.map(({ body }) => body));
    await fingerprints.bulkPut(essays.map(({ fingerprint }) => fingerprint));
    await putRows(
      collection,
      essays.map(({ row }) => ({ before: undefined, after: row })),
    );
  });
}

/** Milliseconds of queries over one's own alone and over all, in turn, each with the rows and passages of its first page; and how many found as much as was to be found. */
export interface JoinedTimes {
  readonly alone: number[];
  readonly joined: number[];
  readonly whole: number;
}

/** Times `count` queries. `others`: ids of the subscriptions; `essays`: how many each collection has. */
async function times(others: readonly string[], count: number, essays: number): Promise<JoinedTimes> {
  const own = openSearch();
  const theirs = others.map((id) => ({ id, search: openSearch(id) }));
  const joined = joinSearches(own, theirs);
  const all: Pick<Search, 'find' | 'snippets'>[] = [own, joined];
  const told: { alone: number[]; joined: number[]; whole: number } = { alone: [], joined: [], whole: 0 };
  const query = async (search: Pick<Search, 'find' | 'snippets'>, typed: string) => {
    const started = performance.now();
    const found = await search.find({ query: typed, place: 'kept', sort: 'relevance', chosen: {} });
    await search.snippets(await found.ids(0, PAGE), found.terms);
    return { took: performance.now() - started, total: found.total };
  };
  for (const search of all) await query(search, '干部');
  for (const typed of makeQueries(count, essays)) {
    const alone = await query(own, typed);
    const both = await query(joined, typed);
    told.alone.push(alone.took);
    told.joined.push(both.took);
    let sum = alone.total;
    for (const { search } of theirs) sum += (await query(search, typed)).total;
    if (sum === both.total) told.whole += 1;
  }
  for (const search of [own, ...theirs.map((one) => one.search)]) search.close();
  return told;
}

const bench = { fill, times };
/** What the page gives to `scripts/bench/joined-search.ts`. */
export type JoinedBench = typeof bench;
Object.assign(globalThis, { wencunJoined: bench });
