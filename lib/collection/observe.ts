import { Dexie, liveQuery } from 'dexie';

/** Changes that do not concern a query, after which it is asked anew. */
const FORGOTTEN_AFTER = 500;

/**
 * Runs a query of the collection now and whenever what it read changes, in this page or any other part of the extension; now and then
 * as well while much else changes: Dexie holds the keys of all changes since a query was last asked, 20 kB an essay kept, and joins each new one to
 * them. Gives the function that stops it.
 */
export function observe<T>(query: () => Promise<T>, show: (result: T) => void): () => void {
  let heard = 0;
  const follow = () =>
    liveQuery(query).subscribe((result) => {
      heard = 0;
      show(result);
    });
  let subscription = follow();
  const count = (): void => {
    heard += 1;
    if (heard < FORGOTTEN_AFTER) return;
    heard = 0;
    subscription.unsubscribe();
    subscription = follow();
  };
  Dexie.on('storagemutated', count);
  return () => {
    Dexie.on.storagemutated.unsubscribe(count);
    subscription.unsubscribe();
  };
}
