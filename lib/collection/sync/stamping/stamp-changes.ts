import type { DBCore, DBCoreTable, DBCoreTransaction, Middleware } from 'dexie';
import { isSynced } from '../../../sync/model/synced-tables.ts';
import { type RunningClock, readClock } from './device-clock.ts';
import { stampWrite } from './stamp-write.ts';

/** The stores that stamps are written into. */
const STORES = { stamps: 'stamps', unsent: 'unsent', facts: 'sync' } as const;

/**
 * Stamps every row that is written or deleted, within the very transaction that changes it, as long as the collection syncs: no caller
 * knows, and no crash can part a row from its stamp. A transaction that asks for the store of stamps itself is not stamped: it writes
 * what other devices did. `now`: milliseconds since 1970.
 */
export const stampChanges = (now: () => number): Middleware<DBCore> => ({
  stack: 'dbcore',
  name: 'stamp-changes',
  create: (down) => {
    // While an older database is raised to this version there are no stamps yet.
    if (!down.schema.tables.some(({ name }) => name === STORES.stamps)) return down;
    const clocks = new WeakMap<DBCoreTransaction, Promise<RunningClock | null>>();
    const unstamped = new WeakSet<DBCoreTransaction>();
    const clockOf = (trans: DBCoreTransaction): Promise<RunningClock | null> => {
      const known = clocks.get(trans) ?? readClock(down.table(STORES.facts), trans, now);
      clocks.set(trans, known);
      return known;
    };
    const stores = {
      stamps: (): DBCoreTable => down.table(STORES.stamps),
      unsent: (): DBCoreTable => down.table(STORES.unsent),
      facts: (): DBCoreTable => down.table(STORES.facts),
      essays: (): DBCoreTable => down.table('essays'),
    };
    return {
      ...down,
      transaction: (names, mode, options) => {
        if (mode !== 'readwrite' || !names.some(isSynced)) return down.transaction(names, mode, options);
        // Whether a mark's essay is there tells whether its deletion is an act of its own.
        const beside = names.includes('highlights') ? ['essays'] : [];
        const all = [...new Set([...names, ...Object.values(STORES), ...beside])];
        const trans = down.transaction(all, mode, options);
        if (names.includes(STORES.stamps)) unstamped.add(trans);
        return trans;
      },
      table: (name) => {
        const table = down.table(name);
        if (!isSynced(name)) return table;
        const mutate: DBCoreTable['mutate'] = (request) =>
          unstamped.has(request.trans)
            ? table.mutate(request)
            : clockOf(request.trans).then((clock) =>
                clock === null ? table.mutate(request) : stampWrite(stores, table, name, request, clock),
              );
        return { ...table, mutate };
      },
    };
  },
});
