import { readableRow, readableRows } from '../checked/check-row.ts';
import type { Collection } from '../collection.ts';
import { askWithin } from '../read-at-once.ts';
import { writingRows } from '../write-rows.ts';
import { duplicateTables, type Joining } from './cluster-for.ts';
import { joinWithin } from './join-within.ts';

/*
 * Essays that are kept one by one are told as kept before near-duplicates of them are looked for: sixteen lists of essays, as long to read as all
 * else of a keep. Which wait for it is written down with the keep itself, so that whoever comes after a stop goes on from there.
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
  joining: readonly Joining[],
): readonly PromiseLike<unknown>[] => {
  const ids = joining.flatMap(({ id, fingerprint, cluster }) => (fingerprint !== null && cluster === '' ? [id] : []));
  return ids.length === 0 ? [] : [meta.put({ key: KEY, value: [...new Set([...waiting, ...ids])] })];
};

/** True while essays wait for being joined. */
export const isAnyWaiting = async ({ meta }: Pick<Collection, 'meta'>): Promise<boolean> =>
  idsOf((await meta.get(KEY))?.value).length > 0;

/** Looks for near-duplicates of some that wait, the first kept first. Gives false when none waits any more. Rejects when the database fails. */
export async function joinKept(collection: Collection): Promise<boolean> {
  const { essays, fingerprints, meta } = collection;
  return writingRows(collection, duplicateTables(collection), async () => {
    const waiting = idsOf((await meta.get(KEY))?.value);
    const ids = waiting.slice(0, JOINED);
    const rest = waiting.slice(JOINED);
    const rows = readableRows('essays', (await essays.bulkGet([...ids])).filter(Boolean));
    const prints = await fingerprints.bulkGet(rows.map(({ id }) => id));
    // One that came into a cluster meanwhile stays there; the text of another may have become too short.
    const joining = rows.flatMap(({ id, cluster }, at): Joining[] => {
      const fingerprint = readableRow('fingerprints', prints[at]);
      return fingerprint === null || cluster !== '' ? [] : [{ id, fingerprint, cluster }];
    });
    await joinWithin(collection, joining);
    if (rest.length > 0) await meta.put({ key: KEY, value: rest });
    else await meta.delete(KEY);
    return rest.length > 0;
  });
}
