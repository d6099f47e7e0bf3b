import type { Outcome } from '../../essay/outcome.ts';
import { changeWithin, type Done, takeBack } from '../actions/change-rows.ts';
import { readableRows } from '../checked/check-row.ts';
import type { Collection } from '../collection.ts';
import type { EssayRow } from '../rows.ts';
import { attempt, type StorageProblem } from '../storage.ts';
import { writingRows } from '../write-rows.ts';
import { duplicateTables, pairOf } from './cluster-for.ts';
import { firstKept, settleClusters } from './settle-clusters.ts';

/** Essays that are nearly the same text. */
export interface Cluster {
  readonly id: string;
  /** The essay that stands for them. */
  readonly mainId: string;
  /** All of them, the trash apart: the main first, then in the order that they were kept. */
  readonly essays: readonly EssayRow[];
}

/** The cluster of an essay; null when nothing else outside the trash is nearly the same. */
export function clusterOf(collection: Collection, id: string): Promise<Outcome<Cluster | null, StorageProblem>> {
  const { essays, clusters } = collection;
  return attempt(() =>
    collection.transaction('r', [essays, clusters], async () => {
      const cluster = (await essays.get(id))?.cluster ?? '';
      if (cluster === '') return null;
      const members = readableRows('essays', await essays.where('cluster').equals(cluster).toArray())
        .filter((row) => row.trashedAt === '')
        .toSorted((one, other) => (one.keptAt < other.keptAt ? -1 : 1));
      const wanted = (await clusters.get(cluster))?.mainId;
      const main = members.find((row) => row.id === wanted) ?? firstKept(members);
      if (main === undefined || members.every((row) => row.id === id)) return null;
      return { id: cluster, mainId: main.id, essays: [main, ...members.filter((row) => row !== main)] };
    }),
  );
}

/** The essays of a cluster, the trash apart. */
export function listCluster(
  { essays }: Collection,
  cluster: string,
): Promise<Outcome<readonly EssayRow[], StorageProblem>> {
  return attempt(async () =>
    readableRows('essays', await essays.where('cluster').equals(cluster).toArray()).filter(
      (row) => row.trashedAt === '',
    ),
  );
}

/** Makes an essay the one that stands for its cluster. Counts 0 when it is in none, or stands for it already. */
export function setMain(collection: Collection, id: string): Promise<Outcome<Done, StorageProblem>> {
  const { essays, clusters } = collection;
  return attempt(() =>
    collection.transaction('rw', [essays, clusters], async (): Promise<Done> => {
      const before = await clusters.get((await essays.get(id))?.cluster ?? '');
      if (before === undefined || before.mainId === id) return nothing;
      await clusters.update(before.id, { mainId: id });
      // A cluster that was dissolved since then stays so: an update makes no row.
      return { count: 1, undo: () => attempt(() => clusters.update(before.id, { mainId: before.mainId })) };
    }),
  );
}

/** Takes an essay out of its cluster and remembers that it is not one with the others. Counts 0 when it is in none. */
export function setApart(collection: Collection, id: string): Promise<Outcome<Done, StorageProblem>> {
  const { essays, clusters, apart } = collection;
  const within = <T>(work: () => Promise<T>) => writingRows(collection, duplicateTables(collection), work);
  return attempt(() =>
    within(async (): Promise<Done> => {
      const cluster = (await essays.get(id))?.cluster ?? '';
      if (cluster === '') return nothing;
      const members = await essays.where('cluster').equals(cluster).primaryKeys();
      const pairs = members.filter((member) => member !== id).map((member) => ({ id: pairOf(id, member) }));
      await apart.bulkPut(pairs);
      const left = await changeWithin(collection, [id], (row) => ({ ...row, cluster: '' }));
      const { changed, before } = await settleClusters(collection, [cluster]);
      const goBack = async () => {
        await apart.bulkDelete(pairs.map((pair) => pair.id));
        await clusters.bulkPut([...before]);
        return (await takeBack(collection, [...left, ...changed])) > 0 ? 1 : 0;
      };
      return { count: 1, undo: () => attempt(() => within(goBack)) };
    }),
  );
}

const nothing: Done = { count: 0, undo: () => attempt(async () => 0) };
