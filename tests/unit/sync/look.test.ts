import { describe, expect, it } from 'vitest';
import { encodeHeadIndex } from '../../../lib/sync/log/head-index.ts';
import { formatFile, headIndexFile } from '../../../lib/sync/log/paths.ts';
import { lookInto } from '../../../lib/sync/look/look-into.ts';
import { syncOnce } from '../../../lib/sync/run/sync-once.ts';
import { watchedStorage } from '../../../lib/sync/run/watched-storage.ts';
import { storageWithin } from '../../../lib/sync/storage-within.ts';
import { webdavStorage } from '../../../lib/sync/webdav/webdav-storage.ts';
import { davServer } from '../../support/sync/dav-server.ts';
import { memoryReplica } from '../../support/sync/memory-replica.ts';
import { memoryStorage } from '../../support/sync/memory-storage.ts';
import { randomOf } from '../../support/sync/random.ts';

const START = Date.UTC(2026, 10, 27);

function world() {
  const storage = memoryStorage(randomOf(1), ['aaaa'], 0);
  const replica = memoryReplica('aaaa', () => START);
  replica.write([
    { table: 'captures', key: 'c', row: { id: 'c', essayId: 'x' } },
    { table: 'bodies', key: 'c', row: { captureId: 'c', essayId: 'x', text: '正文' } },
    { table: 'essays', key: 'x', row: { id: 'x', captureId: 'c', trashedAt: '', note: '', tags: [], shelves: [] } },
  ]);
  const plain = storage.seenBy('aaaa');
  return { plain, files: storage.files('aaaa'), sync: () => syncOnce(replica, plain, { now: () => START }) };
}

describe('a look into a storage', () => {
  it('finds nothing in an empty one, and leaves nothing there', async () => {
    const { plain, files } = world();
    const bytes = { acts: 0, originals: 0, images: 0 };
    expect(await lookInto(plain, '')).toEqual({
      ok: true,
      value: { vault: null, lock: null, key: null, devices: [], bytes },
    });
    expect([...files.keys()]).toEqual([]);
  });

  it('refuses the folder that a log stands in: a library in a library would be found by nobody', async () => {
    const { plain, sync } = world();
    await sync();
    const inside = storageWithin(plain, 'wencun');
    expect(await lookInto(inside, '')).toMatchObject({ ok: false, problem: { code: 'own-folder' } });
    // One that happens to be called so is as good as any other, and so is one with a file of that name.
    await plain.put('format.json', new TextEncoder().encode('{"tabs":2}'));
    expect(await lookInto(storageWithin(plain, 'other'), '')).toMatchObject({ ok: true });
    expect(await lookInto(plain, '')).toMatchObject({ ok: true });
  });

  it('refuses a folder that is published: colleagues would read all that is synced', async () => {
    const { plain, sync } = world();
    await sync();
    await plain.put(headIndexFile, encodeHeadIndex([]));
    expect(await lookInto(plain, '')).toMatchObject({ ok: false, problem: { code: 'own-folder' } });
  });

  it('tells who syncs there, when they wrote last, and how many essays they have', async () => {
    const { plain, files, sync } = world();
    await sync();
    const before = [...files.keys()];
    expect(await lookInto(plain, '')).toMatchObject({
      ok: true,
      value: {
        vault: expect.any(String),
        devices: [{ name: 'aaaa', at: new Date(START).toISOString(), essays: 1 }],
        bytes: { acts: expect.any(Number), originals: 0, images: 0 },
      },
    });
    expect([...files.keys()]).toEqual(before);
  });

  it('asks for a passphrase, and knows a wrong one', async () => {
    const { plain, sync } = world();
    await sync();
    expect(await lookInto(plain, '一句')).toMatchObject({ problem: { code: 'not-encrypted' } });
    const fresh = world().plain;
    const made = await lookInto(fresh, '一句');
    if (!made.ok || made.value.lock === null) throw new Error('A lock was asked for.');
    const { lock } = made.value;
    const format = { format: 'wencun-sync', version: 1, vault: 'v', lock };
    await fresh.makeFolder('wencun');
    await fresh.put(formatFile, new TextEncoder().encode(JSON.stringify(format)));
    expect(await lookInto(fresh, '')).toMatchObject({ problem: { code: 'needs-passphrase' } });
    expect(await lookInto(fresh, '两句')).toMatchObject({ problem: { code: 'wrong-passphrase' } });
    expect(await lookInto(fresh, '一句')).toMatchObject({ ok: true, value: { vault: 'v', lock } });
  });

  it('leaves a folder alone whose format it does not know', async () => {
    const { plain } = world();
    const newer = [
      { version: 2, vault: 'v' },
      { version: 1, vault: 'v', lock: { way: 'another' } },
    ];
    for (const content of newer) {
      await plain.put(formatFile, new TextEncoder().encode(JSON.stringify(content)));
      expect(await lookInto(plain, '')).toMatchObject({ problem: { code: 'newer-format' } });
    }
  });

  it('finds out a storage that says yes and keeps nothing', async () => {
    const { plain } = world();
    const forgetful = { ...plain, put: async () => undefined };
    expect(await lookInto(forgetful, '')).toMatchObject({ problem: { code: 'not-kept' } });
    const hiding = { ...plain, list: async () => [] };
    expect(await lookInto(hiding, '')).toMatchObject({ problem: { code: 'not-kept' } });
  });

  it('says what a server refuses', async () => {
    const server = await davServer();
    const budget = { spend: async () => undefined, rest: async () => undefined };
    const look = (address: string, password: string) =>
      lookInto(webdavStorage({ address, user: 'reader', password }, budget), '');
    expect(await look(server.address, 'wrong')).toMatchObject({ problem: { code: 'not-let-in' } });
    expect(await look(`${server.address}missing/`, 'app-password')).toMatchObject({ problem: { code: 'no-folder' } });
    expect(await look(server.address, 'app-password')).toMatchObject({ ok: true, value: { devices: [] } });
    await server.close();
    expect(await look(server.address, 'app-password')).toMatchObject({ problem: { code: 'unreachable' } });
  });
});

it('tells how far a sync is, and stops it between two requests', async () => {
  const { plain } = world();
  const held = { stop: false };
  const told: unknown[] = [];
  const storage = watchedStorage(
    plain,
    () => held.stop,
    (progress) => told.push(progress),
  );
  await storage.makeFolder('wencun');
  await storage.put('wencun/x', new Uint8Array(7));
  await storage.get('wencun/x');
  expect(told.at(-1)).toEqual({ requests: 3, received: 7, sent: 7 });
  held.stop = true;
  await expect(storage.list('wencun')).rejects.toMatchObject({ code: 'stopped' });
});
