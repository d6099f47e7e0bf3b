import { describe, expect, it } from 'vitest';
import { headFile } from '../../../lib/sync/log/paths.ts';
import { syncOnce } from '../../../lib/sync/run/sync-once.ts';
import { isTooMany } from '../../../lib/sync/run/too-many.ts';
import { type MemoryReplica, memoryReplica } from '../../support/sync/memory-replica.ts';
import { memoryStorage } from '../../support/sync/memory-storage.ts';
import { randomOf } from '../../support/sync/random.ts';

const START = Date.UTC(2026, 10, 26);
const YEAR = 365 * 86_400_000;

/** Two devices and a server. */
function world(skew = 0) {
  const time = { at: START };
  const now = (): number => {
    time.at += 1000;
    return time.at;
  };
  const storage = memoryStorage(randomOf(1), ['aaaa', 'bbbb'], 0);
  const [one, other] = [memoryReplica('aaaa', () => now() + skew), memoryReplica('bbbb', now)];
  const sync = (replica: MemoryReplica, mayDelete = false) =>
    syncOnce(replica, storage.seenBy(replica.device), { now, mayDelete });
  return { one, other, storage, sync, files: storage.files('aaaa') };
}

function keep(replica: MemoryReplica, id: string): void {
  const part = { captureId: `c${id}`, essayId: id };
  replica.write([
    { table: 'captures', key: part.captureId, row: { id: part.captureId, essayId: id } },
    { table: 'bodies', key: part.captureId, row: { ...part, text: id } },
    {
      table: 'essays',
      key: id,
      row: { id, captureId: part.captureId, trashedAt: '', note: '', tags: [], shelves: [], edited: {}, textEdits: [] },
    },
  ]);
}
const remove = (replica: MemoryReplica, id: string): void => replica.write([{ table: 'essays', key: id, row: null }]);
const count = (replica: MemoryReplica): number => replica.rows('essays').size;
const note = (replica: MemoryReplica, id: string, text: string): void =>
  replica.write([{ table: 'essays', key: id, row: { ...replica.rows('essays').get(id), note: text } }]);
const noteOf = (replica: MemoryReplica, id: string): unknown => replica.rows('essays').get(id)?.['note'];

