import 'fake-indexeddb/auto';
import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { writeBackup } from '../../../lib/collection/backup/write-backup.ts';
import { copyChanges } from '../../../lib/collection/copy/copy-changes.ts';
import { decodeSegment } from '../../../lib/collection/copy/segment.ts';
import { keepEssay } from '../../../lib/collection/keep/keep-essay.ts';
import { turnSyncOn } from '../../../lib/collection/sync/switch.ts';
import { openSyncStore } from '../../../lib/collection/sync-store/sync-store.ts';
import { readTarget, type SyncTarget, writeTarget } from '../../../lib/collection/sync-store/target.ts';
import { newLock } from '../../../lib/sync/lock/vault-lock.ts';
import { emptyCollection, expectValue } from '../../support/collections.ts';
import { sampleKeeping } from '../../support/keepings.ts';
import { memoryFolder } from '../../support/memory-folder.ts';

const PASSWORD = 'app-password-of-mine';
const PASSPHRASE = 'passphrase-of-mine';

it('stands in no backup, no second copy, and nowhere in the collection', async () => {
  const collection = emptyCollection();
  await keepEssay(collection, sampleKeeping());
  const store = openSyncStore(`test-${crypto.randomUUID()}`);
  const { lock, key } = await newLock(PASSPHRASE);
  const target: SyncTarget = {
    kind: 'webdav',
    address: 'https://dav.example.org/',
    user: 'reader',
    password: PASSWORD,
    lock,
    key,
    device: '书房',
    wanted: ['acts'],
  };
  await writeTarget(store, target);
  expectValue(await turnSyncOn(collection, 'aaaaaaaaaaaa', '书房'));
  expect(await readTarget(store)).toMatchObject({ password: PASSWORD });
  // The passphrase is stored nowhere, and its key cannot be read out.
  expect(await crypto.subtle.exportKey('raw', key).catch(() => 'refused')).toBe('refused');
  expect(JSON.stringify(await store.facts.toArray())).not.toContain(PASSPHRASE);

  const parts: Uint8Array<ArrayBuffer>[] = [];
  expectValue(await writeBackup(collection, { keepByItself: true }, (bytes) => void parts.push(bytes)));
  const backup = unzipSync(new Uint8Array(await new Blob(parts).arrayBuffer()));
  const folder = memoryFolder();
  await copyChanges(collection, folder);
  const copied = await Promise.all([...folder.files.values()].map(decodeSegment));
  const rows = await Promise.all(collection.tables.map((table) => table.toArray()));
  const texts = [
    ...Object.values(backup).map((bytes) => strFromU8(bytes)),
    JSON.stringify(copied),
    JSON.stringify(rows),
  ];
  expect(JSON.stringify(copied)).toContain('essays');
  expect(texts.length).toBeGreaterThan(2);
  expect(texts.filter((text) => text.includes(PASSWORD) || text.includes(PASSPHRASE))).toEqual([]);

  await writeTarget(store, null);
  expect(JSON.stringify(await store.facts.toArray())).not.toContain(PASSWORD);
});
