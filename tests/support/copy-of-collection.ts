import type { Collection } from '../../lib/collection/collection.ts';
import { emptyCollection } from './collections.ts';

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** Every row of a collection, by the table's name. */
export type AllRows = ReadonlyMap<string, readonly unknown[]>;

/** Every row of a collection, as the database has it. */
export async function allRows(collection: Collection): Promise<AllRows> {
  const names = [...(await database(collection)).objectStoreNames];
  const reading = (await database(collection)).transaction(names, 'readonly');
  const rows = names.map(async (name) => [name, await done(reading.objectStore(name).getAll())] as const);
  return new Map(await Promise.all(rows));
}

/** A collection in a database of its own with just these rows: what keeping would do besides is not done. */
export async function collectionOf(rows: AllRows): Promise<Collection> {
  const collection = emptyCollection();
  const writing = (await database(collection)).transaction([...rows.keys()], 'readwrite');
  const ended = new Promise<void>((resolve, reject) => {
    writing.oncomplete = () => resolve();
    writing.onabort = () => reject(writing.error);
  });
  for (const [name, ofTable] of rows) for (const row of ofTable) writing.objectStore(name).put(row);
  await ended;
  return collection;
}

async function database(collection: Collection): Promise<IDBDatabase> {
  await collection.open();
  return collection.backendDB();
}
