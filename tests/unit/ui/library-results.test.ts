import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { createResults } from '../../../entrypoints/library/list/results.svelte.ts';
import type { Collection } from '../../../lib/collection/collection.ts';
import type { FindRequest, Search } from '../../../lib/search/contract.ts';
import { afterPaint } from '../../../lib/ui/after-paint.ts';
import { emptyCollection } from '../../support/collections.ts';
import { essayRows } from '../../support/essay-rows.ts';
import { fakeSearch } from '../../support/fake-search.ts';

const request: FindRequest = { query: '', place: 'kept', sort: 'kept', chosen: {} };
const ids = Array.from({ length: 120 }, (_, index) => `essay-${String(index).padStart(3, '0')}`);

async function library(): Promise<{ collection: Collection } & ReturnType<typeof fakeSearch>> {
  const collection = emptyCollection();
  await collection.essays.bulkAdd(essayRows(ids));
  const there = { ids };
  return { collection, ...fakeSearch(() => there.ids) };
}

it('shows the first rows, and fetches others by window as they come into sight', async () => {
  const { collection, search, asked } = await library();
  const results = createResults(collection, search);
  const stop = results.show(request);
  await expect.poll(() => results.total).toBe(120);
  expect(results.at(0)?.row.id).toBe('essay-000');
  expect(results.at(60)).toBeUndefined();
  await Promise.all([results.need(60), results.need(70)]);
  expect(results.at(60)?.row.id).toBe('essay-060');
  expect(asked.windows).toEqual([
    [0, 25],
    [50, 75],
  ]);
  expect(await results.ids()).toEqual(ids);
  stop();
});

it('fetches the second window with the first where it is in sight at the top, so that no row flickers while words are typed', async () => {
  const { collection, search, asked } = await library();
  const results = createResults(collection, search);
  const stop = results.show(request);
  await expect.poll(() => results.total).toBe(120);
  await results.need(30);
  stop();
  asked.windows.length = 0;
  const stopAgain = results.show({ ...request, query: 'essay' });
  await expect.poll(() => results.at(30)?.snippet?.parts).toEqual([{ text: 'essay', hit: true }]);
  expect(asked.windows).toEqual([
    [0, 25],
    [25, 50],
  ]);
  stopAgain();
});

it('gives all ids to whoever asks while only the first rows have come', async () => {
  const { collection, search } = await library();
  const waiting: (() => void)[] = [];
  const started = new Promise<void>((resolve) => waiting.push(resolve));
  const slow = { ...search, find: (asked: FindRequest) => started.then(() => search.find(asked)) };
  const results = createResults(collection, slow);
  const stop = results.show(request);
  await expect.poll(() => results.total).toBeGreaterThan(0);
  const all = results.ids();
  for (const start of waiting) start();
  expect(await all).toEqual(ids);
  stop();
});

it.each([
  ['of the list, before the search has answered', request, () => new Promise<never>(() => undefined), 16],
  ['of what is sought', { ...request, query: '-00' }, () => Promise.resolve(), 10],
  ['of nothing where the search fails', { ...request, query: '-00' }, () => Promise.reject(new Error('gone')), 0],
] as const)('tells of the first rows %s', async (_, wanted, before, total) => {
  const { collection, search } = await library();
  const waiting = { ...search, find: (asked: FindRequest) => before().then(() => search.find(asked)) };
  const told: number[] = [];
  const results = createResults(collection, waiting, undefined, undefined, () => told.push(results.total));
  const stop = results.show(wanted);
  expect(told).toEqual([]);
  await expect.poll(() => told).toEqual([total]);
  stop();
});

it('marks what was sought in passages', async () => {
  const { collection, search } = await library();
  const results = createResults(collection, search);
  const stop = results.show({ ...request, query: '-00' });
  await expect.poll(() => results.total).toBe(10);
  expect(results.at(3)?.snippet?.parts).toEqual([{ text: '-00', hit: true }]);
  stop();
});

it('finds anew after a change, and tells a row that is gone as unreadable', async () => {
  const { collection, search, change, asked } = await library();
  const results = createResults(collection, search);
  const stop = results.show(request);
  await expect.poll(() => asked.finds.length > 0 && results.at(0)).toBeTruthy();
  await expect.poll(() => results.total).toBe(120);
  await collection.essays.delete('essay-001');
  change();
  await expect.poll(() => results.at(1)).toBeNull();
  expect(results.status).toBe('ready');
  stop();
});

it('shows rows before what is counted beside them, and what it missed while it rested a frame after it rests no more', async () => {
  const { collection, search, change, asked } = await library();
  const held: { tell: () => void } = { tell: () => undefined };
  const counted = new Promise<void>((resolve) => {
    held.tell = resolve;
  });
  const find: Search['find'] = async (wanted) => {
    const found = await search.find(wanted);
    return { ...found, counts: () => found.counts().finally(held.tell) };
  };
  const results = createResults(collection, { ...search, find });
  const stop = results.show({ ...request, query: 'essay' });
  await counted;
  // No frame passes in these turns.
  for (let turn = 0; turn < 20; turn += 1) await null;
  expect(results.total).toBe(120);
  expect(results.counts).toBeNull();
  await expect.poll(() => results.counts).not.toBeNull();
  results.rest(true);
  change();
  const finds = asked.finds.length;
  results.rest(false);
  expect(asked.finds).toHaveLength(finds);
  await expect.poll(() => asked.finds.length).toBe(finds + 1);
  // Nothing was missed: what comes next is the next change's.
  results.rest(true);
  results.rest(false);
  await afterPaint();
  expect(asked.finds).toHaveLength(finds + 1);
  change();
  await expect.poll(() => asked.finds.length).toBe(finds + 2);
  stop();
});

it('does not hear a search that was given up, and tells a failure', async () => {
  const { collection, search } = await library();
  const results = createResults(collection, {
    ...search,
    find: ({ query }) => (query === '' ? search.find(request) : Promise.reject(new Error('broken'))),
  });
  results.show(request)();
  const stop = results.show({ ...request, query: '坏' });
  await expect.poll(() => results.status).toBe('failed');
  expect(results.total).toBe(0);
  stop();
});

it('does not find anew for each of many changes in a row, but once more after the last', async () => {
  const { collection, search, change, asked } = await library();
  const results = createResults(collection, search);
  const stop = results.show(request);
  await expect.poll(() => results.found).toBeTruthy();
  for (let n = 0; n < 40; n += 1) {
    change();
    // As far apart as one look into the database takes.
    await collection.essays.count();
  }
  await collection.essays.delete('essay-002');
  change();
  await expect.poll(() => results.at(2)).toBeNull();
  expect(asked.finds.length).toBeLessThan(8);
  stop();
});
