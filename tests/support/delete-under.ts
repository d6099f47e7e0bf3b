import type { Dexie } from 'dexie';
import { forceCloseDatabase } from 'fake-indexeddb';

/** Deletes the database of an open collection from outside, as another program or the browser does: the next question makes an empty one. */
export const deleteUnder = ({ name }: { readonly name: string }): Promise<void> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
  });

/** Clears it as the browser does with the data of a site: it closes the connection by force first, and tells so. */
export async function clearUnder(collection: Dexie): Promise<void> {
  const connection = collection.backendDB();
  const closed = new Promise((resolve) => connection.addEventListener('close', resolve));
  // Its types name the class where a connection is meant.
  forceCloseDatabase(connection as unknown as Parameters<typeof forceCloseDatabase>[0]);
  await closed;
  await deleteUnder(collection);
}
