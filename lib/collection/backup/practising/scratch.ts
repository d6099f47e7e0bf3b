import { Dexie } from 'dexie';

/** The database that a practice restores into, and that is deleted after it; also the lock that the practice holds. */
export const SCRATCH = 'wencun-practice';

/** Runs a practice: one at a time, over all windows. */
export const practising = <T>(work: () => Promise<T>): Promise<T> => navigator.locks.request(SCRATCH, work);

/** Deletes what a practice left behind that ended with its window: it would take as much of the disk as the backup. */
export async function dropLeftScratch(): Promise<void> {
  await navigator.locks.request(SCRATCH, { ifAvailable: true }, async (lock) => {
    if (lock !== null && (await Dexie.exists(SCRATCH))) await Dexie.delete(SCRATCH);
  });
}
