import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { editFields } from '../../../../lib/collection/actions/edit-fields.ts';
import { openBackup } from '../../../../lib/collection/backup/open-backup.ts';
import { restoreBackup } from '../../../../lib/collection/backup/restore-backup.ts';
import { writeBackup } from '../../../../lib/collection/backup/write-backup.ts';
import { openCollection } from '../../../../lib/collection/collection.ts';
import { copyChanges } from '../../../../lib/collection/copy/copy-changes.ts';
import { getEssay } from '../../../../lib/collection/get-essay.ts';
import { keepEssay } from '../../../../lib/collection/keep/keep-essay.ts';
import { collectionReplica } from '../../../../lib/collection/sync/replica.ts';
import { turnSyncOn } from '../../../../lib/collection/sync/switch.ts';
import { syncOnce } from '../../../../lib/sync/run/sync-once.ts';
import { createBlobSink } from '../../../../lib/zip/blob-sink.ts';
import { expectValue } from '../../../support/collections.ts';
import { numberedKeeping } from '../../../support/keepings.ts';
import { type CollectionDevice, collectionDevice, rebuilt } from '../../../support/sync/collection-device.ts';
import { memoryStorage } from '../../../support/sync/memory-storage.ts';
import { randomOf } from '../../../support/sync/random.ts';

const AHEAD = Date.UTC(2026, 10, 27);
const DAY = 86_400_000;

/** A device with an essay of which it edited the title, and the clocks of it and of one that is a day behind. */
async function world() {
  const time = { at: AHEAD };
  const ahead = (): number => {
    time.at += 1000;
    return time.at;
  };
  const behind = (): number => ahead() - DAY;
  const one = await collectionDevice('aaaa', ahead);
  const storage = memoryStorage(randomOf(1), ['aaaa', 'bbbb', 'cccc'], 0);
  const { id } = expectValue(await keepEssay(one.collection, numberedKeeping(1)));
  await editFields(one.collection, id, { title: '旧题' });
  const sync = async (...devices: readonly CollectionDevice[]) => {
    for (const { replica, device } of devices)
      expect(await syncOnce(replica, storage.seenBy(device), { now: ahead })).toMatchObject({ ok: true });
  };
  const titles = async (...devices: readonly CollectionDevice[]) =>
    Promise.all(devices.map(async ({ collection }) => expectValue(await getEssay(collection, id))?.title));
  return { one, id, sync, titles, behind };
}

it('counts what is done in knowledge of a backup as the later, though the clock is behind that of the device that made it', async () => {
  for (const isOnFirst of [true, false]) {
    const { one, id, sync, titles, behind } = await world();
    await sync(one);
    const { sink, blob } = createBlobSink('application/zip');
    expectValue(await writeBackup(one.collection, {}, sink));
    const collection = openCollection(`bbbb-${crypto.randomUUID()}`, 'strict', behind);
    if (isOnFirst) expectValue(await turnSyncOn(collection, 'bbbb', ''));
    expectValue(await restoreBackup(collection, expectValue(await openBackup(blob())), 'merge'));
    if (!isOnFirst) expectValue(await turnSyncOn(collection, 'bbbb', ''));
    await editFields(collection, id, { title: '新题' });
    const other = { ...(await collectionDevice('cccc', behind)), device: 'bbbb', collection };
    const two = { ...other, replica: collectionReplica(collection) };
    await sync(two, one, two);
    expect(await titles(one, two)).toEqual(['新题', '新题']);
  }
});

it('and as much of a second copy, from which a collection was made anew', async () => {
  const { one, id, sync, titles, behind } = await world();
  const two = await collectionDevice('bbbb', behind);
  await sync(one, two, one);
  await copyChanges(two.collection, two.folder);
  const again = await rebuilt(two, 'cccc');
  await editFields(again.collection, id, { title: '新题' });
  await sync(again, one, again);
  expect(await titles(one, again)).toEqual(['新题', '新题']);
});
