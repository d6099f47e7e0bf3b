import { expect, it } from 'vitest';
import { decodeHead } from '../../../lib/sync/log/head.ts';
import { headFile } from '../../../lib/sync/log/paths.ts';
import { syncOnce } from '../../../lib/sync/run/sync-once.ts';
import { readByHalf } from '../../../lib/sync/run/sync-state.ts';
import { SyncRefusal, type SyncStorage } from '../../../lib/sync/storage.ts';
import { type MemoryReplica, memoryReplica } from '../../support/sync/memory-replica.ts';
import { memoryStorage } from '../../support/sync/memory-storage.ts';
import { randomOf } from '../../support/sync/random.ts';
import { keep } from '../../support/sync/troubled-world.ts';

/** Two devices that have an essay, of which one then kept another capture. */
async function world() {
  const time = { at: Date.UTC(2026, 10, 26) };
  const now = (): number => {
    time.at += 1000;
    return time.at;
  };
  const server = memoryStorage(randomOf(1), ['aaaa', 'bbbb'], 0);
  const [one, other] = [memoryReplica('aaaa', now), memoryReplica('bbbb', now)];
  const sync = (replica: MemoryReplica, by: Partial<SyncStorage> = {}) =>
    syncOnce(replica, { ...server.seenBy(replica.device), ...by }, { now, mayDelete: true });
  const meet = async (): Promise<void> => {
    for (const replica of [one, other, one, other, one]) expect(await sync(replica)).toMatchObject({ ok: true });
  };
  keep(one, 'x');
  await meet();
  const row = { id: 'again', essayId: 'x' };
  one.write([
    { table: 'captures', key: 'again', row },
    { table: 'bodies', key: 'again', row: { captureId: 'again', essayId: 'x', text: '新' } },
    { table: 'essays', key: 'x', row: { ...one.rows('essays').get('x'), captureId: 'again' } },
  ]);
  const isSecond = () => {
    const count = { segments: 0 };
    return (path: string): boolean => {
      if (path.endsWith('.seg')) count.segments += 1;
      return path.endsWith('.seg') && count.segments > 1;
    };
  };
  /** The other's network fails after the first file of the log; the server of the one has room for one file. */
  const breaking = (): Partial<SyncStorage> => {
    const [isLost, { get }] = [isSecond(), server.seenBy('bbbb')];
    return { get: (path) => (isLost(path) ? Promise.reject(new SyncRefusal('unreachable')) : get(path)) };
  };
  const full = (): Partial<SyncStorage> => {
    const [isRefused, { put }] = [isSecond(), server.seenBy('aaaa')];
    return {
      put: (path, bytes) => (isRefused(path) ? Promise.reject(new SyncRefusal('full')) : put(path, bytes)),
    };
  };
  return { one, other, server, sync, meet, breaking, full };
}

/** Deletes the essay for good, with all that a device has of it. */
function remove(replica: MemoryReplica): void {
  const parts = (['captures', 'bodies'] as const).flatMap((table) =>
    [...replica.rows(table).keys()].map((key) => ({ table, key, row: null })),
  );
  replica.write([{ table: 'essays', key: 'x', row: null }, ...parts]);
}

it('keeps a capture whose text was on its way where its essay was deleted for good', async () => {
  const { one, other, sync, meet, breaking } = await world();
  await sync(one);
  expect(await sync(other, breaking())).toMatchObject({ ok: false });
  expect([...other.rows('bodies').keys()]).toEqual(['cx']);
  remove(other);
  await meet();
  for (const replica of [one, other]) {
    expect([...replica.rows('bodies').keys()]).toContain('again');
    expect(replica.rows('essays').has('x')).toBe(true);
  }
});

it('keeps it as well where its own device could not send it, since the server was full', async () => {
  const { one, other, sync, meet, full } = await world();
  expect(await sync(one, full())).toMatchObject({ ok: false, problem: { code: 'full' } });
  expect(await sync(other)).toMatchObject({ ok: true });
  expect([...other.rows('bodies').keys()]).toEqual(['cx']);
  remove(other);
  await meet();
  for (const replica of [one, other]) expect([...replica.rows('bodies').keys()]).toContain('again');
});

it('deletes what was seen as a whole, once all is read', async () => {
  const { one, other, sync, meet } = await world();
  await sync(one);
  await sync(other);
  expect(readByHalf(await other.readState())).toEqual({});
  remove(other);
  await meet();
  for (const replica of [one, other]) expect(replica.rows('essays').size).toBe(0);
});

it('says in its head that more is to come only as long as that is so', async () => {
  const { one, server, sync, full } = await world();
  const head = async () => decodeHead((await server.seenBy('aaaa').get(headFile('aaaa'))) ?? new Uint8Array());
  await sync(one, full());
  expect(await head()).toMatchObject({ more: true });
  await sync(one);
  expect(await head()).not.toHaveProperty('more');
});

/** As `other`, to which a file is applied one operation at a time, and something happens after the first. */
const afterTheFirst = (other: MemoryReplica, happens: () => void): MemoryReplica => {
  const applied = { count: 0 };
  return {
    ...other,
    mostApplied: 1,
    apply: async (operations, state) => {
      expect(operations).toHaveLength(1);
      await other.apply(operations, state);
      applied.count += 1;
      if (applied.count === 1) happens();
    },
  };
};

it('keeps it as well where its essay was deleted for good between two portions of one file', async () => {
  const { one, other, sync, meet } = await world();
  one.write([{ table: 'shelves', key: 's', row: { id: 's', name: '党史', parent: '', order: 0 } }]);
  await sync(one);
  const deleting = afterTheFirst(other, () => remove(other));
  expect(await sync(deleting)).toMatchObject({ ok: true });
  await meet();
  for (const replica of [one, other]) expect([...replica.rows('bodies').keys()]).toContain('again');
});

it('reads a file anew of which a part was applied when its device stopped', async () => {
  const { one, other, sync } = await world();
  one.write([{ table: 'essays', key: 'x', row: { ...one.rows('essays').get('x'), note: '记' } }]);
  await sync(one);
  const before = (await other.readState()).peers['aaaa'];
  const stopping = afterTheFirst(other, () => {
    throw new Error('stopped');
  });
  await expect(sync(stopping)).rejects.toThrow('stopped');
  expect((await other.readState()).peers['aaaa']?.done).toEqual(before?.done);
  expect(await sync(other)).toMatchObject({ ok: true });
  expect(other.rows('essays').get('x')).toMatchObject({ note: '记', captureId: 'again' });
  expect([...other.rows('bodies').keys()]).toContain('again');
});
