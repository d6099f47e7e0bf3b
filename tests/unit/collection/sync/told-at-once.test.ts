import 'fake-indexeddb/auto';
import { afterEach, expect, it, vi } from 'vitest';
import { tagEssays } from '../../../../lib/collection/actions/tags.ts';
import { keepEssay } from '../../../../lib/collection/keep/keep-essay.ts';
import { turnSyncOn } from '../../../../lib/collection/sync/switch.ts';
import { emptyCollection, expectValue } from '../../../support/collections.ts';
import { numberedKeeping } from '../../../support/keepings.ts';

afterEach(() => void vi.restoreAllMocks());

async function syncing() {
  const collection = emptyCollection();
  const { id } = expectValue(await keepEssay(collection, numberedKeeping(0)));
  expectValue(await tagEssays(collection, [id], { add: ['经济'] }));
  expectValue(await turnSyncOn(collection, 'aaaa', ''));
  const written = async () => {
    const rows = await collection.unsent.where('stream').equals('writes').toArray();
    return rows.flatMap(({ write }) => write?.acts.map(({ key, kind }) => [write.table, key, kind].join(' ')) ?? []);
  };
  return { collection, id, written };
}

it('tells what an act did while the database writes it, and not a turn later', async () => {
  const { collection, id, written } = await syncing();
  expectValue(await tagEssays(collection, [id], { add: ['农村'] }));
  const [put, add] = [IDBObjectStore.prototype.put, IDBObjectStore.prototype.add];
  const essays: IDBRequest[] = [];
  const told: (string | undefined)[] = [];
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, value) {
    const request = put.call(this, value);
    if (this.name === 'essays') essays.push(request);
    return request;
  });
  vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (this: IDBObjectStore, value) {
    if (this.name === 'unsent') told.push(essays.at(-1)?.readyState);
    return add.call(this, value);
  });
  const [tag] = await collection.tags.where('folded').equals('农村').primaryKeys();
  expectValue(await tagEssays(collection, [id], { remove: [tag ?? ''] }));
  expect(told).toEqual(['pending']);
  expect((await written()).at(-1)).toBe(`essays ${id} changed`);
});

it('tells of those rows alone that the database took, where it may refuse some', async () => {
  const { collection, written } = await syncing();
  const before = await written();
  const tag = (id: string, folded: string) => ({ id, name: folded, folded });
  await collection.transaction('rw', [collection.tags], async () => {
    // Another tag has the name already.
    await collection.tags
      .bulkPut([tag('a', '经济'), tag('b', '新')])
      .catch((error: Error) => expect(error.name).toBe('BulkError'));
  });
  expect(await collection.tags.where(':id').anyOf('a', 'b').primaryKeys()).toEqual(['b']);
  expect((await written()).slice(before.length)).toEqual(['tags b made']);
});

it('lets nothing stand where a write fails of which all was told', async () => {
  const { collection, id, written } = await syncing();
  const before = await written();
  const { put } = IDBObjectStore.prototype;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, value) {
    // It is there already, and is refused as any row may be by a disk that fails.
    return this.name === 'essays' ? this.add(value) : put.call(this, value);
  });
  expect((await tagEssays(collection, [id], { add: ['新'] })).ok).toBe(false);
  vi.restoreAllMocks();
  expect((await collection.essays.get(id))?.tags).toEqual(['tag 经济']);
  expect(await written()).toEqual(before);
});
