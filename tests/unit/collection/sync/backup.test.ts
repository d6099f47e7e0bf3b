import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { addHighlight, removeHighlight } from '../../../../lib/collection/actions/highlights.ts';
import { setNote } from '../../../../lib/collection/actions/note.ts';
import { removeSearch, saveSearch } from '../../../../lib/collection/actions/saved-searches.ts';
import { deleteTag, tagEssays } from '../../../../lib/collection/actions/tags.ts';
import { emptyTrash, moveToTrash } from '../../../../lib/collection/actions/trash.ts';
import { type Backup, openBackup } from '../../../../lib/collection/backup/open-backup.ts';
import { restoreBackup } from '../../../../lib/collection/backup/restore-backup.ts';
import { writeBackup } from '../../../../lib/collection/backup/write-backup.ts';
import type { Collection } from '../../../../lib/collection/collection.ts';
import { getEssay } from '../../../../lib/collection/get-essay.ts';
import { keepEssay } from '../../../../lib/collection/keep/keep-essay.ts';
import { collectionReplica } from '../../../../lib/collection/sync/replica.ts';
import { turnSyncOn } from '../../../../lib/collection/sync/switch.ts';
import { operationsOfRow } from '../../../../lib/sync/model/operations-of-row.ts';
import { syncOnce } from '../../../../lib/sync/run/sync-once.ts';
import { createBlobSink } from '../../../../lib/zip/blob-sink.ts';
import { emptyCollection, expectValue } from '../../../support/collections.ts';
import { numberedKeeping } from '../../../support/keepings.ts';
import { type CollectionDevice, collectionDevice } from '../../../support/sync/collection-device.ts';
import { devicesDiffer } from '../../../support/sync/fuzz-verdict.ts';
import { memoryStorage } from '../../../support/sync/memory-storage.ts';
import { randomOf } from '../../../support/sync/random.ts';

const quote = { exact: '县域', prefix: '', suffix: '' };

async function backupOf(collection: Collection): Promise<Backup> {
  const { sink, blob } = createBlobSink('application/zip');
  expectValue(await writeBackup(collection, {}, sink));
  return expectValue(await openBackup(blob()));
}

/** Two devices that synced, with essays; a backup that one made of them then. */
async function world(essays: number) {
  const [one, other] = [await collectionDevice('aaaa'), await collectionDevice('bbbb')];
  const storage = memoryStorage(randomOf(1), ['aaaa', 'bbbb', 'cccc'], 0);
  const attempt = ({ replica, device }: Pick<CollectionDevice, 'replica' | 'device'>, mayDelete = false) =>
    syncOnce(replica, storage.seenBy(device), { now: Date.now, mayDelete });
  const sync = async (...devices: readonly Pick<CollectionDevice, 'replica' | 'device'>[]) => {
    for (const device of devices) expect(await attempt(device)).toMatchObject({ ok: true });
  };
  const ids: string[] = [];
  for (let n = 0; n < essays; n += 1) ids.push(expectValue(await keepEssay(one.collection, numberedKeeping(n))).id);
  const [id = ''] = ids;
  await setNote(one.collection, id, '旧记');
  await tagEssays(one.collection, ids.slice(0, 2), { add: ['经济', '农村'] });
  const made = { essayId: id, colour: 'green', note: '', quote, position: { start: 0, end: 2 } } as const;
  const mark = expectValue(await addHighlight(one.collection, made)).id;
  const search = expectValue(await saveSearch(one.collection, '我的', 'q=1')).id;
  await sync(one, other);
  return { one, other, sync, attempt, ids, id, mark, search, backup: await backupOf(one.collection) };
}

/** What the other device did after the backup was made. */
async function changeAll({ other, id, mark, search, ids }: Awaited<ReturnType<typeof world>>): Promise<void> {
  const { collection } = other;
  await setNote(collection, id, '新记');
  await tagEssays(collection, ids.slice(0, 1), { remove: ['tag 经济'] });
  await deleteTag(collection, 'tag 农村');
  await removeHighlight(collection, mark);
  await removeSearch(collection, search);
  await moveToTrash(collection, ids.slice(2, 3));
}

const differ = async (...devices: readonly CollectionDevice[]): Promise<readonly string[]> =>
  devicesDiffer(await Promise.all(devices.map(({ look }) => look())));

