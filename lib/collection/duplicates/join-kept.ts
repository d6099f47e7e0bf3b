import { readableRow, readableRows } from '../checked/check-row.ts';
import type { Collection } from '../collection.ts';
import { askWithin } from '../read-at-once.ts';
import { writingRows } from '../write-rows.ts';
import { duplicateTables, type Joining, storeFingerprints } from './cluster-for.ts';
import { joinWithin } from './join-within.ts';
import { type Fingerprint, fingerprintOf } from './minhash.ts';

/*
 * Essays that are kept one by one are told as kept before they have a fingerprint and near-duplicates of them are looked for: nineteen keys to
 * be written all over the database and sixteen lists of essays to be read, more than all else of a keep. Which wait for it is written down with
 * the keep itself, so that whoever comes after a stop goes on from there.
 */

/** The key in `meta` of the ids of those that wait, in the order in which they were kept. */
const KEY = 'to-join';

/** Essays that are joined in one step. */
const JOINED = 16;

const idsOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((id) => typeof id === 'string') : [];

/** The ids that wait: asked for within a transaction over `meta`. */
export async function readWaiting({ meta }: Pick<Collection, 'meta'>): Promise<readonly string[]> {
  const [row] = await askWithin((store) => [store(meta).get(KEY)]);
  return idsOf(row?.value);
}

/** Notes that essays wait, besides those that do. */
export const noteWaiting = (
  { meta }: Pick<Collection, 'meta'>,
  waiting: readonly string[],
  joining: readonly Pick<Joining, 'id'>[],
): readonly PromiseLike<unknown>[] =>
  joining.length === 0
    ? []
    : [meta.put({ key: KEY, value: [...new Set([...waiting, ...joining.map(({ id }) => id)])] })];

/** True while essays wait for being joined. */
export const isAnyWaiting = async ({ meta }: Pick<Collection, 'meta'>): Promise<boolean> =>
  idsOf((await meta.get(KEY))?.value).length > 0;

/** Gives some that wait their fingerprints and looks for near-duplicates of them, the first kept first. False when none waits any more. Rejects when the database fails. */
export async function joinKept(collection: Collection): Promise<boolean> {
  const { essays, meta } = collection;
  const made = await printsOf(collection, idsOf((await meta.get(KEY))?.value).slice(0, JOINED));
  return writingRows(collection, duplicateTables(collection), async () => {
    const waiting = idsOf((await meta.get(KEY))?.value);
    const ids = waiting.filter((id) => made.has(id));
    const rows = readableRows('essays', await essays.bulkGet([...ids]));
    // Of one that was kept again meanwhile the other text is still to be looked at.
    const late = new Set(rows.flatMap(({ id, captureId }) => (made.get(id)?.captureId === captureId ? [] : [id])));
    const joining = rows.flatMap(({ id, cluster }): Joining[] => {
      const fingerprint = made.get(id)?.fingerprint;
      return fingerprint === undefined || late.has(id) ? [] : [{ id, fingerprint, cluster }];
    });
    await joinWithin(collection, joining);
    await Promise.all(storeFingerprints(collection, joining));
    const rest = waiting.filter((id) => !made.has(id) || late.has(id));
    await meta.put({ key: KEY, value: rest });
    return rest.length > 0;
  });
}

/** A capture and the fingerprint of its text: null for a short text, undefined for one that cannot be read. */
interface Print {
  readonly captureId: string;
  readonly fingerprint: Fingerprint | null | undefined;
}

/** The fingerprints of essays as they are now, by id. */
async function printsOf({ essays, bodies }: Collection, ids: readonly string[]): Promise<ReadonlyMap<string, Print>> {
  const rows = (await essays.bulkGet([...ids])).map((row) => readableRow('essays', row));
  const captureIds = rows.map((row) => row?.captureId ?? '');
  const texts = await bodies.bulkGet(captureIds);
  const prints = new Map<string, Print>();
  for (const [at, id] of ids.entries()) {
    const body = readableRow('bodies', texts[at]);
    prints.set(id, { captureId: captureIds[at] ?? '', fingerprint: body ? await fingerprintOf(body.text) : undefined });
  }
  return prints;
}
