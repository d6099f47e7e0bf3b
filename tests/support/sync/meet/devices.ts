import { expect } from 'vitest';
import { syncOnce } from '../../../../lib/sync/run/sync-once.ts';
import { acts } from '../fuzz-acts.ts';
import { newLedger } from '../fuzz-ledger.ts';
import { devicesDiffer } from '../fuzz-verdict.ts';
import { memoryReplica } from '../memory-replica.ts';
import { randomOf } from '../random.ts';
import type { StorageBy } from './storage-by.ts';

/** Two devices do sixty acts and sync by a server; gives what differs, and what a sync costs where nothing is new. */
export async function meetDevices(storageBy: StorageBy) {
  const asked = { count: 0 };
  const spend = async (): Promise<void> => {
    asked.count += 1;
  };
  const storage = storageBy({ spend, rest: async () => undefined });
  const random = randomOf(17);
  const time = { at: Date.UTC(2026, 10, 26) };
  const now = () => time.at;
  const devices = [memoryReplica('aaaa', now), memoryReplica('bbbb', now)];
  const ledger = newLedger();
  const sync = async (at: number) => {
    const replica = devices[at];
    if (replica !== undefined)
      expect(await syncOnce(replica, storage, { now, folds: { many: 3 }, mayDelete: true })).toMatchObject({
        ok: true,
      });
  };
  for (let n = 0; n < 60; n += 1) {
    time.at += 60_000;
    const replica = random.pick(devices);
    random.pick(acts)[1]({ replica, random, now: now(), name: `r${n}`, ledger });
    if (n % 4 === 0) await sync(n % 8 === 0 ? 0 : 1);
  }
  for (const at of [0, 1, 0, 1]) await sync(at);
  const before = asked.count;
  await sync(0);
  return { differ: devicesDiffer(devices), nothingNew: asked.count - before };
}
