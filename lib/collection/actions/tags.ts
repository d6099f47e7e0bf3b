import type { Outcome } from '../../essay/outcome.ts';
import { readableRows } from '../checked/check-row.ts';
import type { Collection } from '../collection.ts';
import type { EssayRow, TagRow } from '../rows.ts';
import { attempt, type StorageProblem } from '../storage.ts';
import { isStamped, renameInSearches, tagIdOf } from '../sync/tag-ids.ts';
import { writingRows } from '../write-rows.ts';
import { type Changed, changeWithin, type Done, takeBack } from './change-rows.ts';
import { foldName } from './fold-name.ts';
import { putBack } from './values-back.ts';

/** Tags to put on essays, by name (one that does not exist is made), and to take off, by id. */
export interface Tagging {
  readonly add?: readonly string[];
  readonly remove?: readonly string[];
}

/** All tags, in the order of their names. */
export function listTags(collection: Collection): Promise<Outcome<readonly TagRow[], StorageProblem>> {
  return attempt(async () => {
    const rows = readableRows('tags', await collection.tags.toArray());
    return rows.toSorted((one, other) => (one.folded < other.folded ? -1 : 1));
  });
}

/** Puts tags on essays and takes tags off, all or nothing. Counts essays that changed. */
export function tagEssays(
  collection: Collection,
  ids: readonly string[],
  { add = [], remove = [] }: Tagging,
): Promise<Outcome<Done, StorageProblem>> {
  return act(collection, async () => {
    const { tags, made } = await tagsOfNames(collection, add);
    const taken = (await collection.tags.bulkGet([...remove])).filter((tag) => tag !== undefined);
    const changed = await changeWithin(collection, ids, (row) =>
      withTags(row, [...row.tags.filter((tag) => !remove.includes(tag)), ...tags]),
    );
    const undo = async (): Promise<null> => {
      await deleteUnused(collection, made);
      await revive(collection, taken);
      return null;
    };
    return { changed, count: changed.length, undo };
  });
}

/** Gives a tag another name. A name that another tag has already merges this tag into that one. */
export function renameTag(collection: Collection, id: string, name: string): Promise<Outcome<Done, StorageProblem>> {
  const folded = foldName(name);
  return act(collection, async () => {
    const before = await collection.tags.get(id);
    if (before === undefined || folded === '') return nothing;
    const same = await collection.tags.where('folded').equals(folded).first();
    if (same !== undefined && same.id !== id) return merge(collection, [before], same.id);
    if (same === undefined && (await isStamped(collection))) return renameEverywhere(collection, before, name.trim());
    const after = { id, name: name.trim(), folded };
    await collection.tags.put(after);
    return { changed: [], count: 1, undo: () => putBack(collection.tags, before, after) };
  });
}

/** In a collection that syncs a tag's id is made of its name: one of the new name takes its place. */
async function renameEverywhere(collection: Collection, before: TagRow, name: string): Promise<Act> {
  const folded = foldName(name);
  const id = tagIdOf(folded);
  await collection.tags.add({ id, name, folded });
  const { changed, undo } = await merge(collection, [before], id);
  await renameInSearches(collection, new Map([[before.id, id]]));
  const goBack = async (): Promise<number> => {
    // A name that was deleted, or has become another's, stays so.
    if ((await collection.tags.get(id)) === undefined) return 0;
    await undo();
    await renameInSearches(collection, new Map([[id, before.id]]));
    await deleteUnused(collection, [id]);
    return 1;
  };
  return { changed, count: 1, undo: goBack };
}

/** Puts one tag where others were, and deletes those. Counts the tags that went. */
export function mergeTags(
  collection: Collection,
  ids: readonly string[],
  into: string,
): Promise<Outcome<Done, StorageProblem>> {
  return act(collection, async () => {
    const found = await collection.tags.bulkGet(ids.filter((id) => id !== into));
    return merge(
      collection,
      found.filter((tag) => tag !== undefined),
      into,
    );
  });
}

