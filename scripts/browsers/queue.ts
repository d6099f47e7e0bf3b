import type { JobItemRow, JobRow } from '../../lib/collection/rows.ts';
import type { Manners } from '../../lib/queue-plan/answer.ts';

/** A queue as an outsider reads it from the database. */
export interface StoredQueue {
  readonly row: JobRow | null;
  readonly items: readonly JobItemRow[];
}

/** Reads a queue of the page that it runs in. Self-contained: drivers send it to a page of the extension as text. */
export async function readQueue(id: string): Promise<StoredQueue> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('wencun');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const transaction = database.transaction(['jobs', 'jobItems']);
  const resultOf = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const every = IDBKeyRange.bound([id, 0], [id, Number.MAX_SAFE_INTEGER]);
  const [row, items] = await Promise.all([
    resultOf<JobRow | undefined>(transaction.objectStore('jobs').get(id)),
    resultOf<JobItemRow[]>(transaction.objectStore('jobItems').getAll(every)),
  ]);
  database.close();
  return { row: row ?? null, items };
}

/** Gives a paused queue other manners, which no reader can: against a server of this machine it need not rest as long. Self-contained too. */
export async function setManners({ id, manners }: { readonly id: string; readonly manners: Manners }): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('wencun');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const store = database.transaction('jobs', 'readwrite').objectStore('jobs');
  await new Promise<void>((resolve, reject) => {
    const read = store.get(id);
    read.onerror = () => reject(read.error);
    read.onsuccess = () => {
      const written = store.put({ ...read.result, manners });
      written.onsuccess = () => resolve();
      written.onerror = () => reject(written.error);
    };
  });
  database.close();
}
