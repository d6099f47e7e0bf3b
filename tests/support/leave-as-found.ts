import { afterAll, vi } from 'vitest';

/** Deletes a database; where someone still holds it, it goes when they are done. */
const deleteDatabase = (name: string): Promise<void> =>
  new Promise((resolve) => {
    const deleting = indexedDB.deleteDatabase(name);
    deleting.onsuccess = () => resolve();
    deleting.onerror = () => resolve();
    deleting.onblocked = () => resolve();
  });

/*
 * Runs beside each test file of those that share a process. A clock or a function that a file put in another's place would stand there for the
 * files after it, whichever they are: a clock of another file's once made a backup one of the future. And all the databases that were ever made
 * would be held to the end: the processes grew to more than a gigabyte, and to look through it for what can go took half of some files' time.
 */
afterAll(async () => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  const databases = (await globalThis.indexedDB?.databases()) ?? [];
  await Promise.all(databases.map(({ name = '' }) => deleteDatabase(name)));
});
