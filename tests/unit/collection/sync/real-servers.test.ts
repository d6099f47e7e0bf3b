import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import type { Backup } from '../../../../lib/collection/backup/open-backup.ts';
import { couchdbStorage } from '../../../../lib/sync/couchdb/couchdb-storage.ts';
import { syncOnce } from '../../../../lib/sync/run/sync-once.ts';
import { webdavStorage } from '../../../../lib/sync/webdav/webdav-storage.ts';
import { startCouch } from '../../../../scripts/bench/sync/real-couch.ts';
import { programPath, type RealServer, startApache, startRclone } from '../../../../scripts/bench/sync/real-dav.ts';
import { hasCouch } from '../../../../scripts/setup/couch.ts';
import { collectionActs } from '../../../support/sync/collection-acts.ts';
import { collectionDevice } from '../../../support/sync/collection-device.ts';
import { davServer } from '../../../support/sync/dav-server.ts';
import { type Ledger, newLedger } from '../../../support/sync/fuzz-ledger.ts';
import { devicesDiffer } from '../../../support/sync/fuzz-verdict.ts';
import { randomOf } from '../../../support/sync/random.ts';

const rclone = programPath('rclone');
const apache = programPath('apache2');

/** Two collections are worked with and synced by a server; gives what differs, and what a sync costs where nothing is new. */
async function meet({ address }: Pick<RealServer, 'address'>, storageBy: typeof couchdbStorage = webdavStorage) {
  const asked = { count: 0 };
  const spend = async (): Promise<void> => {
    asked.count += 1;
  };
  const storage = storageBy(
    { address, user: 'reader', password: 'app-password' },
    { spend, rest: async () => undefined },
  );
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

it('syncs two collections by the stand-in for 坚果云', async () => {
  const server = await davServer({ requests: 10_000 });
  expect(await meet(server).finally(server.close)).toEqual({ differ: [], nothingNew: 1 });
});

// Where these programs are not installed nothing can be said of them: docs/benchmarks/sync.md tells when they last were.
it.runIf(rclone !== null)('syncs two collections by rclone, which ignores preconditions', async () => {
  const server = await startRclone(rclone ?? '');
  expect(await meet(server).finally(server.close)).toEqual({ differ: [], nothingNew: 1 });
});

it.runIf(apache !== null)('syncs two collections by Apache with mod_dav', async () => {
  const server = await startApache(apache ?? '');
  expect(await meet(server).finally(server.close)).toEqual({ differ: [], nothingNew: 1 });
});

it.runIf(hasCouch())('syncs two collections by express-pouchdb, which speaks as CouchDB does', async () => {
  const server = await startCouch();
  const database = { address: `${server.address}wencun/` };
  expect(await meet(database, couchdbStorage).finally(server.close)).toEqual({ differ: [], nothingNew: 1 });
});
