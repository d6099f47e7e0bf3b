import type { Collection } from '../collection.ts';

/** The ids of essays that other rows are of and that have no row themselves. Reads keys alone. */
export async function findOrphans(collection: Collection): Promise<readonly string[]> {
  const { essays, captures, bodies, originals, images, highlights } = collection;
  return collection.transaction('r', [essays, captures, bodies, originals, images, highlights], async () => {
    const kept = new Set<unknown>(await essays.toCollection().primaryKeys());
    const taken = await captures.orderBy('[essayId+takenAt]').keys();
    const pictures = await images.toCollection().primaryKeys();
    const named: readonly unknown[] = [
      ...(taken as unknown as (readonly unknown[])[]).map(([id]) => id),
      ...(await bodies.orderBy('essayId').uniqueKeys()),
      ...(await originals.orderBy('essayId').uniqueKeys()),
      ...(await highlights.orderBy('essayId').uniqueKeys()),
      ...pictures.map(([id]) => id),
    ];
    const orphans = new Set(named.filter((id) => typeof id === 'string' && !kept.has(id)));
    return [...orphans].map(String).toSorted();
  });
}
