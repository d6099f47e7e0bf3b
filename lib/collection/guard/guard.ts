import type { DBCore, Dexie, Middleware } from 'dexie';
import { hasRoomFor, hasRoomForActs, type Room, readRoom } from './room.ts';
import { followRoom } from './room-lately.ts';
import { CLOSED, HELD, namedError, type StorageProblem, troubleOf } from './trouble.ts';

/** Stops all writers of a collection while writing would harm it. */
export interface Guard {
  /** Why nothing may be written; null while all is well. `blocked`: another window holds an older version open. */
  readonly state: () => 'full' | 'trouble' | 'blocked' | null;
  /**
   * To be asked before `bytes` are added: looks at the room, and where writing is held back tries whether it goes again.
   * Gives why nothing may be written, or null.
   */
  readonly ready: (bytes: number) => Promise<StorageProblem | null>;
  /** The room that the browser told of lately. */
  readonly room: () => Promise<Room | null>;
  /** Throws while a store that a full disk has torn must not be opened again. */
  readonly mayOpen: () => void;
}

/** What the guard looks at: the browser's storage and its clock. */
export interface Surroundings {
  readonly readRoom: () => Promise<Room | null>;
  readonly now: () => number;
}

/** Milliseconds between two looks at the room while small acts are written. */
const LOOK = 2_000;
/** The row of `meta` that a probe writes. */
const PROBE = 'probe';

/**
 * Guards a collection. After the first failed write nothing is written, and the store is not opened again, until there is room
 * and a probe in the reopened store succeeds: Chromium deletes a store into whose torn log more was written. Below a reserve
 * nothing is written at all.
 */
export function guardCollection(collection: Dexie, { readRoom: look, now }: Surroundings = browserSurroundings): Guard {
  const kept: {
    held: 'full' | 'trouble' | null;
    /** Name of what held it first. */
    why: typeof HELD | typeof CLOSED;
    blocked: boolean;
    lookedAt: number;
    probing: Promise<boolean> | null;
  } = {
    held: null,
    why: HELD,
    blocked: false,
    lookedAt: 0,
    probing: null,
  };
  const rooms = followRoom(look, now);
  // What held it first is the reason: a full disk closes the store as well.
  const hold = (why: typeof HELD | typeof CLOSED): void => {
    if (kept.held === null) kept.why = why;
    kept.held = 'trouble';
  };
  const noticed = (error: unknown): void => {
    // What is asked of a transaction that has ended is told by the same name as what is asked of a store that has.
    if (error instanceof Error && error.name === 'InvalidStateError') return;
    const trouble = troubleOf(error);
    if (trouble === 'storage-full') hold(HELD);
    if (trouble === 'storage-trouble') hold(CLOSED);
  };
  const isRoomy = (room: Room | null): boolean => room === null || hasRoomFor(room, 0);

  async function lookAround(): Promise<void> {
    kept.lookedAt = now();
    const room = await rooms.now();
    if (kept.held === 'trouble') await probe(room);
    else kept.held = room !== null && !hasRoomForActs(room) ? 'full' : null;
  }

  /** True when the store, opened anew, takes a row again. Two that ask at once wait for the same probe. */
  function probe(room: Room | null): Promise<boolean> {
    if (!isRoomy(room)) return Promise.resolve(false);
    kept.probing ??= writeProbe().finally(() => {
      kept.probing = null;
    });
    return kept.probing;
  }

  async function writeProbe(): Promise<boolean> {
    const { why } = kept;
    kept.held = null;
    try {
      collection.close({ disableAutoOpen: false });
      await collection.open();
      await collection.table('meta').put({ key: PROBE, value: now() });
      return true;
    } catch {
      hold(why);
      return false;
    }
  }

  async function ready(bytes: number): Promise<StorageProblem | null> {
    // A database that is blocked opens when the other window lets go: nobody waits for that.
    if (!collection.isOpen()) await Promise.race([collection.open().catch(() => undefined), blocked]);
    if (kept.blocked) return 'storage-blocked';
    const room = await (kept.held === null ? rooms.lately() : rooms.now());
    if (kept.held === 'trouble' && !(await probe(room))) return isRoomy(room) ? 'storage-trouble' : 'storage-full';
    if (room !== null && !hasRoomFor(room, bytes)) return 'storage-full';
    kept.held = null;
    return null;
  }

  collection.use(
    holdingBack({
      noticed,
      beforeWrite: () => {
        if (kept.held !== null || now() - kept.lookedAt > LOOK) void lookAround();
        if (kept.held !== null)
          throw heldBack(`Writing is held back: ${kept.held}.`, kept.held === 'full' ? HELD : kept.why);
      },
    }),
  );
  const blocked = new Promise<void>((resolve) => {
    collection.on('blocked', () => {
      kept.blocked = true;
      resolve();
    });
  });
  collection.on(
    'ready',
    () => {
      kept.blocked = false;
      // The browser closes the connections of a store that it can no longer use.
      collection.backendDB().addEventListener('close', () => hold(CLOSED));
    },
    true,
  );
  return {
    state: () => (kept.blocked ? 'blocked' : kept.held),
    ready,
    room: rooms.lately,
    mayOpen: () => {
      if (kept.held !== 'trouble') return;
      void lookAround();
      throw heldBack('The store stays closed until there is room.', kept.why);
    },
  };
}

/** What is thrown instead of writing, with what held it back inside, unseen as a stack is: only a disk that was full is told as one. */
function heldBack(message: string, why: typeof HELD | typeof CLOSED): Error {
  const error = namedError(HELD, message);
  return why === CLOSED ? Object.defineProperty(error, 'inner', { value: namedError(CLOSED, message) }) : error;
}

const browserSurroundings: Surroundings = { readRoom, now: () => performance.now() };

interface Watch {
  readonly beforeWrite: () => void;
  readonly noticed: (error: unknown) => void;
}

/** A layer of the database that asks before each transaction that writes, and is told why one failed. */
const holdingBack = ({ beforeWrite, noticed }: Watch): Middleware<DBCore> => ({
  stack: 'dbcore',
  name: 'guard',
  create: (down) => ({
    ...down,
    transaction: (stores, mode, options) => {
      if (mode !== 'readwrite') return down.transaction(stores, mode, options);
      beforeWrite();
      const transaction = down.transaction(stores, mode, options);
      if ('addEventListener' in transaction) {
        const events = transaction as unknown as IDBTransaction;
        events.addEventListener('abort', () => noticed(events.error));
      }
      return transaction;
    },
    table: (name) => {
      const table = down.table(name);
      const mutate: typeof table.mutate = (request) =>
        table.mutate(request).catch((error: unknown) => {
          noticed(error);
          throw error;
        });
      return { ...table, mutate };
    },
  }),
});
