import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { setNote } from '../../../../lib/collection/actions/note.ts';
import { listSearches, saveSearch } from '../../../../lib/collection/actions/saved-searches.ts';
import { listTags, tagEssays } from '../../../../lib/collection/actions/tags.ts';
import { emptyTrash, moveToTrash } from '../../../../lib/collection/actions/trash.ts';
import type { Collection } from '../../../../lib/collection/collection.ts';
import { getEssay } from '../../../../lib/collection/get-essay.ts';
import { keepEssay } from '../../../../lib/collection/keep/keep-essay.ts';
import { collectionReplica } from '../../../../lib/collection/sync/replica.ts';
import {
  isSyncOn,
  newDeviceId,
  readSyncSwitch,
  turnSyncOff,
  turnSyncOn,
} from '../../../../lib/collection/sync/switch.ts';
import { waitingCount } from '../../../../lib/collection/sync/unsent.ts';
import { isDevice, timeOf } from '../../../../lib/sync/model/clock.ts';
import { isNoteField } from '../../../../lib/sync/model/stamped-row.ts';
import { syncOnce } from '../../../../lib/sync/run/sync-once.ts';
import { emptyCollection, expectValue } from '../../../support/collections.ts';
import { numberedKeeping } from '../../../support/keepings.ts';
import { collectionDevice } from '../../../support/sync/collection-device.ts';
import { memoryStorage } from '../../../support/sync/memory-storage.ts';
import { randomOf } from '../../../support/sync/random.ts';

/** A collection that never synced, with so many essays, the first of which has two tags. */
async function before(count: number): Promise<{ readonly collection: Collection; readonly ids: readonly string[] }> {
  const collection = emptyCollection();
  const ids: string[] = [];
  for (let n = 0; n < count; n += 1) ids.push(expectValue(await keepEssay(collection, numberedKeeping(n))).id);
  expectValue(await tagEssays(collection, ids.slice(0, 1), { add: ['经济', '农村'] }));
  return { collection, ids };
}

it('stamps nothing while it is off, and everything in slices when it is turned on', async () => {
  const { collection, ids } = await before(230);
  expect([await isSyncOn(collection), await collection.stamps.count(), await collection.unsent.count()]).toEqual([
    false,
    0,
    0,
  ]);
  const tag = expectValue(await listTags(collection)).find(({ name }) => name === '经济');
  await saveSearch(collection, '我的', `q=%E7%94%B0&tag=${tag?.id}`);

  // Stopped in the midst; something is changed; it goes on where it was.
  const stop = new AbortController();
  const device = newDeviceId();
  expect(isDevice(device) && device.length).toBe(12);
  const first = await turnSyncOn(collection, device, '办公室', { signal: stop.signal, onProgress: () => stop.abort() });
  expect([first.ok, await readSyncSwitch(collection)]).toEqual([false, 'turning-on']);
  const last = ids.at(-1) ?? '';
  await setNote(collection, last, '刚写的');
  const told: number[] = [];
  expectValue(await turnSyncOn(collection, 'another00000', '', { onProgress: (done, of) => told.push(done / of) }));
  expect([await isSyncOn(collection), told.at(-1)]).toEqual([true, 1]);
  expect((await collectionReplica(collection).readState()).device).toBe(device);

  expect(expectValue(await listTags(collection)).map(({ id }) => id)).toEqual(['tag 农村', 'tag 经济']);
  expect(expectValue(await getEssay(collection, ids[0] ?? ''))?.tags).toEqual(['tag 经济', 'tag 农村']);
  expect(expectValue(await listSearches(collection))[0]?.query).toBe('q=%E7%94%B0&tag=tag+%E7%BB%8F%E6%B5%8E');
  const stamps = await collection.stamps.where(':id').startsWith('essays\n').toArray();
  expect(stamps).toHaveLength(230);
  // What was there before is older than anything; what was written meanwhile is not.
  const note = stamps.find(({ key }) => key === last)?.fields['note'];
  expect(note && isNoteField(note) && timeOf(note.heads[0]?.h ?? '')).toBeGreaterThan(Date.UTC(2020, 0));
  expect(
    stamps.every(({ fields }) => fields['keptAt'] && 'h' in fields['keptAt'] && timeOf(fields['keptAt'].h) === 0),
  ).toBe(true);
  expect(await waitingCount(collection)).toBeGreaterThan(230);
});

it('counts what was changed while it was off, and undoes nothing, when it is turned on again', async () => {
  const { collection, ids } = await before(3);
  const [id = '', second = ''] = ids;
  const storage = memoryStorage(randomOf(1), ['aaaa', 'bbbb', 'cccc'], 0);
  const other = await collectionDevice('bbbb');
  const sync = async (one: Collection, device: string) =>
    expect(await syncOnce(collectionReplica(one), storage.seenBy(device), { now: Date.now })).toMatchObject({
      ok: true,
    });
  expectValue(await turnSyncOn(collection, 'aaaa', '甲机'));
  await sync(collection, 'aaaa');
  await sync(other.collection, 'bbbb');
  await setNote(other.collection, second, '乙记');
  await sync(other.collection, 'bbbb');
  await sync(collection, 'aaaa');
  await setNote(collection, id, '旧');
  await sync(collection, 'aaaa');

  expectValue(await turnSyncOff(collection));
  expect(await readSyncSwitch(collection)).toBe('off');
  await setNote(collection, id, '新');
  expect(await collection.unsent.count()).toBe(0);
  expectValue(await turnSyncOn(collection, 'cccc', '甲机'));
  await sync(collection, 'cccc');
  await sync(other.collection, 'bbbb');
  await sync(collection, 'cccc');
  for (const one of [collection, other.collection]) {
    const notes = await Promise.all([id, second].map(async (key) => expectValue(await getEssay(one, key))?.note));
    expect(notes).toEqual(['新', '乙记']);
  }
  expect(await other.collection.essays.count()).toBe(3);
});

it('undoes no deletion of what it had before it first synced, when it is turned off and on again', async () => {
  const { collection, ids } = await before(2);
  const [id = '', second = ''] = ids;
  const storage = memoryStorage(randomOf(1), ['aaaa', 'bbbb', 'cccc'], 0);
  const other = await collectionDevice('bbbb');
  const sync = async (one: Collection, device: string) =>
    expect(
      await syncOnce(collectionReplica(one), storage.seenBy(device), { now: Date.now, mayDelete: true }),
    ).toMatchObject({ ok: true });
  expectValue(await turnSyncOn(collection, 'aaaa', '甲机'));
  await sync(collection, 'aaaa');
  await sync(other.collection, 'bbbb');
  expectValue(await turnSyncOff(collection));
  await moveToTrash(other.collection, [id]);
  await emptyTrash(other.collection);
  await sync(other.collection, 'bbbb');
  expectValue(await turnSyncOn(collection, 'cccc', '甲机'));
  await sync(collection, 'cccc');
  await sync(other.collection, 'bbbb');
  await sync(collection, 'cccc');
  for (const one of [collection, other.collection])
    expect(await one.essays.toCollection().primaryKeys()).toEqual([second]);
});
