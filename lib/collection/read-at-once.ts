import { Dexie, type Table } from 'dexie';
import type { Collection } from './collection.ts';

const FAILED = 'The database could not be read.';

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

/** The answers of requests, in their order. */
type Answers<Requests extends readonly IDBRequest[]> = { [At in keyof Requests]: Requests[At]['result'] };

/**
 * The answers of plain requests within the transaction of Dexie's that is open now, all asked for at once: keeping an essay asks for
 * many. What that transaction was asked to write before is read as written. The promise is Dexie's own, one for all requests: it loses the transaction
 * where promises that are not its own are waited for side by side. Rejects when the database fails.
 */
export function askWithin<const Requests extends readonly IDBRequest[]>(
  ask: (store: (table: { readonly name: string }) => IDBObjectStore) => Requests,
): Promise<Answers<Requests>> {
  const { idbtrans } = Dexie.currentTransaction as unknown as { readonly idbtrans: IDBTransaction };
  return new Dexie.Promise<Answers<Requests>>((resolve, reject) => {
    const requests = ask(({ name }) => idbtrans.objectStore(name));
    let waiting = requests.length;
    const answered = (): void => {
      if (waiting === 0) resolve(requests.map(({ result }) => result) as Answers<Requests>);
    };
    for (const request of requests) {
      request.onsuccess = () => {
        waiting -= 1;
        answered();
      };
      request.onerror = () => reject(request.error ?? new Error(FAILED));
    }
    answered();
  }) as unknown as Promise<Answers<Requests>>;
}

const answerOf = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error(FAILED));
  });
