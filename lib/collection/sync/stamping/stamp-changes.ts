import {
  type DBCore,
  type DBCoreMutateResponse,
  type DBCoreTable,
  type DBCoreTransaction,
  Dexie,
  type Middleware,
} from 'dexie';
import { isPart, isSynced } from '../../../sync/model/synced-tables.ts';
import { type RunningClock, readClock } from './device-clock.ts';
import { type RowsSeen, rowsSeen, seeing } from './rows-seen.ts';
import type { StampStores } from './stamp-write.ts';
import type { AnyWrite, writeStamped } from './write-stamped.ts';

/** The stores that are written beside a synced one. */
const BESIDE = ['unsent', 'sync'];
/** The store that nobody asks for but who joins what other devices did. */
const STAMPS = 'stamps';

/** What is held while a transaction lasts. */
interface Running {
  /** Null while the collection does not sync. */
  clock: Promise<RunningClock | null> | null;
  readonly isRestoring: boolean;
  readonly seen: Map<string, RowsSeen>;
}

/**
 * Stamps every row that is written or deleted, within the very transaction that changes it, as long as the collection syncs: no caller
 * knows, and no crash can part a row from its stamp. A transaction that asks for the stores `stamps` and `sync` itself is not stamped: it
 * writes what other devices did. One that asks for `stamps` alone restores a backup, or a second copy: rows that it makes anew are as old as is known of
 * them, and the clock hears what stamps it writes. `now`: milliseconds since 1970.
 */
export const stampChanges = (now: () => number): Middleware<DBCore> => ({
  stack: 'dbcore',
  name: 'stamp-changes',
  create: (down) => {
    // While an older database is raised to this version there are no stamps yet.
    if (!down.schema.tables.some(({ name }) => name === STAMPS)) return down;
    const running = new WeakMap<DBCoreTransaction, Running>();
    const clockOf = (one: Running, trans: DBCoreTransaction): Promise<RunningClock | null> => {
      one.clock ??= readClock(down.table('sync'), trans, now);
      return one.clock;
    };
    const seenOf = (one: Running, name: string): RowsSeen => {
      const seen = one.seen.get(name) ?? rowsSeen();
      one.seen.set(name, seen);
      return seen;
    };
    const stores: StampStores = {
      unsent: () => down.table('unsent'),
      facts: () => down.table('sync'),
      essays: () => down.table('essays'),
    };
    const code: { write: typeof writeStamped | null } = { write: null };
    /** Who does not sync never loads what stamps; the first write of who does waits for it, and its transaction with it. */
    const stamped = (at: AnyWrite): Promise<DBCoreMutateResponse> => {
      if (code.write !== null) return code.write(stores, at);
      const load = async (): Promise<typeof writeStamped> => (await import('./write-stamped.ts')).writeStamped;
      return Dexie.waitFor(Dexie.ignoreTransaction(load)).then((write) => {
        code.write = write;
        return write(stores, at);
      });
    };
    return {
      ...down,
      transaction: (names, mode, options) => {
        if (mode !== 'readwrite' || !names.some(isSynced)) return down.transaction(names, mode, options);
        // Whether a mark's essay is there tells whether its deletion is an act of its own.
        const essays = names.includes('highlights') ? ['essays'] : [];
        const trans = down.transaction([...new Set([...names, ...BESIDE, ...essays])], mode, options);
        const isRestoring = names.includes(STAMPS);
        if (!isRestoring || !names.includes('sync')) running.set(trans, { clock: null, isRestoring, seen: new Map() });
        return trans;
      },
      table: (name) => {
        const table = down.table(name);
        if (!isSynced(name) && name !== STAMPS) return table;
        const mutate: DBCoreTable['mutate'] = (request) => {
          const { trans } = request;
          const one = running.get(trans);
          if (one === undefined) return table.mutate(request);
          return clockOf(one, trans).then((clock) =>
            clock === null && name !== STAMPS
              ? table.mutate(request)
              : stamped({ ...one, table, name, request, clock, seen: seenOf(one, name) }),
          );
        };
        if (name === STAMPS || isPart(name)) return { ...table, mutate };
        const reading = (trans: DBCoreTransaction): Pick<DBCoreTable, 'get' | 'getMany'> => {
          const one = running.get(trans);
          if (one === undefined) return table;
          // Asked for with the first read, which the first write would else wait for.
          void clockOf(one, trans);
          return seeing(table, seenOf(one, name));
        };
        return {
          ...table,
          mutate,
          get: (request) => reading(request.trans).get(request),
          getMany: (request) => reading(request.trans).getMany(request),
        };
      },
    };
  },
});
