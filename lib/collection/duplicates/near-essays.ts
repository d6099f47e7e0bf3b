import { readableRow } from '../checked/check-row.ts';
import type { Collection } from '../collection.ts';
import { askWithin } from '../read-at-once.ts';
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

/** For each band of a fingerprint the ids of essays in the collection that have it. */
export type Sharing = readonly (readonly string[])[];

/** What shares a band with each fingerprint, in order; none for no fingerprint. Inside a transaction. */
export async function sharingBands(
  { fingerprints }: Collection,
  prints: readonly (Fingerprint | null)[],
): Promise<readonly Sharing[]> {
  const bands = prints.map((print) => print?.bands ?? []);
  const found = await askWithin((store) => {
    const index = store(fingerprints).index('bands');
    return bands.flat().map((band) => index.getAllKeys(band, OF_BAND));
  });
  const next = found.values();
  return bands.map((own) => own.map(() => (next.next().value ?? []) as string[]));
}

/** An essay that is being written, with the fingerprint that it is to have. */
interface Written {
  readonly id: string;
  readonly fingerprint: Fingerprint | null;
}

/**
 * For each essay the ids of those that are nearly the same, the most alike first; itself is none of them. `sharing`: what shares
 * bands with each in the collection; `written`: all that are being written with them, which count with their new fingerprints.
 * Inside a transaction.
 */
export async function nearEssays(
  { fingerprints }: Collection,
  essays: readonly Printed[],
  sharing: readonly Sharing[],
  written: readonly Written[],
): Promise<readonly (readonly string[])[]> {
  const ofBand = bandsOf(written);
  const own = new Map(written.map(({ id, fingerprint }) => [id, fingerprint?.minhash ?? []]));
  const candidates = essays.map(({ id, fingerprint }, at) => {
    const found = fingerprint.bands.flatMap((band, place) => {
      const stored = sharing[at]?.[place]?.filter((other) => !own.has(other)) ?? [];
      return [...stored, ...(ofBand.get(band) ?? [])].sort().slice(0, OF_BAND);
    });
    return mostShared(found.filter((other) => other !== id));
  });
  const ids = [...new Set(candidates.flat())].filter((id) => !own.has(id));
  const rows = ids.length === 0 ? [] : await askWithin((store) => ids.map((id) => store(fingerprints).get(id)));
  const minhashes = new Map<string, readonly number[]>(own);
  for (const [at, id] of ids.entries()) minhashes.set(id, readableRow('fingerprints', rows[at])?.minhash ?? []);
  return essays.map(({ fingerprint }, at) =>
    (candidates[at] ?? [])
      .map((id) => ({ id, likeness: likeness(minhashes.get(id) ?? [], fingerprint.minhash) }))
      .filter((other) => other.likeness >= NEAR)
      .toSorted((one, other) => other.likeness - one.likeness)
      .map(({ id }) => id),
  );
}

/** The essays of each band. */
function bandsOf(written: readonly Written[]): ReadonlyMap<string, readonly string[]> {
  const ids = new Map<string, string[]>();
  for (const { id, fingerprint } of written)
    for (const band of fingerprint?.bands ?? []) {
      const sharing = ids.get(band) ?? [];
      ids.set(band, sharing);
      sharing.push(id);
    }
  return ids;
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
