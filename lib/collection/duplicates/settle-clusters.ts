import { type Changed, changeWithin } from '../actions/change-rows.ts';
import { readableRows } from '../checked/check-row.ts';
import type { Collection } from '../collection.ts';
import type { ClusterRow, EssayRow } from '../rows.ts';

/**
 * Puts clusters right after essays left them: one of a single essay is dissolved, and where the main essay left, the one
 * kept first takes its place. Gives the rows changed and the clusters as they were.
 * Inside a transaction over `rowTables` and `clusters`.
 */
export async function settleClusters(
  collection: Collection,
  ids: readonly string[],
): Promise<{ readonly changed: readonly Changed[]; readonly before: readonly ClusterRow[] }> {
  const { essays, clusters } = collection;
  const found = await clusters.bulkGet([...new Set(ids)]);
  const before = found.filter((cluster) => cluster !== undefined);
  const changed: Changed[] = [];
  for (const { id, mainId } of before) {
    const members = readableRows('essays', await essays.where('cluster').equals(id).toArray());
    const first = firstKept(members);
    if (first === undefined || members.length < 2) {
      const alone = members.map((row) => row.id);
      changed.push(...(await changeWithin(collection, alone, (row) => ({ ...row, cluster: '' }))));
      await clusters.delete(id);
    } else if (!members.some((row) => row.id === mainId)) await clusters.put({ id, mainId: first.id });
  }
  return { changed, before };
}

/** The row that was kept first; undefined of none. */
export const firstKept = (rows: readonly EssayRow[]): EssayRow | undefined =>
  rows.toSorted((one, other) => (one.keptAt < other.keptAt ? -1 : 1))[0];
