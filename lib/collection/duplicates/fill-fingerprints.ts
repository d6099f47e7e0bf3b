import { readableRow } from '../checked/check-row.ts';
import type { Collection } from '../collection.ts';
import { writingRows } from '../write-rows.ts';
import { duplicateTables, storeFingerprints } from './cluster-for.ts';
import { joinWithin } from './join-within.ts';
import { type Fingerprint, fingerprintOf } from './minhash.ts';

/*
 * Essays of a collection of version 1, or of an older backup, came without fingerprints: here they get them, and the clusters
 * that they would be in, the first kept for all. Done step by step, and each step tells in `meta` how far it came: whoever goes
 * on later goes on from there.
 */

/** The key in `meta` of how far it came: absent when nothing is known, so that all essays are looked at. */
const KEY = 'fingerprints-filled';

/** All essays have theirs, and those that are kept from now on get theirs then. */
const ALL = 'all';

/** Essays looked at in a step, and fingerprints made in one. */
const LOOKED_AT = 128;
const MADE = 16;

/** True once all essays have fingerprints, as far as they can have one. */
export async function areFingerprintsFilled({ meta }: Collection): Promise<boolean> {
  return (await meta.get(KEY))?.value === ALL;
}

/** Has all essays looked at again, after some came in another way than by being kept. */
export async function refillFingerprints({ meta }: Collection): Promise<void> {
  await meta.delete(KEY);
}

/** Does one step. Gives false when all is done. Rejects when the database fails. */
export async function fillFingerprints(collection: Collection): Promise<boolean> {
  const { essays, bodies, fingerprints, meta } = collection;
  const through = (await meta.get(KEY))?.value;
  if (through === ALL) return false;
  const index = essays.where('[trashedAt+keptAt+id]');
  const rows = await index
    .above(Array.isArray(through) ? through : [''])
    .limit(LOOKED_AT)
    .toArray();
  const there = await fingerprints.bulkGet(rows.map(({ id }) => id));
  const lacking = rows.filter((_, at) => there[at] === undefined).slice(0, MADE);
  const texts = await bodies.bulkGet(lacking.map(({ captureId }) => (typeof captureId === 'string' ? captureId : '')));
  const made = new Map<string, Fingerprint | null>();
  for (const [at, { id }] of lacking.entries())
    made.set(id, await fingerprintOf(readableRow('bodies', texts[at])?.text ?? ''));
  const last = lacking.length === MADE ? lacking.at(-1) : rows.at(-1);

  await writingRows(collection, duplicateTables(collection), async () => {
    const [now, printed] = await Promise.all([
      essays.bulkGet(lacking.map(({ id }) => id)),
      fingerprints.bulkGet(lacking.map(({ id }) => id)),
    ]);
    // One that was kept again meanwhile got its fingerprint by that.
    const joining = now.flatMap((row, at) => {
      const stays = row !== undefined && row.captureId === lacking[at]?.captureId && printed[at] === undefined;
      return stays ? [{ id: row.id, cluster: row.cluster, fingerprint: made.get(row.id) ?? null }] : [];
    });
    await joinWithin(collection, joining);
    await Promise.all(storeFingerprints(collection, joining));
    await meta.put({ key: KEY, value: last === undefined ? ALL : [last.trashedAt, last.keptAt, last.id] });
  });
  return last !== undefined;
}
