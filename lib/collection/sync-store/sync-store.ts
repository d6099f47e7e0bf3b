import { Dexie, type Table } from 'dexie';
import { STORED_FIRST } from '../guard/stored-first.ts';
import type { SubscriptionRow } from '../subscriptions/subscription-row.ts';

/** A fact by its name. */
interface SyncFactRow {
  readonly key: string;
  readonly value: unknown;
}

/**
 * What this computer alone remembers of syncing: where to, the password, how it went, what it reads of others and lets others read. A database of its own: no script in a page reads it, as
 * some can read settings, and it stands in no backup, no export and no second copy.
 */
export interface SyncStore extends Dexie {
  readonly facts: Table<SyncFactRow, string>;
  readonly subscriptions: Table<SubscriptionRow, string>;
  readonly published: Table<PublishedRow, string>;
}

/** What others can read of a row, as it was when it was sent to them. */
export interface PublishedRow {
  /** See `stampedId`. */
  readonly id: string;
  /** SHA-256 of its fields, and their names. */
  readonly digest: string;
  readonly names: readonly string[];
  /**
   * Of an essay: the capture whose text was sent, that whose original was, or was not there, how many images were sent, and how many more could
   * not be had.
   */
  readonly captureId?: string;
  readonly originalOf?: string;
  readonly originalLacked?: string;
  readonly imagesOf?: number;
  readonly imagesLacked?: number;
}

/** Gives the store; the database itself opens with the first query. `name` is for tests. */
export function openSyncStore(name = 'wencun-sync'): SyncStore {
  const store = new Dexie(name, STORED_FIRST);
  store.version(1).stores({ facts: 'key' });
  store.version(2).stores({ subscriptions: 'id', published: 'id' });
  return store as SyncStore;
}
