import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { partsOfForeignId } from '../../../lib/collection/subscriptions/foreign-id.ts';
import { type FindRequest, type Search, sorts } from '../../../lib/search/contract.ts';
import { type Engine, openEngine } from '../../../lib/search/engine.ts';
import { joinSearches } from '../../../lib/search/joined/join-searches.ts';
import { emptyCollection } from '../../support/collections.ts';
import { putEssay, type TestEssay } from './essays.ts';

const minute = (n: number): string => new Date(Date.UTC(2026, 0, 1) + n * 60_000).toISOString();
const [one, other] = ['aaaaaaaaaaaa', 'bbbbbbbbbbbb'];

const titles = ['党史', '论县域', '阿Q', '第10讲', '第9讲', '', '县域转型'];
const essayOf = (at: number): TestEssay => ({
  title: titles[at % titles.length] ?? '',
  authors: at % 4 === 0 ? [] : [`作者${at % 5}`],
  text: `${'县域'.repeat(at % 6)}正文${at}`,
  keptAt: minute((at * 37) % 101),
});

/** Two hundred essays: all in one collection, and parted among three. */
async function world() {
  const engineOf = async (numbers: readonly number[]): Promise<Engine> => {
    const collection = emptyCollection();
    for (const at of numbers) await putEssay(collection, at, essayOf(at));
    return openEngine(collection, { tail: 1000, run: 1000, fan: 3, small: 100, dead: 8, chunks: 1, triples: 4 });
  };
  const all = Array.from({ length: 100 }, (_, at) => at);
  const part = (n: number) => engineOf(all.filter((at) => at % 3 === n));
  return { whole: await engineOf(all), own: await part(0), first: await part(1), second: await part(2) };
}

const searchOf = (engine: Engine): Pick<Search, 'find' | 'snippets'> => ({
  find: async (request) => {
    const { result, first: _, ...summary } = await engine.find(request);
    return {
      ...summary,
      ids: (from, to) => engine.ids(result, from, to),
      keyed: (from, to) => engine.keyed(result, from, to),
      counts: () => engine.counts(result),
      overview: () => engine.overview(result),
    };
  },
  snippets: engine.snippets,
});

const bare = (id: string): string => partsOfForeignId(id)?.essayId ?? id;
const asked: FindRequest = { query: '', place: 'kept', sort: 'kept', chosen: {} };

it('gives the hits of one’s own and of others in the order that one collection would have', async () => {
  const { whole, own, first, second } = await world();
  const joined = joinSearches(searchOf(own), [
    { id: one, search: searchOf(first) },
    { id: other, search: searchOf(second) },
  ]);
  for (const query of ['', '县域'])
    for (const sort of sorts)
      for (const reversed of [false, true]) {
        const request = { ...asked, query, sort, reversed };
        const [expected, found] = [await searchOf(whole).find(request), await joined.find(request)];
        expect(found.total).toBe(expected.total);
        // Jumping into the middle, then from the top.
        const middle = (await found.ids(40, 55)).map(bare);
        expect(middle, `${query} ${sort} ${reversed}`).toEqual(await expected.ids(40, 55));
        expect((await found.ids(0, 1000)).map(bare)).toEqual(await expected.ids(0, 1000));
      }
  const counts = await (await joined.find(asked)).counts();
  const expected = await (await searchOf(whole).find(asked)).counts();
  expect(new Map(counts.facets.author.map(({ value, count }) => [value, count]))).toEqual(
    new Map(expected.facets.author.map(({ value, count }) => [value, count])),
  );
});

it('finds one’s own alone, or one other’s alone, and nobody else’s by what is one’s own', async () => {
  const { own, first, second } = await world();
  const joined = joinSearches(searchOf(own), [
    { id: one, search: searchOf(first) },
    { id: other, search: searchOf(second) },
  ]);
  const whose = async (request: Partial<FindRequest>) => {
    const found = await joined.find({ ...asked, ...request });
    const ids = await found.ids(0, 1000);
    return { total: found.total, from: [...new Set(ids.map((id) => partsOfForeignId(id)?.from ?? 'own'))] };
  };
  expect(await whose({ whose: 'own' })).toEqual({ total: 34, from: ['own'] });
  expect(await whose({ whose: one })).toEqual({ total: 33, from: [one] });
  expect(await whose({ chosen: { tag: ['x'] } })).toEqual({ total: 0, from: [] });
  expect(await whose({ chosen: { also: [['tag', 'x']] } })).toEqual({ total: 0, from: [] });
  expect((await whose({ place: 'trash' })).total).toBe(0);
  expect((await whose({ among: [] })).total).toBe(0);
  expect((await joined.find(asked)).own?.total).toBe(34);
});

it('goes without another’s that cannot be searched, and gives snippets whose ids tell whose they are', async () => {
  const { own, first } = await world();
  const broken = { find: () => Promise.reject(new Error('torn')), snippets: () => Promise.reject(new Error('torn')) };
  const joined = joinSearches(searchOf(own), [
    { id: one, search: searchOf(first) },
    { id: other, search: broken },
  ]);
  const found = await joined.find({ ...asked, query: '县域', sort: 'relevance' });
  const ids = await found.ids(0, 6);
  expect((await joined.snippets(ids, found.terms)).map(({ id }) => id)).toEqual(ids);
  expect(found.total).toBeGreaterThan(34);
});
