import type { Collection } from '../collection.ts';
import type { EssayRow } from '../rows.ts';
import { settleClusters } from './settle-clusters.ts';

/**
 * Deletes what near-duplicates are found by of essays that were deleted for good, and puts their clusters right.
 * Inside a transaction over `rowTables` and `duplicateTables`.
 */
export async function forgetDuplicates(collection: Collection, gone: readonly EssayRow[]): Promise<void> {
  const ids = new Set(gone.map(({ id }) => id));
  await collection.fingerprints.bulkDelete([...ids]);
  const pairs = await collection.apart.toCollection().primaryKeys();
  await collection.apart.bulkDelete(pairs.filter((pair) => pair.split(' ').some((id) => ids.has(id))));
  await settleClusters(
    collection,
    gone.flatMap(({ cluster }) => (cluster === '' ? [] : [cluster])),
  );
}
