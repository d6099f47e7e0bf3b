import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { setNote } from '../../../../lib/collection/actions/note.ts';
import { openCollection } from '../../../../lib/collection/collection.ts';
import { copyChanges } from '../../../../lib/collection/copy/copy-changes.ts';
import { rebuildFromCopy } from '../../../../lib/collection/copy/rebuild-from-copy.ts';
import { getEssay } from '../../../../lib/collection/get-essay.ts';
import { keepEssay } from '../../../../lib/collection/keep/keep-essay.ts';
import { collectionReplica } from '../../../../lib/collection/sync/replica.ts';
import { turnSyncOn } from '../../../../lib/collection/sync/switch.ts';
import { syncOnce } from '../../../../lib/sync/run/sync-once.ts';
import { expectValue } from '../../../support/collections.ts';
import { numberedKeeping } from '../../../support/keepings.ts';
import { memoryFolder } from '../../../support/memory-folder.ts';
import { type CollectionDevice, collectionDevice } from '../../../support/sync/collection-device.ts';
import { memoryStorage } from '../../../support/sync/memory-storage.ts';
import { randomOf } from '../../../support/sync/random.ts';

it('keeps what was changed and not sent yet, when a lost collection is rebuilt and syncs as a new device', async () => {
  const [one, other, again] = await Promise.all(['aaaa', 'bbbb', 'cccc'].map((device) => collectionDevice(device)));
  if (one === undefined || other === undefined || again === undefined) throw new Error('There are three.');
  const storage = memoryStorage(randomOf(1), ['aaaa', 'bbbb', 'cccc'], 0);
  const folder = memoryFolder();
  const sync = async (...devices: readonly CollectionDevice[]) => {
    for (const { replica, device } of devices)
      expect(await syncOnce(replica, storage.seenBy(device), { now: Date.now })).toMatchObject({ ok: true });
  };
  const note = async ({ collection }: CollectionDevice) => expectValue(await getEssay(collection, id))?.note;
  const { id } = expectValue(await keepEssay(one.collection, numberedKeeping(1)));
  await setNote(one.collection, id, '旧记');
  await sync(one, other);
  await copyChanges(one.collection, folder);
  await setNote(one.collection, id, '新记');
  await copyChanges(one.collection, folder);

  // The browser deleted the database; sync is turned on after all is back.
  one.collection.close();
  const collection = openCollection(`rebuilt-${crypto.randomUUID()}`);
  await rebuildFromCopy(collection, folder);
  expectValue(await turnSyncOn(collection, 'cccc', '新'));
  const rebuilt = { ...again, collection, replica: collectionReplica(collection) };
  await sync(rebuilt, other, rebuilt);
  expect([await note(rebuilt), await note(other)]).toEqual(['新记', '新记']);
});
