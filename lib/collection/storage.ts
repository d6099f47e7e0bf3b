import { fail, type Outcome, succeed } from '../essay/outcome.ts';

/** Why the collection could not be read or written: no room left on the disk, or any other failure of the database. */
export type StorageProblem = 'storage-full' | 'storage-failed';

/** Runs a query and turns what the database throws into a problem; the detail is the database's own words. */
export async function attempt<T>(query: () => PromiseLike<T>): Promise<Outcome<T, StorageProblem>> {
  try {
    return succeed(await query());
  } catch (error) {
    return fail(isQuotaError(error) ? 'storage-full' : 'storage-failed', String(error));
  }
}

/** True for the database's "no room" error, also where Dexie wraps it in an abort, or in one error of many rows. */
function isQuotaError(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  if ('name' in error && error.name === 'QuotaExceededError') return true;
  if ('failures' in error && Array.isArray(error.failures)) return error.failures.some(isQuotaError);
  return 'inner' in error && error.inner !== error && isQuotaError(error.inner);
}
