import 'fake-indexeddb/auto';
import { expect, it, vi } from 'vitest';
import type { Collection } from '../../../lib/collection/collection.ts';
import { findOrphans } from '../../../lib/collection/integrity/find-orphans.ts';
import { emptyCollection } from '../../support/collections.ts';

/** An essay's id, in order of its number. */
const idOf = (n: number): string => n.toString(16).padStart(24, '0');

/** A collection in which each tenth of so many essays has lost its row; every table has the rows of some that no other has. */
async function withOrphans(count: number): Promise<Collection> {
  const collection = emptyCollection();
  const put = (name: string, rows: readonly object[]) => collection.table(name).bulkPut([...rows]);
  const all = Array.from({ length: count }, (_, n) => n);
  await put(
    'essays',
    all.filter((n) => n % 10 > 0).map((n) => ({ id: idOf(n) })),
  );
  await put(
    'captures',
    all.filter((n) => n % 50 > 0).map((n) => ({ id: `c${n}`, essayId: idOf(n), takenAt: '2026' })),
  );
  await put(
    'bodies',
    all.filter((n) => n % 50 === 10 || n % 7 === 1).map((n) => ({ captureId: `c${n}`, essayId: idOf(n) })),
  );
  await put(
    'images',
    all.filter((n) => n % 50 === 0).flatMap((n) => ['a', 'b'].map((address) => ({ essayId: idOf(n), address }))),
  );
  return collection;
}

const orphansOf = (count: number): readonly string[] =>
  Array.from({ length: Math.ceil(count / 10) }, (_, n) => idOf(10 * n));

it('are found in every table, and told once each, in order', async () => {
  const collection = await withOrphans(1300);
  // Far apart, so that thousands of essays lie between two.
  await collection.table('highlights').bulkPut([
    { id: 'h1', essayId: idOf(1) },
    { id: 'h2', essayId: 'zz' },
    { id: 'h3', essayId: idOf(1299) },
  ]);
  expect(await findOrphans(collection)).toEqual([...orphansOf(1300), 'zz']);
});

it('whose ids are no texts are none of an essay', async () => {
  const collection = await withOrphans(20);
  await collection
    .table('bodies')
    .bulkPut([{ captureId: 'x', essayId: 7 }, { captureId: 'y', essayId: ['a'] }, { captureId: 'z' }]);
  expect(await findOrphans(collection)).toEqual(orphansOf(20));
});

it('are looked for by slices: no request is for more than a thousand keys', async () => {
  const collection = await withOrphans(1300);
  const asked: unknown[] = [];
  for (const store of [IDBObjectStore.prototype, IDBIndex.prototype]) {
    const original = store.getAllKeys;
    vi.spyOn(store, 'getAllKeys').mockImplementation(function (this: IDBObjectStore & IDBIndex, query, count) {
      asked.push(count ?? Reflect.get(Object(query), 'count'));
      return original.call(this, query, count);
    });
  }
  await findOrphans(collection);
  expect(asked.length).toBeGreaterThan(3);
  for (const count of asked) expect(count).toBeLessThanOrEqual(1000);
});
