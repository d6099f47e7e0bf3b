import { readableRow } from '../checked/check-row.ts';
import type { Collection } from '../collection.ts';
import { keysOfIndex } from '../read-at-once.ts';
import { type Fingerprint, likeness, NEAR } from './minhash.ts';

/** An essay and what near-duplicates of it are found by. */
export interface Printed {
  readonly id: string;
  readonly fingerprint: Fingerprint;
}

/*
 * Some bands are shared by thousands: the notices of one form, the essays under one long preface. What is looked at is
 * bounded for each essay, so that keeping one costs the same however many there are. An essay that is truly near shares
 * many bands, and comes first among those that share fewer.
 */

/** Essays that are looked at for each band. */
const OF_BAND = 64;

/** Essays whose fingerprints are compared, those first that share the most bands. */
const COMPARED = 24;

/** For each essay the ids of those that are nearly the same, the most alike first; itself is none of them. Inside a transaction. */
export async function nearEssays(
  { fingerprints }: Collection,
  essays: readonly Printed[],
): Promise<readonly (readonly string[])[]> {
  const ofBand = (band: string) => keysOfIndex(fingerprints.name, 'bands', band, OF_BAND);
  const candidates = await Promise.all(
    essays.map(async ({ id, fingerprint }) => {
      const found = (await Promise.all(fingerprint.bands.map(ofBand))).flat();
      return mostShared(found.filter((other) => other !== id));
    }),
  );
  const ids = [...new Set(candidates.flat())];
  const rows = ids.length === 0 ? [] : await fingerprints.bulkGet(ids);
  const minhashes = new Map(ids.map((id, at) => [id, readableRow('fingerprints', rows[at])?.minhash ?? []]));
  return essays.map(({ fingerprint }, at) =>
    (candidates[at] ?? [])
      .map((id) => ({ id, likeness: likeness(minhashes.get(id) ?? [], fingerprint.minhash) }))
      .filter((other) => other.likeness >= NEAR)
      .toSorted((one, other) => other.likeness - one.likeness)
      .map(({ id }) => id),
  );
}

/** Ids by how often they occur. */
function mostShared(found: readonly string[]): readonly string[] {
  const times = new Map<string, number>();
  for (const id of found) times.set(id, (times.get(id) ?? 0) + 1);
  return [...times]
    .toSorted(([, one], [, other]) => other - one)
    .slice(0, COMPARED)
    .map(([id]) => id);
}
