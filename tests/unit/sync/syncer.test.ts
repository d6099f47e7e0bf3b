import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { changeStatus, neverSynced, readStatus } from '../../../lib/collection/sync-store/sync-status.ts';
import { openSyncStore } from '../../../lib/collection/sync-store/sync-store.ts';
import { type SyncTarget, writeTarget } from '../../../lib/collection/sync-store/target.ts';
import { succeed } from '../../../lib/essay/outcome.ts';
import { syncOnce } from '../../../lib/sync/run/sync-once.ts';
import { SyncRefusal, type SyncStorage } from '../../../lib/sync/storage.ts';
import { createSyncer } from '../../../lib/syncing/syncer.ts';
import { memoryReplica } from '../../support/sync/memory-replica.ts';
import { memoryStorage } from '../../support/sync/memory-storage.ts';
import { randomOf } from '../../support/sync/random.ts';

const START = Date.UTC(2026, 10, 27);
const target: SyncTarget = {
  kind: 'webdav',
  address: 'https://dav.example/dav/',
  user: 'reader',
  password: 'app-password',
  lock: null,
  key: null,
  device: '书房',
  wanted: ['acts'],
};

/** A computer that syncs by a server in memory, and another beside it. */
async function world() {
  const store = openSyncStore(`test-${crypto.randomUUID()}`);
  await writeTarget(store, target);
  const time = { at: START };
  const server = memoryStorage(randomOf(1), ['aaaa', 'bbbb'], 0);
  const [replica, other] = [memoryReplica('aaaa', () => time.at), memoryReplica('bbbb', () => time.at)];
  const held: {
    next: { readonly time: number; readonly busy: boolean };
    isAllowed: boolean;
    isOnline: boolean;
    storage: SyncStorage;
    toSend: number;
    runs: number;
    looks: number;
  } = {
    next: { time: 0, busy: false },
    isAllowed: true,
    isOnline: true,
    storage: server.seenBy('aaaa'),
    toSend: 0,
    runs: 0,
    looks: 0,
  };
  const start = () =>
    createSyncer({
      store,
      replica,
      storageOf: () => held.storage,
      turnOn: async () => succeed(undefined),
      waiting: async () => {
        held.looks += 1;
        return held.toSend;
      },
      isAllowed: async () => held.isAllowed,
      online: () => held.isOnline,
      now: () => time.at,
      alone: async (work) => {
        held.runs += 1;
        await work();
      },
      arrange: (next) => {
        held.next = next;
      },
    });
  const due = () => held.next.time - time.at;
  return { store, time, held, server, replica, other, start, due };
}

const refusing = (code: ConstructorParameters<typeof SyncRefusal>[0], detail = ''): SyncStorage => {
  const refuse = async (): Promise<never> => {
    throw new SyncRefusal(code, detail);
  };
  return { list: refuse, get: refuse, put: refuse, makeFolder: refuse, remove: refuse };
};

