import { Dexie, type Table } from 'dexie';
import type { Collection } from './collection.ts';

/** A transaction that only reads. Ask for all that is known to be wanted before waiting for any of it. */
export interface ReadTransaction {
  get<Row, Key>(table: Table<Row, Key>, key: Key): Promise<Row | undefined>;
  /** All primary keys of a table. */
  keys<Row, Key>(table: Table<Row, Key>): Promise<Key[]>;
  /** All rows of a table. */
  all<Row, Key>(table: Table<Row, Key>): Promise<Row[]>;
  /** The rows that have a value in an index. */
  having<Row, Key>(table: Table<Row, Key>, index: string, value: string): Promise<Row[]>;
  /** True when a table has a row. */
  any<Row, Key>(table: Table<Row, Key>): Promise<boolean>;
}

/**
 * Reads in one transaction by plain IndexedDB. Dexie's bookkeeping costs more than such reads themselves, and a search
 * makes some hundred. `read` may wait for nothing but what it reads. Rejects when the database fails.
 */
export async function readAtOnce<T>(
  collection: Collection,
  tables: readonly { readonly name: string }[],
  read: (reading: ReadTransaction) => Promise<T>,
): Promise<T> {
  if (!collection.isOpen()) await collection.open();
  const transaction = collection.backendDB().transaction(
    tables.map(({ name }) => name),
    'readonly',
  );
  const store = ({ name }: { readonly name: string }): IDBObjectStore => transaction.objectStore(name);
  return read({
    get: (table, key) => answerOf(store(table).get(key as IDBValidKey)),
    keys: (table) => answerOf(store(table).getAllKeys()) as Promise<never>,
    all: (table) => answerOf(store(table).getAll()) as Promise<never>,
    having: (table, index, value) => answerOf(store(table).index(index).getAll(value)) as Promise<never>,
    any: async (table) => (await answerOf(store(table).getAllKeys(undefined, 1))).length > 0,
  });
}

/**
 * Keys of an index that have a value, within the transaction that is open now: by plain IndexedDB, since keeping an essay asks for
 * many at once. Rejects when the database fails.
 */
export function keysOfIndex(name: string, index: string, value: string, most: number): Promise<string[]> {
  const { idbtrans } = Dexie.currentTransaction as unknown as { readonly idbtrans: IDBTransaction };
  return answerOf(idbtrans.objectStore(name).index(index).getAllKeys(value, most)) as Promise<never>;
}

const answerOf = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The database could not be read.'));
  });
