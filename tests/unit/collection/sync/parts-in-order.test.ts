import 'fake-indexeddb/auto';
import { expect, it, vi } from 'vitest';
import type { Collection } from '../../../../lib/collection/collection.ts';
import { keepEssay } from '../../../../lib/collection/keep/keep-essay.ts';
import {
  type PartTable,
  type PlacedPart,
  type PlaceOfPart,
  partsInOrder,
} from '../../../../lib/collection/sync/parts-in-order.ts';
import { turnSyncOn } from '../../../../lib/collection/sync/switch.ts';
import { BASE } from '../../../../lib/collection/sync/sync-rows.ts';
import { emptyCollection, expectValue } from '../../../support/collections.ts';
import { numberedKeeping } from '../../../support/keepings.ts';

/** All parts of a table, read so many at a time. */
async function everyPart(collection: Collection, name: PartTable, most: number): Promise<readonly string[]> {
  const all: string[] = [];
  let from: PlaceOfPart | null = null;
  for (;;) {
    const place: PlaceOfPart | null = from;
    const parts: readonly PlacedPart[] = await collection.transaction('r', [collection.table(name)], () =>
      partsInOrder(name, place, most),
    );
    all.push(...parts.map(({ key, owner }) => `${owner} ${key}`));
    from = parts.at(-1)?.place ?? null;
    if (from === null) return all;
  }
}

it('gives parts by their essays, each once, wherever a portion ends', async () => {
  const collection = emptyCollection();
  const capture = (key: string, essayId: string) => ({ id: key, essayId, takenAt: '2020-01-01T00:00:00.000Z' });
  const rows = ['d a', 'c a', 'a b', 'e b', 'b b', 'f c'].map((row) => row.split(' ') as [string, string]);
  await collection.captures.bulkPut(rows.map(([key, of]) => capture(key, of)) as never[]);
  await collection.bodies.bulkPut(rows.map(([captureId, essayId]) => ({ captureId, essayId })) as never[]);
  await collection.images.bulkPut(
    ['b 2', 'a 1', 'b 1'].map((row) => ({ essayId: row[0], address: row.slice(2) })) as never[],
  );
  // Nobody can tell whose it is, and nobody could show it.
  await collection.bodies.put({ captureId: 'x', essayId: undefined } as never);
  const inOrder = ['a c', 'a d', 'b a', 'b b', 'b e', 'c f'];
  for (const most of [1, 2, 3, 5, 6, 100]) {
    expect(await everyPart(collection, 'captures', most)).toEqual(inOrder);
    expect(await everyPart(collection, 'bodies', most)).toEqual(inOrder);
    expect(await everyPart(collection, 'originals', most)).toEqual([]);
    expect(await everyPart(collection, 'images', most)).toEqual(['a a 1', 'b b 1', 'b b 2']);
  }
});

it('reads no text and no page when sync is turned on, and begins a table again that an earlier version was within', async () => {
  const collection = emptyCollection();
  for (let n = 0; n < 5; n += 1) expectValue(await keepEssay(collection, numberedKeeping(n)));
  const stop = new AbortController();
  await turnSyncOn(collection, 'aaaa', '', { signal: stop.signal, onProgress: () => stop.abort() });
  const [key = ''] = (await collection.bodies.toCollection().primaryKeys()).slice(2);
  const progress = (await collection.sync.get(BASE))?.value as object;
  await collection.sync.put({ key: BASE, value: { ...progress, after: key, through: ['essays', 'tags', 'captures'] } });
  const asked: string[] = [];
  const get = IDBObjectStore.prototype.get;
  const spy = vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(function (this: IDBObjectStore, one) {
    asked.push(this.name);
    return get.call(this, one);
  });
  expectValue(await turnSyncOn(collection, 'aaaa', ''));
  spy.mockRestore();
  expect(asked.filter((name) => name !== 'sync' && name !== 'stamps')).toEqual([]);
  const parts = await collection.unsent.where('stream').anyOf('parts', 'originals').toArray();
  const sent = parts.flatMap(({ operations }) => operations.map(({ table }) => table));
  expect(sent.filter((table) => table === 'bodies')).toHaveLength(5);
  expect(sent.filter((table) => table === 'originals')).toHaveLength(5);
});

it('sends what the index by essays lacks: a capture whose moment is damaged is a capture of its essay all the same', async () => {
  const collection = emptyCollection();
  for (let n = 0; n < 3; n += 1) expectValue(await keepEssay(collection, numberedKeeping(n)));
  const [whole, lost, broken] = await collection.captures.toArray();
  await collection.captures.update(lost?.id ?? '', { takenAt: undefined } as never);
  await collection.captures.update(broken?.id ?? '', { takenAt: { year: 2005 } } as never);
  expectValue(await turnSyncOn(collection, 'aaaa', ''));
  const parts = await collection.unsent.where('stream').equals('parts').toArray();
  const sent = parts.flatMap(({ operations }) => operations.filter(({ table }) => table === 'captures'));
  const named = sent.map(({ key, owner }) => `${owner} ${key}`).toSorted();
  expect(named).toEqual([whole, lost, broken].map((row) => `${row?.essayId} ${row?.id}`).toSorted());
});
