import 'fake-indexeddb/auto';
import { afterEach, expect, it, vi } from 'vitest';
import { setNote } from '../../../../lib/collection/actions/note.ts';
import { openCollection } from '../../../../lib/collection/collection.ts';
import type { Room } from '../../../../lib/collection/guard/room.ts';
import { keepEssay } from '../../../../lib/collection/keep/keep-essay.ts';
import { emptyCollection, expectValue } from '../../../support/collections.ts';
import { numberedKeeping } from '../../../support/keepings.ts';

const MB = 1_000_000;

/** The browser's storage as a test wants it. */
function browserHas(room: Pick<Room, 'used' | 'free'>): void {
  const storage = {
    estimate: async () => ({ usage: room.used, quota: room.used + room.free }),
    persisted: async () => false,
  };
  vi.stubGlobal('navigator', { storage });
}

/** Makes every write fail as a full disk makes it fail in Chromium; gives how often one was tried. */
function failingWrites() {
  return vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('Internal error.', 'UnknownError');
  });
}

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

it('refuses a keep below the reserve, and names the disk', async () => {
  const collection = emptyCollection();
  browserHas({ used: 1000 * MB, free: 30 * MB });
  expect(await keepEssay(collection, numberedKeeping(1))).toMatchObject({ problem: { code: 'storage-full' } });
  browserHas({ used: 1000 * MB, free: 500 * MB });
  expect(await keepEssay(collection, numberedKeeping(1))).toMatchObject({ ok: true });
});

it('stops every writer at the first failed write, until there is room and a probe succeeds', async () => {
  const collection = emptyCollection();
  browserHas({ used: 1000 * MB, free: 500 * MB });
  const { id } = expectValue(await keepEssay(collection, numberedKeeping(1)));
  const writes = failingWrites();
  browserHas({ used: 1000 * MB, free: 0 });
  expect(await setNote(collection, id, '甲')).toMatchObject({ problem: { code: 'storage-full' } });
  const tried = writes.mock.calls.length;
  for (const text of ['乙', '丙', '丁'])
    expect(await setNote(collection, id, text)).toMatchObject({ problem: { code: 'storage-full' } });
  expect(await keepEssay(collection, numberedKeeping(2))).toMatchObject({ problem: { code: 'storage-full' } });
  expect(writes.mock.calls.length).toBe(tried);

  writes.mockRestore();
  browserHas({ used: 1000 * MB, free: 500 * MB });
  expect(await keepEssay(collection, numberedKeeping(2))).toMatchObject({ ok: true });
  expect(await setNote(collection, id, '戊')).toMatchObject({ ok: true });
});

it('stays shut while the probe fails, and says that the browser has closed its store', async () => {
  const collection = emptyCollection();
  browserHas({ used: 1000 * MB, free: 500 * MB });
  const { id } = expectValue(await keepEssay(collection, numberedKeeping(1)));
  failingWrites();
  expect(await setNote(collection, id, '甲')).toMatchObject({ problem: { code: 'storage-trouble' } });
  expect(await keepEssay(collection, numberedKeeping(2))).toMatchObject({ problem: { code: 'storage-trouble' } });
  vi.restoreAllMocks();
  expect(await keepEssay(collection, numberedKeeping(2))).toMatchObject({ ok: true });
});

it('holds small acts back too, once the room for them is gone', async () => {
  const collection = emptyCollection();
  browserHas({ used: 1000 * MB, free: 500 * MB });
  const { id } = expectValue(await keepEssay(collection, numberedKeeping(1)));
  browserHas({ used: 1000 * MB, free: 1 * MB });
  const now = vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 60_000);
  await setNote(collection, id, '甲');
  await vi.waitFor(() => expect(collection.guard.state()).toBe('full'));
  expect(await setNote(collection, id, '乙')).toMatchObject({ problem: { code: 'storage-full' } });
  now.mockRestore();
});

it('leaves a database of a newer version as it is, and says so', async () => {
  const name = `newer-${crypto.randomUUID()}`;
  const newer = indexedDB.open(name, 400);
  newer.onupgradeneeded = () =>
    newer.result.createObjectStore('essays', { keyPath: 'id' }).createIndex('group', 'group');
  await new Promise((resolve) => {
    newer.onsuccess = resolve;
  });
  newer.result.close();
  const collection = openCollection(name);
  for (const keeping of [numberedKeeping(1), numberedKeeping(2)])
    expect(await keepEssay(collection, keeping)).toMatchObject({ problem: { code: 'storage-newer' } });
  const [left] = (await indexedDB.databases()).filter((one) => one.name === name);
  expect(left?.version).toBe(400);
});

it('tells that another window holds an older version open, and goes on when it lets go', async () => {
  const name = `blocked-${crypto.randomUUID()}`;
  const older = indexedDB.open(name, 10);
  older.onupgradeneeded = () => {
    const essays = older.result.createObjectStore('essays', { keyPath: 'id' });
    essays.createIndex('[trashedAt+keptAt+id]', ['trashedAt', 'keptAt', 'id']);
    const captures = older.result.createObjectStore('captures', { keyPath: 'id' });
    captures.createIndex('[essayId+takenAt]', ['essayId', 'takenAt']);
    for (const store of ['bodies', 'originals'])
      older.result.createObjectStore(store, { keyPath: 'captureId' }).createIndex('essayId', 'essayId');
  };
  await new Promise((resolve) => {
    older.onsuccess = resolve;
  });
  const collection = openCollection(name);
  const opening = collection.open();
  await vi.waitFor(() => expect(collection.guard.state()).toBe('blocked'));
  expect(await keepEssay(collection, numberedKeeping(1))).toMatchObject({ problem: { code: 'storage-blocked' } });
  older.result.close();
  await opening;
  expect(await keepEssay(collection, numberedKeeping(1))).toMatchObject({ ok: true });
});
