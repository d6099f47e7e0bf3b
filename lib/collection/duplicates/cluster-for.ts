import type { Table } from 'dexie';
import type { Collection } from '../collection.ts';
import type { Fingerprint } from './minhash.ts';
import { nearEssays, type Sharing, sharingBands } from './near-essays.ts';

/** The tables of near-duplicates: a transaction that keeps or deletes essays needs them. */
export const duplicateTables = ({ clusters, fingerprints, apart }: Collection): Table[] => [
  clusters,
  fingerprints,
  apart,
];

/** The key of two essays that the reader said are not one. */
export const pairOf = (one: string, other: string): string => [one, other].toSorted().join(' ');

/** An essay that is being kept, with the cluster that it is in already, '' for none. */
export interface Joining {
  readonly id: string;
  readonly fingerprint: Fingerprint | null;
  readonly cluster: string;
}

/** What the database says of essays that may come into clusters, asked for before it is known which of them do. */
export interface SeenBeside {
  /** By the id of each essay, what shares bands with it. */
  readonly sharing: ReadonlyMap<string, Sharing>;
  /** True when the reader set any essays apart. */
  readonly anyApart: boolean;
}

/** Looks what shares bands with essays. Inside a transaction over `duplicateTables`. */
export async function lookBeside(
  collection: Collection,
  essays: readonly Pick<Joining, 'id' | 'fingerprint'>[],
): Promise<SeenBeside> {
  const [found, sets] = await Promise.all([
    sharingBands(
      collection,
      essays.map(({ fingerprint }) => fingerprint),
    ),
    collection.apart.count(),
  ]);
  return { sharing: new Map(found.map((sharing, at) => [essays[at]?.id ?? '', sharing])), anyApart: sets > 0 };
}

/** What came of looking for near-duplicates. */
export interface JoinedCluster {
  /** The cluster of each essay that was looked at, '' for none, and of others that came into one by this. */
  readonly clusters: ReadonlyMap<string, string>;
  /** Clusters that were made. */
  readonly made: readonly string[];
}

/**
 * Tells the cluster of each essay that is being kept, as if they were kept one after
 * another. An essay stays in the cluster that it is in; one that is
 * nearly the same as another joins it, unless the reader set them apart. Nothing is merged.
 * Inside a transaction over `rowTables` and `duplicateTables`; writes no essay rows, and leaves the fingerprints to `storeFingerprints`.
 */
export async function clustersFor(
  collection: Collection,
  joining: readonly Joining[],
  { sharing, anyApart }: SeenBeside,
): Promise<JoinedCluster> {
  const { essays, clusters, apart } = collection;
  const seeking = joining.flatMap(({ id, fingerprint, cluster }) =>
    fingerprint === null || cluster !== '' ? [] : [{ id, fingerprint }],
  );
  const found = await nearEssays(
    collection,
    seeking,
    seeking.map(({ id }) => sharing.get(id) ?? []),
    joining,
  );
  const near = new Map(found.map((ids, at) => [seeking[at]?.id ?? '', ids]));
  const own = new Set(joining.map(({ id }) => id));
  const others = [...new Set([...near.values()].flat())].filter((id) => !own.has(id));
  // The clusters of those that are there: of the essays at hand each comes in when its turn is over.
  const there = new Map<string, string>();
  const rows = others.length === 0 ? [] : await essays.bulkGet(others);
  for (const row of rows) if (row !== undefined) there.set(row.id, row.cluster ?? '');
  for (const { id, cluster } of joining) if (cluster !== '') there.set(id, cluster);
  const given = new Map<string, string>();
  const madeHere: string[] = [];

  for (const { id, cluster } of joining) {
    const joined = cluster !== '' ? cluster : await clusterOfNear(id, near.get(id) ?? []);
    there.set(id, joined);
    given.set(id, joined);
  }
  return { clusters: given, made: madeHere };

  async function clusterOfNear(id: string, ids: readonly string[]): Promise<string> {
    for (const one of ids) {
      const cluster = there.get(one);
      if (cluster === undefined) continue;
      if (anyApart && (await isApart(id, one, cluster))) continue;
      if (cluster !== '') return cluster;
      const made = crypto.randomUUID();
      await clusters.add({ id: made, mainId: one });
      madeHere.push(made);
      there.set(one, made);
      given.set(one, made);
      return made;
    }
    return '';
  }

  /** True when the reader set the essay apart from the other, or from any of its cluster. */
  async function isApart(id: string, other: string, cluster: string): Promise<boolean> {
    const members = cluster === '' ? [] : await essays.where('cluster').equals(cluster).primaryKeys();
    const joined = [...given].flatMap(([member, of]) => (of !== '' && of === cluster ? [member] : []));
    const pairs = [other, ...members, ...joined].map((member) => pairOf(id, member));
    return (await apart.bulkGet([...new Set(pairs)])).some((pair) => pair !== undefined);
  }
}

/** Asks for the fingerprints of essays that are being kept to be stored. A text that became too short loses its own. */
export function storeFingerprints(
  { fingerprints }: Collection,
  joining: readonly Pick<Joining, 'id' | 'fingerprint'>[],
): readonly PromiseLike<unknown>[] {
  const rows = joining.flatMap(({ id, fingerprint }) => (fingerprint ? [{ essayId: id, ...fingerprint }] : []));
  const none = joining.flatMap(({ id, fingerprint }) => (fingerprint ? [] : [id]));
  return [
    ...(rows.length > 0 ? [fingerprints.bulkPut(rows)] : []),
    ...(none.length > 0 ? [fingerprints.bulkDelete(none)] : []),
  ];
}
