import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { guardCollection } from '../../../../lib/collection/guard/guard.ts';
import { guardedFactory } from '../../../../lib/collection/guard/guarded-factory.ts';
import type { Room } from '../../../../lib/collection/guard/room.ts';
import { HELD, NEWER, namedError } from '../../../../lib/collection/guard/trouble.ts';

const MB = 1_000_000;
const roomOf = (free: number, used = 0): Room => ({ used, free, persisted: false });
const [ample, scarce, none] = [roomOf(1000 * MB), roomOf(1 * MB, 999 * MB), roomOf(0, 1000 * MB)];

/** A small store with a guard, whose room and clock a test sets. */
function guarded(room: Room | null = ample) {
  const db = new Dexie(`guard-${crypto.randomUUID()}`);
  db.version(1).stores({ meta: 'key' });
  const around = { room, now: 1000, looks: 0 };
  const guard = guardCollection(db, {
    readRoom: async () => {
      around.looks += 1;
      return around.room;
    },
    now: () => around.now,
  });
  const put = (key: string): Promise<string> =>
    db
      .table('meta')
      .put({ key, value: 1 })
      .then(
        () => 'stored',
        (error: unknown) => (error instanceof Error ? error.name : String(error)),
      );
  const keys = async (): Promise<string> => (await db.table('meta').toCollection().primaryKeys()).join();
  return { db, around, guard, put, keys };
}

/** Makes every write fail as the browser would. */
const failing = (name: string) =>
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('x', name);
  });

afterEach(() => {
  vi.restoreAllMocks();
});

describe('before something is added', () => {
  it.each<[Room | null, number, string | null]>([
    [null, 1000 * MB, null],
    [roomOf(100 * MB), 29_166_666, null],
    [roomOf(100 * MB), 29_166_667, 'storage-full'],
    [roomOf(8 * MB), 0, null],
    [roomOf(8 * MB - 1), 0, 'storage-full'],
    [roomOf(400 * MB), 0, null],
    [roomOf(50 * MB, 1000 * MB), 0, null],
    [roomOf(50 * MB - 1, 1000 * MB), 0, 'storage-full'],
  ])('with room %j for %i bytes: %s', async (room, bytes, problem) => {
    const { guard } = guarded(room);
    expect([await guard.ready(bytes), guard.state()]).toEqual([problem, null]);
  });

  it('opens the store', async () => {
    const { db, guard } = guarded();
    expect(db.isOpen()).toBe(false);
    await guard.ready(1);
    expect(db.isOpen()).toBe(true);
  });
});

describe('small acts', () => {
  it('are written without a look at the room for two seconds', async () => {
    const { around, put } = guarded(none);
    around.now = 2000;
    expect([await put('a'), around.looks]).toEqual(['stored', 0]);
    around.now = 2001;
    expect([await put('b'), around.looks]).toEqual(['stored', 1]);
  });

  it('are held back once the room for them is gone, and go on once it is there', async () => {
    const { around, guard, put, keys } = guarded(scarce);
    around.now = 3000;
    expect([await put('a'), guard.state()]).toEqual(['stored', 'full']);
    expect([await put('b'), guard.state()]).toEqual([HELD, 'full']);
    around.room = ample;
    expect([await put('c'), await put('d'), guard.state()]).toEqual([HELD, 'stored', null]);
    expect(await keys()).toBe('a,d');
  });

  it('are held back at half the reserve, and not where the browser does not tell', async () => {
    for (const [room, state] of [
      [roomOf(25 * MB, 1000 * MB), null],
      [roomOf(25 * MB - 1, 1000 * MB), 'full'],
      [null, null],
    ] as const) {
      const { around, guard, put } = guarded(room);
      around.now = 3000;
      await put('a');
      expect(guard.state()).toBe(state);
    }
  });

  it('go on where something was added meanwhile', async () => {
    const { around, guard, put } = guarded(scarce);
    around.now = 3000;
    await put('a');
    around.room = ample;
    expect([await guard.ready(1), guard.state(), await put('b')]).toEqual([null, null, 'stored']);
  });
});

