import { Dexie, type Table } from 'dexie';

/** A fact by its name. */
interface SyncFactRow {
  readonly key: string;
  readonly value: unknown;
}

/**
 * What this computer alone remembers of syncing: where to, the password, how it went. A database of its own: no script in a page reads it, as
 * some can read settings, and it stands in no backup, no export and no second copy.
 */
export interface SyncStore extends Dexie {
  readonly facts: Table<SyncFactRow, string>;
}

/** Gives the store; the database itself opens with the first query. `name` is for tests. */
export function openSyncStore(name = 'wencun-sync'): SyncStore {
  const store = new Dexie(name);
  store.version(1).stores({ facts: 'key' });
  return store as SyncStore;
}
