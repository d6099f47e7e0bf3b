import { expect } from 'vitest';
import type { Backup } from '../../../../lib/collection/backup/open-backup.ts';
import { syncOnce } from '../../../../lib/sync/run/sync-once.ts';
import { collectionActs } from '../collection-acts.ts';
import { collectionDevice } from '../collection-device.ts';
import { type Ledger, newLedger } from '../fuzz-ledger.ts';
import { devicesDiffer } from '../fuzz-verdict.ts';
import { randomOf } from '../random.ts';
import type { StorageBy } from './storage-by.ts';

/** Two collections are worked with and synced by a server; gives what differs, and what a sync costs where nothing is new. */
export async function meetCollections(storageBy: StorageBy) {
  const asked = { count: 0 };
  const spend = async (): Promise<void> => {
    asked.count += 1;
  };
  const storage = storageBy({ spend, rest: async () => undefined });
  const random = randomOf(18);
  const time = { at: Date.UTC(2026, 10, 27) };
  const now = () => time.at;
  const devices = [await collectionDevice('aaaa', now), await collectionDevice('bbbb', now)];
  const [ledger, backups]: [Ledger, Backup[]] = [newLedger(), []];
  const sync = async (at: number) => {
    const device = devices[at];
    if (device !== undefined)
      expect(await syncOnce(device.replica, storage, { now, folds: { many: 3 }, mayDelete: true })).toMatchObject({
        ok: true,
      });
  };
  for (let n = 0; n < 40; n += 1) {
    time.at += 60_000;
    const { collection, look } = random.pick(devices);
    const seen = await look();
    await random.pick(collectionActs)[1]({ collection, seen, random, now: now(), name: `r${n}`, ledger, backups });
    if (n % 4 === 0) await sync(n % 8 === 0 ? 0 : 1);
  }
  for (const at of [0, 1, 0, 1]) await sync(at);
  const before = asked.count;
  await sync(0);
  const seen = await Promise.all(devices.map(({ look }) => look()));
  return { differ: devicesDiffer(seen), nothingNew: asked.count - before };
}
