import { changeWithin } from '../actions/change-rows.ts';
import { readableRows } from '../checked/check-row.ts';
import type { Collection } from '../collection.ts';
import { writingRows } from '../write-rows.ts';
import { renameInSearches, tagIdOf } from './tag-ids.ts';

/** Key in `sync` of tags that were given their ids while essays still have the old ones: old id → new. */
const MOVED = 'tag-ids';
/** Essays changed in one transaction: some ten milliseconds. */
const AT_A_TIME = 50;

/**
 * Gives tags the ids that they have in a collection that syncs, in essays and saved searches too, in slices; `goOn` is asked before
 * each. Cut off, it goes on where it was. False where it was stopped. Rejects when the database fails.
 */
export async function settleTagIds(collection: Collection, goOn: () => Promise<boolean>): Promise<boolean> {
  const { essays, sync } = collection;
  for (const [old, id] of Object.entries(await moveTags(collection)))
    for (;;) {
      if (!(await goOn())) return false;
      const ids = await essays.where('tags').equals(old).limit(AT_A_TIME).primaryKeys();
      if (ids.length === 0) break;
      await writingRows(collection, [], () =>
        changeWithin(collection, ids, (row) => ({
          ...row,
          tags: [...new Set(row.tags.map((tag) => (tag === old ? id : tag)))],
        })),
      );
    }
  await sync.delete(MOVED);
  return true;
}

/** True when every tag has the id that it is to have. Inside a transaction over `tags`, or by itself. */
export async function areTagIdsSettled({ tags }: Pick<Collection, 'tags'>): Promise<boolean> {
  return readableRows('tags', await tags.toArray()).every(({ id, folded }) => id === tagIdOf(folded));
}

/** Gives the tags themselves their ids, and tells which essays are still to be told of: old id → new. */
function moveTags(collection: Collection): PromiseLike<Readonly<Record<string, string>>> {
  const { tags, searches, sync } = collection;
  return collection.transaction('rw', [tags, searches, sync], async () => {
    const before = ((await sync.get(MOVED))?.value ?? {}) as Readonly<Record<string, string>>;
    const wrong = readableRows('tags', await tags.toArray()).filter(({ id, folded }) => id !== tagIdOf(folded));
    const moved = { ...before, ...Object.fromEntries(wrong.map(({ id, folded }) => [id, tagIdOf(folded)])) };
    await tags.bulkDelete(wrong.map(({ id }) => id));
    await tags.bulkPut(wrong.map((row) => ({ ...row, id: tagIdOf(row.folded) })));
    await renameInSearches(collection, new Map(wrong.map(({ id, folded }) => [id, tagIdOf(folded)])));
    await sync.put({ key: MOVED, value: moved });
    return moved;
  });
}
