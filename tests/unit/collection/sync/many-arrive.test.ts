import 'fake-indexeddb/auto';
import { afterEach, expect, it, vi } from 'vitest';
import { setNote } from '../../../../lib/collection/actions/note.ts';
import { tagEssays } from '../../../../lib/collection/actions/tags.ts';
import { emptyTrash, moveToTrash } from '../../../../lib/collection/actions/trash.ts';
import { keepEssays } from '../../../../lib/collection/keep/keep-essay.ts';
import { STATE } from '../../../../lib/collection/sync/sync-rows.ts';
import { syncOnce } from '../../../../lib/sync/run/sync-once.ts';
import { expectValue } from '../../../support/collections.ts';
import { numberedKeeping } from '../../../support/keepings.ts';
import { type CollectionDevice, collectionDevice } from '../../../support/sync/collection-device.ts';
import { memoryStorage } from '../../../support/sync/memory-storage.ts';
import { randomOf } from '../../../support/sync/random.ts';

/** More than what is asked for one by one, and than are written at a time. */
const MANY = 180;

async function world() {
  const [one, other] = [await collectionDevice('aaaa'), await collectionDevice('bbbb')];
  const storage = memoryStorage(randomOf(1), ['aaaa', 'bbbb'], 0);
  const sync = async (...devices: readonly CollectionDevice[]) => {
    for (const { replica, device } of devices)
      expect(await syncOnce(replica, storage.seenBy(device), { now: Date.now, mayDelete: true })).toMatchObject({
        ok: true,
      });
  };
  const keep = async ({ collection }: CollectionDevice, from: number, to: number) => {
    const some = Array.from({ length: to - from }, (_, at) => numberedKeeping(from + at));
    return (await keepEssays(collection, some)).map((kept) => expectValue(kept).id);
  };
  return { one, other, sync, keep };
}

/** What a collection holds, without what is each device's own. */
async function heldIn({ collection }: CollectionDevice) {
  const rows = (await collection.essays.toArray()).map(({ doc: _, cluster: _of, lacks: _lacks, ...row }) => row);
  const parts = await Promise.all(
    [collection.captures, collection.bodies, collection.originals].map((table) => table.toCollection().primaryKeys()),
  );
  return { rows, parts };
}

afterEach(() => void vi.restoreAllMocks());

it('makes two devices alike that each have some of many essays, also where one deleted some and all is read again', async () => {
  const { one, other, sync, keep } = await world();
  const ids = await keep(one, 0, MANY);
  const own = await keep(other, MANY - 20, MANY + 20);
  await tagEssays(one.collection, ids, { add: ['经济'] });
  for (const id of own.slice(0, 5)) await setNote(other.collection, id, '记');
  await sync(one, other, one);
  const gone = ids.slice(0, 10);
  await moveToTrash(one.collection, gone);
  await emptyTrash(one.collection);
  await sync(one, other, one);
  const held = await heldIn(one);
  expect(held.rows).toHaveLength(MANY + 10);
  expect(await heldIn(other)).toEqual(held);
  // Everything is read once more by one that has it all.
  await other.collection.sync
    .where('key')
    .equals(STATE)
    .modify((fact) => {
      Object.assign(fact.value as object, { peers: {} });
    });
  await sync(other);
  expect(await heldIn(other)).toEqual(held);
});

it('asks on a new device for no row of many that it cannot have', async () => {
  const { one, other, sync, keep } = await world();
  await keep(one, 0, MANY);
  await sync(one);
  const asked: string[] = [];
  const get = IDBObjectStore.prototype.get;
  vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(function (this: IDBObjectStore, key) {
    asked.push(this.name);
    return get.call(this, key);
  });
  await sync(other);
  expect((await heldIn(other)).rows).toHaveLength(MANY);
  for (const name of ['captures', 'bodies', 'originals', 'essays'])
    expect(asked.filter((one) => one === name)).toEqual([]);
});