describe('a computer that syncs', () => {
  it('syncs at its start, and looks again in a quarter of an hour where nothing is changed', async () => {
    const { store, held, start, due } = await world();
    await start().wake();
    expect(await readStatus(store)).toMatchObject({ doneAt: START, problem: null, running: null });
    expect([due(), held.next.busy]).toEqual([900_000, false]);
  });

  it('sends what was changed in a row together, and no sooner than a minute after the last', async () => {
    const { time, held, start, due } = await world();
    const syncer = start();
    await syncer.wake();
    held.toSend = 1;
    time.at += 10_000;
    await syncer.changed();
    expect([held.runs, due()]).toEqual([1, 50_000]);
    time.at += 49_000;
    await syncer.changed();
    expect([held.runs, due()]).toEqual([1, 15_000]);
    time.at += 15_000;
    await syncer.wake();
    expect(held.runs).toBe(2);
  });

  it('does nothing where there is nowhere to sync to, and nothing without a network', async () => {
    const { store, held, start, due } = await world();
    held.isOnline = false;
    await start().wake();
    expect([held.runs, due()]).toEqual([0, 10_000]);
    await writeTarget(store, null);
    await start().wake();
    expect([held.runs, due()]).toEqual([0, Number.POSITIVE_INFINITY]);
  });

  it('rests longer after each failure, and forgets them when one comes to its end', async () => {
    const { store, time, held, server, start, due } = await world();
    const syncer = start();
    held.storage = refusing('unreachable');
    const rests: number[] = [];
    for (let n = 0; n < 8; n += 1) {
      await syncer.wake();
      rests.push(due() / 60_000);
      time.at = held.next.time;
    }
    expect(rests).toEqual([1, 2, 5, 15, 30, 60, 60, 60]);
    expect(await readStatus(store)).toMatchObject({ problem: { code: 'unreachable' }, failures: 8 });
    held.storage = server.seenBy('aaaa');
    await syncer.wake();
    expect(await readStatus(store)).toMatchObject({ problem: null, failures: 0 });
  });

  it('goes on when a server that was asked too much says so', async () => {
    const { time, held, start, due } = await world();
    held.storage = refusing('later', String(START + 1_700_000));
    const syncer = start();
    await syncer.wake();
    expect([held.runs, due()]).toEqual([1, 1_700_000]);
    // The clock is put back by ten hours: the budget, which knows how long is left, is asked at once.
    time.at -= 36_000_000;
    held.storage = refusing('later', String(time.at + 1_000_000));
    await syncer.wake();
    expect([held.runs, due()]).toEqual([2, 1_000_000]);
  });

  it.each(['not-let-in', 'other-login', 'emptied', 'other-vault', 'twin', 'newer-format', 'wrong-passphrase'] as const)(
    'waits for the reader at %s, who may try at any time',
    async (code) => {
      const { store, held, server, start, due } = await world();
      held.storage = refusing(code);
      const syncer = start();
      await syncer.wake();
      expect(due()).toBe(Number.POSITIVE_INFINITY);
      await syncer.wake();
      expect(held.runs).toBe(1);
      held.storage = server.seenBy('aaaa');
      await syncer.syncNow(false);
      expect(await readStatus(store)).toMatchObject({ problem: null });
    },
  );

  it('asks nobody where the browser does not allow it', async () => {
    const { store, held, server, start } = await world();
    held.isAllowed = false;
    await start().wake();
    expect(await readStatus(store)).toMatchObject({ problem: { code: 'not-allowed' } });
    expect(server.counts.requests).toBe(0);
  });

  it('goes on with what a stopped worker left, and not for ever at once', async () => {
    const { store, time, held, start, due } = await world();
    await changeStatus(store, { triedAt: START, running: { requests: 3, received: 0, sent: 0 } });
    await start().wake();
    expect([held.runs, (await readStatus(store)).interrupted]).toEqual([1, 0]);
    // It is cut off each time.
    held.storage = refusing('unreachable');
    for (let n = 0; n < 4; n += 1)
      await changeStatus(store, {
        ...neverSynced,
        triedAt: time.at,
        running: { requests: 1, received: 0, sent: 0 },
        interrupted: n,
      });
    await start().wake();
    expect([held.runs, due()]).toEqual([1, 60_000]);
  });

  it('runs one at a time, and stops when it is told to', async () => {
    const { store, held, server, start, due } = await world();
    const plain = server.seenBy('aaaa');
    const syncer = start();
    held.storage = {
      ...plain,
      makeFolder: async (path) => {
        syncer.stop();
        await plain.makeFolder(path);
      },
    };
    await Promise.all([syncer.syncNow(false), syncer.syncNow(false), syncer.wake()]);
    expect(held.runs).toBe(1);
    expect(await readStatus(store)).toMatchObject({ problem: { code: 'stopped' }, failures: 0, running: null });
    expect(due()).toBe(900_000);
  });

  it('looks once what is due when it has run, however often it was told of changes meanwhile', async () => {
    const { time, held, server, start, due } = await world();
    const plain = server.seenBy('aaaa');
    const syncer = start();
    const told: Promise<void>[] = [];
    held.storage = {
      ...plain,
      makeFolder: async (path) => {
        time.at += 1000;
        held.toSend = 1;
        for (let n = 0; n < 500; n += 1) told.push(syncer.changed());
        await plain.makeFolder(path);
      },
    };
    await syncer.syncNow(false);
    await Promise.all(told);
    expect([held.runs, held.looks, held.next.busy]).toEqual([1, 1, false]);
    // A minute after it began, which is later than a rest after the last change.
    expect(due()).toBe(START + 60_000 - time.at);
  });

  it('names the essays that others deleted, and deletes them when it may', async () => {
    const { store, held, server, replica, other, start } = await world();
    const keep = (id: string): void =>
      replica.write([
        { table: 'captures', key: `c${id}`, row: { id: `c${id}`, essayId: id } },
        { table: 'bodies', key: `c${id}`, row: { captureId: `c${id}`, essayId: id, text: id } },
        { table: 'essays', key: id, row: { id, captureId: `c${id}`, trashedAt: '', note: '', tags: [], shelves: [] } },
      ]);
    const ids = Array.from({ length: 10 }, (_, n) => `e${n}`);
    ids.forEach(keep);
    const syncer = start();
    await syncer.wake();
    const beside = async (): Promise<void> => {
      const done = await syncOnce(other, server.seenBy('bbbb'), { now: () => START, mayDelete: true });
      expect(done).toMatchObject({ ok: true });
    };
    await beside();
    // What was only changed meanwhile is none of what is asked about.
    other.write([{ table: 'essays', key: 'e9', row: { ...other.rows('essays').get('e9'), note: '记' } }]);
    other.write(ids.slice(0, 6).map((key) => ({ table: 'essays', key, row: null })));
    other.write([{ table: 'essays', key: 'e8', row: { ...other.rows('essays').get('e8'), note: '记' } }]);
    await beside();
    await syncer.syncNow(false);
    expect(await readStatus(store)).toMatchObject({
      problem: { code: 'many-deletions', detail: '6' },
      gone: ids.slice(0, 6),
    });
    expect([replica.rows('essays').size, held.next.time]).toEqual([10, Number.POSITIVE_INFINITY]);
    await syncer.syncNow(true);
    expect(replica.rows('essays').size).toBe(4);
    expect(await readStatus(store)).toMatchObject({ problem: null, gone: [] });
  });
});