describe('a sync', () => {
  it('asks once where nothing is new, and three times for a change', async () => {
    const { one, other, storage, sync } = world();
    keep(one, 'x');
    for (const replica of [one, other, one, other]) expect((await sync(replica)).ok).toBe(true);
    const requests = async (replica: MemoryReplica): Promise<number> => {
      const before = storage.counts.requests;
      await sync(replica);
      return storage.counts.requests - before;
    };
    expect([await requests(one), await requests(other)]).toEqual([1, 1]);
    note(one, 'x', '记');
    expect([await requests(one), await requests(other), noteOf(other, 'x')]).toEqual([3, 3, '记']);
  });

  it('lets no clock that is a year ahead win for ever', async () => {
    const { one, other, sync } = world(YEAR);
    keep(one, 'x');
    note(one, 'x', '明年');
    for (const replica of [one, other]) await sync(replica);
    note(other, 'x', '今年');
    for (const replica of [other, one]) await sync(replica);
    expect([noteOf(one, 'x'), noteOf(other, 'x')]).toEqual(['今年', '今年']);
  });

  it('tells of a computer whose clock is a year ahead, or of all others where it is behind', async () => {
    for (const skew of [YEAR, -YEAR]) {
      const { one, other, storage } = world(skew);
      keep(one, 'x');
      keep(other, 'y');
      const told = async (replica: MemoryReplica, now: number) => {
        const done = await syncOnce(replica, storage.seenBy(replica.device), { now: () => now });
        return done.ok ? done.value.notices : done.problem.code;
      };
      await told(other, START);
      const here = await told(one, START + skew);
      const there = await told(other, START);
      const clock = (device: string) => [{ device, name: device, notice: 'clock' }];
      expect([here, there]).toEqual(skew > 0 ? [[], clock('aaaa')] : [clock('bbbb'), []]);
      expect([count(one), count(other)]).toEqual([2, 2]);
    }
  });

  it('stops where its own files are gone, and deletes nothing', async () => {
    const { one, other, sync, files } = world();
    keep(one, 'x');
    for (const replica of [one, other]) await sync(replica);
    files.clear();
    expect(await sync(one)).toMatchObject({ ok: false, problem: { code: 'emptied' } });
    expect([count(one), count(other)]).toEqual([1, 1]);
    expect(files.size).toBe(0);
  });

  it('tells of files of its own that are not in its library, as before a server has brought them, and goes on once they are', async () => {
    const { one, other, sync, files } = world();
    keep(one, 'x');
    for (const replica of [one, other, one]) await sync(replica);
    const own = [...files].filter(([path]) => path.includes('aaaa'));
    for (const [path] of own) files.delete(path);
    const before = new Map(files);
    expect(await sync(one)).toMatchObject({ ok: false, problem: { code: 'own-missing' } });
    expect(files).toEqual(before);
    for (const [path, file] of own) files.set(path, file);
    expect(await sync(one)).toMatchObject({ ok: true });
    expect([count(one), count(other)]).toEqual([1, 1]);
  });

  it('stops at a folder of another collection', async () => {
    const { one, sync, files } = world();
    const stranger = world();
    for (const [replica, run] of [[one, sync] as const, [stranger.one, stranger.sync] as const]) {
      keep(replica, 'x');
      await run(replica);
    }
    files.clear();
    for (const [path, file] of stranger.files) if (!path.includes('aaaa')) files.set(path, file);
    expect(await sync(one)).toMatchObject({ problem: { code: 'other-vault' } });
  });

  it('goes on beside a head that is half, gone, or of less than was read, and says so', async () => {
    const { one, other, sync, files } = world();
    keep(one, 'x');
    await sync(one);
    const early = files.get(headFile('aaaa'));
    for (const text of ['甲', '乙']) {
      note(one, 'x', text);
      await sync(one);
      await sync(other);
    }
    const told = async () => {
      const done = await sync(other);
      return done.ok ? done.value.notices.map(({ notice }) => notice) : done.problem.code;
    };
    const now = files.get(headFile('aaaa'));
    if (early === undefined || now === undefined) throw new Error('There is no head.');
    files.set(headFile('aaaa'), { bytes: now.bytes.slice(0, 60), tag: 'half' });
    expect(await told()).toEqual(['half']);
    files.set(headFile('aaaa'), { ...early, tag: 'early' });
    expect(await told()).toEqual(['shrunken']);
    files.delete(headFile('aaaa'));
    expect(await told()).toEqual(['missing']);
    expect(noteOf(other, 'x')).toBe('乙');
  });

  it('stops where another browser writes as this device', async () => {
    const { one, sync } = world();
    keep(one, 'x');
    await sync(one);
    const copied = await one.readState();
    note(one, 'x', '甲');
    await sync(one);
    await one.writeState(copied);
    expect(await sync(one)).toMatchObject({ problem: { code: 'twin' } });
  });

  it('asks before many essays are deleted, and applies nothing until it may', async () => {
    const { one, other, sync } = world();
    for (let n = 0; n < 30; n += 1) keep(one, `e${n}`);
    for (const replica of [one, other]) await sync(replica);
    for (let n = 0; n < 10; n += 1) remove(one, `e${n}`);
    await sync(one);
    expect(await sync(other)).toMatchObject({ problem: { code: 'many-deletions', detail: '10' } });
    expect(count(other)).toBe(30);
    expect((await sync(other, true)).ok).toBe(true);
    expect(count(other)).toBe(20);
  });

  it('asks a new device nothing about what was deleted before it came', async () => {
    const { one, other, sync } = world();
    for (let n = 0; n < 30; n += 1) keep(one, `e${n}`);
    await sync(one);
    for (let n = 0; n < 10; n += 1) remove(one, `e${n}`);
    await sync(one);
    expect((await sync(other)).ok).toBe(true);
    expect(count(other)).toBe(20);
  });

  it('reads again what it did not know, once it knows it', async () => {
    const { one, other, sync } = world();
    one.send([{ table: 'ratings', key: 'x', field: '', stamp: one.stamp(), value: 5 }]);
    for (const replica of [one, other]) await sync(replica);
    const state = await other.readState();
    expect(state.peers['aaaa']).toMatchObject({ newer: true, done: { acts: 1 } });
    await other.writeState({ ...state, model: 0 });
    const done = await sync(other);
    expect(done).toMatchObject({ ok: true, value: { got: 1 } });
  });
});

it('deletes few essays without asking, and never many', () => {
  expect([isTooMany(4, 4), isTooMany(5, 10), isTooMany(50, 1000), isTooMany(51, 1000)]).toEqual([
    false,
    true,
    false,
    true,
  ]);
});
