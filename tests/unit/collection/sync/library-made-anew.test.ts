import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { keepEssay } from '../../../../lib/collection/keep/keep-essay.ts';
import { turnSyncOn } from '../../../../lib/collection/sync/switch.ts';
import type { Replica } from '../../../../lib/sync/run/replica.ts';
import { syncOnce } from '../../../../lib/sync/run/sync-once.ts';
import { expectValue } from '../../../support/collections.ts';
import { deleteUnder } from '../../../support/delete-under.ts';
import { numberedKeeping } from '../../../support/keepings.ts';
import { collectionDevice } from '../../../support/sync/collection-device.ts';
import { memoryStorage } from '../../../support/sync/memory-storage.ts';
import { randomOf } from '../../../support/sync/random.ts';

/** Two devices; the library of the other is deleted before the call of its replica that `at` names. */
async function deletedBefore(at: 'apply' | 'markSent') {
  const [one, other] = [await collectionDevice('aaaa'), await collectionDevice('bbbb')];
  const storage = memoryStorage(randomOf(1), ['aaaa', 'bbbb', 'cccc'], 0);
  const sync = (replica: Replica, device: string) => syncOnce(replica, storage.seenBy(device), { now: Date.now });
  for (let n = 0; n < 3; n += 1) {
    expectValue(await keepEssay(one.collection, numberedKeeping(n)));
    expectValue(await sync(one.replica, 'aaaa'));
  }
  expectValue(await keepEssay(other.collection, numberedKeeping(9)));
  let calls = 0;
  const under = async (): Promise<void> => {
    calls += 1;
    if (calls === 2) await deleteUnder(other.collection);
  };
  const { replica } = other;
  const cut: Replica = {
    ...replica,
    apply: async (...given) => {
      if (at === 'apply') await under();
      await replica.apply(...given);
    },
    markSent: async (...given) => {
      if (at === 'markSent') await under();
      await replica.markSent(...given);
    },
  };
  return { one, other, sync, cut };
}

it.each(['apply', 'markSent'] as const)(
  'a sync whose library is made anew before it comes to %s ends there, and the next one brings all that others have',
  async (at) => {
    const { other, sync, cut } = await deletedBefore(at);
    await expect(sync(cut, 'bbbb')).rejects.toThrow();
    expect(await other.collection.sync.count()).toBe(0);
    expect(await other.collection.essays.count()).toBe(0);
    expectValue(await turnSyncOn(other.collection, 'cccc', 'cccc'));
    expectValue(await sync(other.replica, 'cccc'));
    expect(await other.collection.essays.count()).toBe(3);
  },
);
