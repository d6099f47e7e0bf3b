import { expect, it } from 'vitest';
import { startCouch } from '../../../scripts/bench/sync/real-couch.ts';
import { programPath, startApache, startRclone } from '../../../scripts/bench/sync/real-dav.ts';
import { hasCouch } from '../../../scripts/setup/couch.ts';
import { davServer } from '../../support/sync/dav-server.ts';
import { meetDevices } from '../../support/sync/meet/devices.ts';
import { byCouchdb, byWebdav } from '../../support/sync/meet/storage-by.ts';

const rclone = programPath('rclone');
const apache = programPath('apache2');

it('syncs two devices by the stand-in for 坚果云', async () => {
  const server = await davServer({ requests: 10_000 });
  expect(await meetDevices(byWebdav(server)).finally(server.close)).toEqual({ differ: [], nothingNew: 1 });
});

// Where these programs are not installed nothing can be said of them: docs/benchmarks/sync.md tells when they last were.
it.runIf(rclone !== null)('syncs two devices by rclone, which ignores preconditions', async () => {
  const server = await startRclone(rclone ?? '');
  expect(await meetDevices(byWebdav(server)).finally(server.close)).toEqual({ differ: [], nothingNew: 1 });
});

it.runIf(apache !== null)('syncs two devices by Apache with mod_dav', async () => {
  const server = await startApache(apache ?? '');
  expect(await meetDevices(byWebdav(server)).finally(server.close)).toEqual({ differ: [], nothingNew: 1 });
});

it.runIf(hasCouch())('syncs two devices by express-pouchdb, which speaks as CouchDB does', async () => {
  const server = await startCouch();
  expect(await meetDevices(byCouchdb(server)).finally(server.close)).toEqual({ differ: [], nothingNew: 1 });
});
