import { changeWithin } from '../actions/change-rows.ts';
import { readableRows } from '../checked/check-row.ts';
import type { Collection } from '../collection.ts';
import type { EssayRow } from '../rows.ts';
import { clustersFor, type Joining, lookBeside } from './cluster-for.ts';
import { firstKept } from './settle-clusters.ts';

/**
 * Puts essays that are in the collection already into the clusters that they belong in; of a cluster that is made by it the essay kept first is
 * the main one. Inside a transaction over `rowTables` and `duplicateTables`; leaves the fingerprints to whoever calls.
 */
export async function joinWithin(collection: Collection, joining: readonly Joining[]): Promise<void> {
  const { essays, clusters: table } = collection;
  const { clusters, made } = await clustersFor(collection, joining, await lookBeside(collection, joining));
  const joined = (row: EssayRow): EssayRow => {
    const cluster = clusters.get(row.id) ?? row.cluster;
    return cluster === row.cluster ? row : { ...row, cluster };
  };
  await changeWithin(collection, [...clusters.keys()], joined);
  for (const id of made) {
    const first = firstKept(readableRows('essays', await essays.where('cluster').equals(id).toArray()));
    if (first !== undefined) await table.put({ id, mainId: first.id });
  }
}
