import * as v from 'valibot';
import type { Outcome } from '../../../essay/outcome.ts';
import type { Collection } from '../../collection.ts';
import { attempt, type StorageProblem } from '../../storage.ts';
import { type MergeRecord, type TakenBack, takeBackMerge } from './take-back-merge.ts';

/** The row of `meta` that remembers a merge by the id of its report. */
export const mergeKey = (id: string): string => `merge ${id}`;

const ids = v.array(v.string());
const row = v.looseObject({ id: v.string(), captureId: v.string(), tags: ids, shelves: ids });
const record = v.object({
  added: ids,
  changed: v.array(v.object({ before: row, after: row })),
  marks: ids,
  made: v.object({ tags: ids, shelves: ids }),
});

/** Remembers a merge, so that it can be taken back later. False when it cannot be stored. */
export async function saveMerge({ meta }: Pick<Collection, 'meta'>, id: string, merge: MergeRecord): Promise<boolean> {
  return (await attempt(() => meta.put({ key: mergeKey(id), value: merge }))).ok;
}

/** True where a merge is remembered and can be taken back. */
export async function hasMerge({ meta }: Pick<Collection, 'meta'>, id: string): Promise<boolean> {
  return v.is(record, (await meta.get(mergeKey(id)))?.value);
}

/** Takes a remembered merge back, once; null where it is not remembered, or was taken back already. `alongside`: as in `takeBackMerge`. */
export async function takeBackStored(
  collection: Collection,
  id: string,
  alongside: () => Promise<unknown> = async () => undefined,
): Promise<Outcome<TakenBack, StorageProblem> | null> {
  const value: unknown = (await collection.meta.get(mergeKey(id)).catch(() => undefined))?.value;
  if (!v.is(record, value)) return null;
  return takeBackMerge(collection, value as unknown as MergeRecord, async () => {
    await collection.meta.delete(mergeKey(id));
    await alongside();
  });
}
