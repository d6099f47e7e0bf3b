import { Dexie, type ObservabilitySet, RangeSet } from 'dexie';

/** Changes after which all live queries are asked anew. */
const MANY = 500;

/** Dexie's own word for a change of everything. */
const everything = (): ObservabilitySet => ({ all: new RangeSet(Dexie.minKey, Dexie.maxKey) }) as ObservabilitySet;

/**
 * Has all live queries, of this page and all others, asked anew now and then while much changes. Dexie holds for each query the keys of all changes
 * since it was asked last, 20 kB an essay that is kept, and joins each new one to them: a query that nothing concerns would hold them for
 * ever. For parts that stay open. Gives the function that ends it.
 */
export function forgetChanges(): () => void {
  let heard = 0;
  const count = (parts: ObservabilitySet): void => {
    heard = 'all' in parts ? 0 : heard + 1;
    if (heard >= MANY) Dexie.on.storagemutated.fire(everything());
  };
  Dexie.on('storagemutated', count);
  return () => Dexie.on.storagemutated.unsubscribe(count);
}
