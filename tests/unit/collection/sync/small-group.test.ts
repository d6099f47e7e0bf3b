import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { editFields } from '../../../../lib/collection/actions/edit-fields.ts';
import { openCollection } from '../../../../lib/collection/collection.ts';
import { getEssay } from '../../../../lib/collection/get-essay.ts';
import { keepEssay } from '../../../../lib/collection/keep/keep-essay.ts';
import { collectionReplica } from '../../../../lib/collection/sync/replica.ts';
import { settleWrites } from '../../../../lib/collection/sync/settle-writes.ts';
import { turnSyncOn } from '../../../../lib/collection/sync/switch.ts';
import { deviceOf } from '../../../../lib/sync/model/clock.ts';
import { isNoteField } from '../../../../lib/sync/model/stamped-row.ts';
import { syncOnce } from '../../../../lib/sync/run/sync-once.ts';
import { expectValue } from '../../../support/collections.ts';
import { numberedKeeping } from '../../../support/keepings.ts';
import { memoryStorage } from '../../../support/sync/memory-storage.ts';
import { randomOf } from '../../../support/sync/random.ts';

/** A person with a computer of their own, who writes into the library of the group. */
async function person(device: string, name: string, now: () => number) {
  const collection = openCollection(`${device}-${crypto.randomUUID()}`, 'strict', now);
  expectValue(await turnSyncOn(collection, device, name));
  return { device, collection, replica: collectionReplica(collection) };
}

it('of two people has one library, in which the last word counts and each knows who said it and when', async () => {
  const time = { now: Date.UTC(2026, 10, 27) };
  const now = () => (time.now += 1000);
  const [wang, li] = [await person('wangwangwang', '王', now), await person('lililililili', '李', now)];
  const storage = memoryStorage(randomOf(1), [wang.device, li.device], 0);
  const sync = async (...people: readonly (typeof wang)[]) => {
    for (const { replica, device } of people)
      expect(await syncOnce(replica, storage.seenBy(device), { now })).toMatchObject({ ok: true });
  };
  const { id } = expectValue(await keepEssay(wang.collection, numberedKeeping(1)));
  await sync(wang, li);
  await editFields(wang.collection, id, { title: '王的题' });
  await editFields(li.collection, id, { title: '李的题' });
  await sync(wang, li, wang);
  for (const { collection, replica } of [wang, li]) {
    expect(expectValue(await getEssay(collection, id))?.title).toBe('李的题');
    await settleWrites(collection);
    const title = (await collection.stamps.get(`essays\n${id}`))?.fields['edited/title'];
    if (title === undefined || isNoteField(title)) throw new Error('A title has one last writer.');
    const { peers, device, name } = await replica.readState();
    const names = new Map([[device, name], ...Object.entries(peers).map(([peer, one]) => [peer, one.name] as const)]);
    expect(names.get(deviceOf(title.h))).toBe('李');
    expect(Object.values(peers).map(({ at }) => at)).toEqual([expect.stringMatching(/^2026-11-27T/)]);
  }
});
