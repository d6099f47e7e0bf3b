import { type Outcome, succeed } from '../../essay/outcome.ts';
import type { Collection } from '../collection.ts';
import type { Filing } from '../keep/keep-request.ts';
import { attempt, type StorageProblem } from '../storage.ts';
import { createShelf, putOnShelf } from './shelves.ts';
import { tagEssays, tagsOfNames } from './tags.ts';

/** Where essays go that come in: a collection of the reader's by its id ('' for none), and tags by their names. */
export interface Target {
  readonly shelf: string;
  readonly tags: readonly string[];
}

/** A target as a reader tells it: `made` is the name of a collection that is still to be made, '' for none. */
export interface WantedTarget extends Target {
  readonly made: string;
}

/** Makes the collection that a target names, where it is to be made. */
export async function settleTarget(
  collection: Collection,
  { shelf, made, tags }: WantedTarget,
): Promise<Outcome<Target, StorageProblem>> {
  if (made.trim() === '') return succeed({ shelf, tags });
  const created = await createShelf(collection, made);
  return created.ok ? succeed({ shelf: created.value.id, tags }) : created;
}

/**
 * The ids that a target names, for essays that are kept right into it; makes tags that are not there yet. A collection that was deleted
 * meanwhile is left out.
 */
export function filingOf(collection: Collection, { shelf, tags }: Target): Promise<Outcome<Filing, StorageProblem>> {
  return attempt(() =>
    collection.transaction('rw', [collection.tags, collection.shelves, collection.sync], async () => {
      const isThere = shelf !== '' && (await collection.shelves.get(shelf)) !== undefined;
      const named = tags.length === 0 ? { tags: [] } : await tagsOfNames(collection, tags);
      return { shelves: isThere ? [shelf] : [], tags: named.tags };
    }),
  );
}

/** Puts essays where they are to go; false when that could not be stored. A collection that was deleted meanwhile is passed over. */
export async function fileInto(
  collection: Collection,
  ids: readonly string[],
  { shelf, tags }: Target,
): Promise<boolean> {
  if (ids.length === 0) return true;
  const isThere = shelf !== '' && (await collection.shelves.get(shelf).catch(() => undefined)) !== undefined;
  const shelved = isThere ? await putOnShelf(collection, ids, shelf) : null;
  const tagged = tags.length > 0 ? await tagEssays(collection, ids, { add: tags }) : null;
  return shelved?.ok !== false && tagged?.ok !== false;
}