describe('after a failed write', () => {
  it.each([
    ['UnknownError', 'trouble'],
    ['QuotaExceededError', 'trouble'],
    ['InvalidStateError', null],
    ['ConstraintError', null],
    ['DataError', null],
  ])('%s: %s', async (name, state) => {
    const { guard, put, keys } = guarded();
    await put('a');
    failing(name);
    await put('b');
    vi.restoreAllMocks();
    expect(guard.state()).toBe(state);
    expect(await put('c')).toBe(state === null ? 'stored' : HELD);
    expect(await keys()).toContain('a');
  });

  const troubled = async (room: Room | null = ample) => {
    const made = guarded(room);
    await made.put('a');
    failing('UnknownError');
    await made.put('b');
    return made;
  };

  it('nothing is added without room, and no probe is written', async () => {
    const { around, guard, keys } = await troubled();
    vi.restoreAllMocks();
    around.room = none;
    expect([await guard.ready(1), guard.state(), await keys()]).toEqual(['storage-full', 'trouble', 'a']);
  });

  it('nothing is added while the probe fails', async () => {
    const { guard } = await troubled();
    expect([await guard.ready(1), guard.state()]).toEqual(['storage-trouble', 'trouble']);
  });

  it.each([ample, null])('all goes on once a probe is stored, in a store that is opened anew: %j', async (room) => {
    const { db, around, guard, put, keys } = await troubled(room);
    vi.restoreAllMocks();
    const before = db.backendDB();
    around.now = 1234;
    expect([await guard.ready(1), guard.state(), await put('c')]).toEqual([null, null, 'stored']);
    expect([await keys(), db.backendDB() === before]).toEqual(['a,c,probe', false]);
    expect(await db.table('meta').get('probe')).toEqual({ key: 'probe', value: 1234 });
  });

  it('two that ask at once wait for one probe, and later ones make their own', async () => {
    const { guard, put } = await troubled();
    vi.restoreAllMocks();
    const writes = vi.spyOn(IDBObjectStore.prototype, 'put');
    expect(await Promise.all([guard.ready(1), guard.ready(1)])).toEqual([null, null]);
    expect(writes).toHaveBeenCalledTimes(1);
    vi.restoreAllMocks();
    failing('UnknownError');
    await put('c');
    expect(await guard.ready(1)).toBe('storage-trouble');
  });

  it('small acts go on after one that asked, once a probe is stored', async () => {
    const { guard, put } = await troubled();
    vi.restoreAllMocks();
    expect(await put('c')).toBe(HELD);
    await vi.waitFor(() => expect(guard.state()).toBeNull());
    expect(await put('d')).toBe('stored');
  });

  it('the store is not opened until then', async () => {
    const { guard } = await troubled();
    vi.restoreAllMocks();
    expect(() => guard.mayOpen()).toThrow(namedError(HELD, 'The store stays closed until there is room.'));
    await vi.waitFor(() => expect(guard.state()).toBeNull());
    expect(() => guard.mayOpen()).not.toThrow();
  });

  it('a store that is merely full may be opened', async () => {
    const { around, guard, put } = guarded(scarce);
    around.now = 3000;
    await put('a');
    expect([guard.state(), guard.mayOpen()]).toEqual(['full', undefined]);
  });
});

describe('a database of a version that is not known', () => {
  it.each([
    [undefined, NEWER],
    [4, NEWER],
    [3, 'opened'],
    [2, 'opened'],
  ])('%s is not opened by one that knows 3: %s', (version, expected) => {
    const open = vi.spyOn(globalThis.indexedDB, 'open').mockReturnValue({} as IDBOpenDBRequest);
    const factory = guardedFactory({ version: 3 });
    const outcome = (): string => {
      try {
        factory.open('a', version);
        return 'opened';
      } catch (error) {
        return (error as Error).name;
      }
    };
    expect([outcome(), open.mock.calls]).toEqual([expected, expected === 'opened' ? [['a', version]] : []]);
  });
});