describe('a backup of before', () => {
  it('undoes nothing that was done since, here or elsewhere', async () => {
    const it = await world(4);
    await changeAll(it);
    await it.sync(it.other, it.one);
    const before = await it.one.look();
    expectValue(await restoreBackup(it.one.collection, it.backup, 'merge'));
    const after = await it.one.look();
    for (const table of ['essays', 'tags', 'highlights', 'searches', 'bodies'] as const)
      expect([...after.rows(table)]).toEqual([...before.rows(table)]);
    await it.sync(it.one, it.other, it.one);
    expect(await differ(it.one, it.other)).toEqual([]);
    expect(expectValue(await getEssay(it.other.collection, it.id))?.note).toBe('新记');
  });

  it('restored on a new device gives way to what was done since', async () => {
    for (const isOnFirst of [true, false]) {
      const it = await world(4);
      await changeAll(it);
      await it.sync(it.other, it.one);
      const collection = emptyCollection();
      if (isOnFirst) expectValue(await turnSyncOn(collection, 'cccc', ''));
      expectValue(await restoreBackup(collection, it.backup, 'merge'));
      if (!isOnFirst) expectValue(await turnSyncOn(collection, 'cccc', ''));
      await it.sync({ device: 'cccc', replica: collectionReplica(collection) }, it.one, it.other);
      expect(expectValue(await getEssay(collection, it.id))).toMatchObject({ note: '新记', tags: [] });
      expect(await differ(it.one, it.other)).toEqual([]);
      expect((await it.one.collection.essays.toArray()).filter(({ trashedAt }) => trashedAt !== '')).toHaveLength(1);
      expect([await collection.searches.count(), await collection.highlights.count()]).toEqual([0, 0]);
    }
  });

  it('brings an essay back, everywhere, that was deleted for good', async () => {
    const it = await world(3);
    await moveToTrash(it.other.collection, [it.id]);
    await emptyTrash(it.other.collection);
    await it.sync(it.other, it.one);
    expect(await it.one.collection.essays.count()).toBe(2);
    expectValue(await restoreBackup(it.one.collection, it.backup, 'merge'));
    await it.sync(it.one, it.other, it.one);
    expect(await differ(it.one, it.other)).toEqual([]);
    expect(expectValue(await getEssay(it.other.collection, it.id))?.note).toBe('旧记');
    expect(await it.other.collection.bodies.count()).toBe(3);
  });

  it('restored in the place of all is everywhere what it was, once the others may delete so much', async () => {
    const it = await world(4);
    for (let n = 10; n < 40; n += 1) expectValue(await keepEssay(it.one.collection, numberedKeeping(n)));
    await changeAll(it);
    await it.sync(it.other, it.one, it.other);
    expect(await it.other.collection.essays.count()).toBe(34);
    expectValue(await restoreBackup(it.one.collection, it.backup, 'replace'));
    await it.sync(it.one);
    // Those that are in the backup are not to be deleted.
    expect(await it.attempt(it.other)).toMatchObject({ problem: { code: 'many-deletions', detail: '30' } });
    expect(await it.other.collection.essays.count()).toBe(34);
    expect(await it.attempt(it.other, true)).toMatchObject({ ok: true });
    await it.sync(it.one, it.other);
    expect(await differ(it.one, it.other)).toEqual([]);
    expect(await it.other.collection.essays.count()).toBe(4);
    expect(expectValue(await getEssay(it.other.collection, it.id))).toMatchObject({ note: '旧记' });
    expect(await it.other.collection.bodies.count()).toBe(4);
  });
});

describe('a backup of another', () => {
  it('takes no note away that is known of an essay whose text is still on its way', async () => {
    const it = await world(1);
    const old = emptyCollection();
    expectValue(await keepEssay(old, numberedKeeping(0)));
    const { collection, replica } = await collectionDevice('cccc');
    // What is known of the essay came, its text not yet.
    const known = await it.one.collection.stamps.toArray();
    const operations = known.filter(({ table }) => table === 'essays').flatMap(operationsOfRow);
    const state = await replica.readState();
    await replica.apply(operations, () => state);
    expect(await collection.essays.count()).toBe(0);
    expectValue(await restoreBackup(collection, await backupOf(old), 'merge'));
    await it.sync({ device: 'cccc', replica }, it.one, it.other, { device: 'cccc', replica });
    for (const one of [it.one.collection, it.other.collection, collection])
      expect(expectValue(await getEssay(one, it.id))?.note).toBe('旧记');
  });
});

it('of a collection that never synced has nothing of stamps', async () => {
  const collection = emptyCollection();
  expectValue(await keepEssay(collection, numberedKeeping(1)));
  const restored = emptyCollection();
  expectValue(await restoreBackup(restored, await backupOf(collection), 'merge'));
  expect(Object.keys((await restored.essays.toArray())[0] ?? {})).not.toContain('stamps');
  expect(await restored.stamps.count()).toBe(0);
});
