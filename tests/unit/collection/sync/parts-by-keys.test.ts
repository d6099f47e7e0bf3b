import 'fake-indexeddb/auto';
import { afterEach, expect, it, vi } from 'vitest';
import { partsByKeys } from '../../../../lib/collection/sync/sending/parts-by-keys.ts';
import { emptyCollection } from '../../../support/collections.ts';
import { wholeRows } from '../../../support/whole-rows.ts';

afterEach(() => vi.restoreAllMocks());

const keyOf = (n: number): string => `c${String(n).padStart(3, '0')}`;

it('parts in the order of their table are one answer, others are asked for, and one that is gone is left out', async () => {
  const collection = emptyCollection();
  const keys = Array.from({ length: 50 }, (_, n) => keyOf(n));
  const there = keys.filter((key) => key !== 'c020');
  await collection.table('bodies').bulkPut(there.map((captureId) => ({ ...wholeRows.bodies, captureId })));
  const one = vi.spyOn(IDBObjectStore.prototype, 'get');
  const found = async (some: readonly string[]) =>
    (await partsByKeys(collection, 'bodies', some)).map((row) => row?.['captureId'] ?? null);
  const shown = keys.map((key) => (key === 'c020' ? null : key));
  expect(await found(keys)).toEqual(shown);
  expect(one.mock.calls.length).toBe(0);
  expect(await found(keys.toReversed())).toEqual(shown.toReversed());
  expect(one.mock.calls.length).toBe(50);
  expect(await found([])).toEqual([]);
  collection.close();
});

it('images by both parts of their keys', async () => {
  const collection = emptyCollection();
  await collection.table('images').put(wholeRows.images);
  const key = `${String(wholeRows.images['essayId'])} ${String(wholeRows.images['address'])}`;
  expect(await partsByKeys(collection, 'images', [key, 'none https://gone.example/'])).toEqual([
    wholeRows.images,
    undefined,
  ]);
  collection.close();
});