/** Deletes a tag and takes it off all essays. */
export function deleteTag(collection: Collection, id: string): Promise<Outcome<Done, StorageProblem>> {
  return act(collection, async () => {
    const tag = await collection.tags.get(id);
    return tag === undefined ? nothing : merge(collection, [tag], null);
  });
}

/** An act within its transaction: the rows changed, and how the tags themselves go back. */
interface Act {
  readonly changed: readonly Changed[];
  /** Essays or tags: whichever the act is about. */
  readonly count: number;
  /** Gives how many tags went back; null where the act is about essays. */
  readonly undo: () => PromiseLike<number | null>;
}

const nothing: Act = { changed: [], count: 0, undo: async () => 0 };

function act(collection: Collection, run: () => Promise<Act>): Promise<Outcome<Done, StorageProblem>> {
  const within = <T>(work: () => Promise<T>) =>
    writingRows(collection, [collection.tags, collection.searches, collection.sync], work);
  return attempt(() =>
    within(async () => {
      const { changed, count, undo } = await run();
      const goBack = async () => {
        const essays = await takeBack(collection, changed);
        return (await undo()) ?? essays;
      };
      return { count, undo: () => attempt(() => within(goBack)) };
    }),
  );
}

async function merge(collection: Collection, gone: readonly TagRow[], into: string | null): Promise<Act> {
  const ids = gone.map(({ id }) => id);
  const essays = await collection.essays.where('tags').anyOf(ids).distinct().primaryKeys();
  const changed = await changeWithin(collection, essays, (row) =>
    withTags(row, [...row.tags.filter((tag) => !ids.includes(tag)), ...(into === null ? [] : [into])]),
  );
  await collection.tags.bulkDelete(ids);
  return { changed, count: gone.length, undo: () => collection.tags.bulkPut([...gone]).then(() => gone.length) };
}

/** Brings back tags that essays have again and that were deleted meanwhile; where another has the name by now, that one takes their place. */
async function revive(collection: Collection, taken: readonly TagRow[]): Promise<void> {
  const { essays, tags } = collection;
  for (const tag of taken) {
    const used = await essays.where('tags').equals(tag.id).primaryKeys();
    if (used.length === 0 || (await tags.get(tag.id)) !== undefined) continue;
    const same = await tags.where('folded').equals(tag.folded).first();
    if (same === undefined) await tags.add(tag);
    else
      await changeWithin(collection, used, (row) =>
        withTags(
          row,
          row.tags.map((id) => (id === tag.id ? same.id : id)),
        ),
      );
  }
}

/** Deletes the tags that no essay has: one that others were given since it was made stays. */
async function deleteUnused({ essays, tags }: Collection, ids: readonly string[]): Promise<void> {
  for (const id of ids) if ((await essays.where('tags').equals(id).count()) === 0) await tags.delete(id);
}

/** The ids of tags by their names, and which of them were made for it. Inside a transaction over `tags` and `sync`. */
export async function tagsOfNames(
  collection: Collection,
  names: readonly string[],
): Promise<{ readonly tags: readonly string[]; readonly made: string[] }> {
  const { tags } = collection;
  const wanted = new Map(
    names.map((name): [string, string] => [foldName(name), name.trim()]).filter(([folded]) => folded !== ''),
  );
  const found = await tags
    .where('folded')
    .anyOf([...wanted.keys()])
    .toArray();
  const missing = [...wanted].filter(([folded]) => !found.some((tag) => tag.folded === folded));
  const idOf = missing.length > 0 && (await isStamped(collection)) ? tagIdOf : () => crypto.randomUUID();
  const rows = missing.map(([folded, name]) => ({ id: idOf(folded), name, folded }));
  if (rows.length > 0) await tags.bulkAdd(rows);
  return { tags: [...found, ...rows].map(({ id }) => id), made: rows.map(({ id }) => id) };
}

/** The row with these tags, each once; the row itself when it has them already. */
function withTags(row: EssayRow, tags: readonly string[]): EssayRow {
  const wanted = [...new Set(tags)];
  const same = wanted.length === row.tags.length && wanted.every((tag) => row.tags.includes(tag));
  return same ? row : { ...row, tags: wanted };
}
