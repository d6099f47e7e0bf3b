import { expect } from 'vitest';
import { syncOnce } from '../../../lib/sync/run/sync-once.ts';
import { type CollectionDevice, collectionDevice } from './collection-device.ts';
import { memoryStorage } from './memory-storage.ts';
import { randomOf } from './random.ts';

/** Three devices with empty collections that meet by one server; `sync` has some of them sync, one after the other. */
export async function threeDevices() {
  const storage = memoryStorage(randomOf(1), ['aaaa', 'bbbb', 'cccc'], 0);
  const sync = async (...some: readonly CollectionDevice[]): Promise<void> => {
    for (const { replica, device } of some)
      expect(await syncOnce(replica, storage.seenBy(device), { now: Date.now })).toMatchObject({ ok: true });
  };
  return {
    one: await collectionDevice('aaaa'),
    other: await collectionDevice('bbbb'),
    third: await collectionDevice('cccc'),
    sync,
  };
}
