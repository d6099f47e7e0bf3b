import type { Table } from 'dexie';
import { changeWithin } from '../change-rows.ts';
import type { Collection } from '../collection.ts';
import { type Fingerprint, likeness, NEAR } from './minhash.ts';

/** The tables of near-duplicates: a transaction that keeps or deletes essays needs them. */
export const duplicateTables = ({ clusters, fingerprints, apart }: Collection): Table[] => [
  clusters,
  fingerprints,
  apart,
];

/** The key of two essays that the reader said are not one. */
export const pairOf = (one: string, other: string): string => [one, other].toSorted().join(' ');

/**
 * Stores the fingerprint of an essay that is being kept and gives the cluster that it belongs to, '' for none. An essay
 * stays in the cluster that it is in; one that is nearly the same as another joins it, unless the reader set them apart.
 * Nothing is merged. Inside a transaction over `rowTables` and `duplicateTables`.
 */
export async function clusterFor(
  collection: Collection,
  id: string,
  fingerprint: Fingerprint | null,
  current: string,
): Promise<string> {
  const { essays, clusters, fingerprints } = collection;
  if (fingerprint === null) {
    await fingerprints.delete(id);
    return current;
  }
  await fingerprints.put({ essayId: id, ...fingerprint });
  if (current !== '') return current;
  for (const near of await nearest(collection, id, fingerprint)) {
    const row = await essays.get(near);
    if (row === undefined) continue;
    const members = row.cluster === '' ? [near] : await essays.where('cluster').equals(row.cluster).primaryKeys();
    if (await anyApart(collection, id, members)) continue;
    if (row.cluster !== '') return row.cluster;
    const made = crypto.randomUUID();
    await clusters.add({ id: made, mainId: near });
    await changeWithin(collection, [near], (before) => ({ ...before, cluster: made }));
    return made;
  }
  return '';
}

/** Ids of the essays that are nearly the same, the most alike first. */
async function nearest({ fingerprints }: Collection, id: string, { bands, minhash }: Fingerprint): Promise<string[]> {
  const candidates = await fingerprints.where('bands').anyOf(bands).distinct().toArray();
  return candidates
    .map((row) => ({ essayId: row.essayId, likeness: likeness(row.minhash, minhash) }))
    .filter((row) => row.essayId !== id && row.likeness >= NEAR)
    .toSorted((one, other) => other.likeness - one.likeness)
    .map(({ essayId }) => essayId);
}

async function anyApart({ apart }: Collection, id: string, members: readonly string[]): Promise<boolean> {
  const pairs = await apart.bulkGet(members.map((member) => pairOf(id, member)));
  return pairs.some((pair) => pair !== undefined);
}
