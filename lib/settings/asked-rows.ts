import type { Asked } from '../collection/journal/journal.ts';

/** A store that takes what was asked for by one call, and outlives the browser. No content script can write it. */
export interface LastingAsked {
  readonly put: (value: Asked) => Promise<void>;
  readonly remove: (id: string) => Promise<void>;
  /** What is there: to be checked. */
  readonly all: () => Promise<readonly object[]>;
}

const DATABASE = 'wencun-asked';
const STORE = 'asked';

/**
 * What was asked for, as rows of a database of its own, past Dexie: it opens at once, whatever holds the collection's up, and a page that
 * closes in the next moment has called it. A strict put took 0.7 ms (Firefox 153). `name` is for tests.
 */
export function openAskedRows(name = DATABASE): LastingAsked {
  const held: { opened: Promise<IDBDatabase> | null } = { opened: null };
  const database = (): Promise<IDBDatabase> => {
    held.opened ??= opened(name).catch((error: unknown) => {
      held.opened = null;
      throw error;
    });
    return held.opened;
  };

  /** Once more where the browser took the database away with the site's data: its connection begins nothing any more. */
  async function within<T>(mode: IDBTransactionMode, work: (rows: IDBObjectStore) => IDBRequest<T>): Promise<T> {
    try {
      return await done(await database(), mode, work);
    } catch (error) {
      if (!(error instanceof DOMException && error.name === 'InvalidStateError')) throw error;
      held.opened = null;
      return done(await database(), mode, work);
    }
  }

  // By the time that something is asked for it is open. A private window has no database, and says so when it is used.
  database().catch(() => undefined);
  return {
    put: async (value) => void (await within('readwrite', (rows) => rows.put(value))),
    remove: async (id) => void (await within('readwrite', (rows) => rows.delete(id))),
    all: () => within<object[]>('readonly', (rows) => rows.getAll()),
  };
}

const opened = (name: string): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => void request.result.createObjectStore(STORE, { keyPath: 'id' });
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      // Who takes the data away is not held up by us.
      request.result.onversionchange = () => request.result.close();
      resolve(request.result);
    };
  });

const done = <T>(
  database: IDBDatabase,
  mode: IDBTransactionMode,
  work: (rows: IDBObjectStore) => IDBRequest<T>,
): Promise<T> =>
  new Promise((resolve, reject) => {
    const transaction = database.transaction(STORE, mode, { durability: 'strict' });
    const request = work(transaction.objectStore(STORE));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = () => reject(transaction.error);
  });
