import { liveQuery } from 'dexie';

/**
 * Runs a query of the collection now and whenever what it read changes, in this page or any other part of the extension.
 * Gives the function that stops it. Where a page stays open, `forgetChanges` lets go of what Dexie holds for it.
 */
export function observe<T>(query: () => Promise<T>, show: (result: T) => void): () => void {
  const subscription = liveQuery(query).subscribe(show);
  return () => subscription.unsubscribe();
}
