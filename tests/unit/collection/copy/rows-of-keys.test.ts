import 'fake-indexeddb/auto';
import { expect, it, vi } from 'vitest';
import { copiedTables } from '../../../../lib/collection/copy/copied-tables.ts';
import { type NumberedKey, readTogether, rowsOfKeys } from '../../../../lib/collection/copy/rows-of-keys.ts';
import { emptyCollection } from '../../../support/collections.ts';
import { wholeRows } from '../../../support/whole-rows.ts';

const tag = (n: number): NumberedKey => ({ n, table: 'tags', key: `t${String(n).padStart(3, '0')}` });
const body = (n: number): NumberedKey => ({ n, table: 'bodies', key: `c${n}` });

it('rows of one table that are small are read together, and one of a text or a page by itself', () => {
  const keys: readonly NumberedKey[] = [tag(1), tag(2), body(3), body(4), tag(5)];
  const read: number[][] = [];
  for (let at = 0; at < keys.length; at += read.at(-1)?.length ?? 1)
    read.push(readTogether(keys, at).map(({ n }) => n));
  expect(read).toEqual([[1, 2], [3], [4], [5]]);
  expect(readTogether(keys, keys.length)).toEqual([]);
});

it('rows of many keys that follow each other are one answer, in the order of the keys, and nothing for one that is gone', async () => {
  const collection = emptyCollection();
  const keys = Array.from({ length: 100 }, (_, n) => tag(99 - n));
  const rows = keys.map(({ key }) => ({ id: String(key), name: String(key), folded: String(key) }));
  await collection.tags.bulkPut(rows.filter(({ id }) => id !== 't050'));
  await collection.table('images').put(wholeRows.images);
  const [one, all] = [vi.spyOn(IDBObjectStore.prototype, 'get'), vi.spyOn(IDBObjectStore.prototype, 'getAll')];
  const read = await collection.transaction('r', [...copiedTables], () => rowsOfKeys(collection, keys));
  expect([one.mock.calls.length, all.mock.calls.length]).toEqual([0, 1]);
  vi.restoreAllMocks();
  expect(read).toEqual(keys.map((key, at) => ({ ...key, row: key.key === 't050' ? null : rows[at] })));
  const [essayId, address] = [String(wholeRows.images['essayId']), String(wholeRows.images['address'])];
  const images: readonly NumberedKey[] = [
    { n: 1, table: 'images', key: [essayId, 'https://gone.example/'] },
    { n: 2, table: 'images', key: [essayId, address] },
  ];
  expect(
    (await collection.transaction('r', collection.images, () => rowsOfKeys(collection, images))).map(({ row }) => row),
  ).toEqual([null, wholeRows.images]);
  collection.close();
});
