import type { Outcome } from '../essay/outcome.ts';
import type { Collection } from './collection.ts';
import { attempt, type StorageProblem } from './storage.ts';

/** Moves essays to the trash; gives how many were moved. Those that are there already keep their time. */
export function moveToTrash(
  collection: Collection,
  ids: readonly string[],
  trashedAt = new Date().toISOString(),
): Promise<Outcome<number, StorageProblem>> {
  return attempt(() => mark(collection, ids, (row) => row.trashedAt === '', trashedAt));
}

/** Takes essays out of the trash, as if they had never been there; gives how many. */
export function restoreFromTrash(
  collection: Collection,
  ids: readonly string[],
): Promise<Outcome<number, StorageProblem>> {
  return attempt(() => mark(collection, ids, (row) => row.trashedAt !== '', ''));
}

/** Deletes what is in the trash for good, with all captures, bodies and originals; gives how many essays. */
export function emptyTrash(collection: Collection): Promise<Outcome<number, StorageProblem>> {
  const { essays, captures, bodies, originals } = collection;
  return attempt(() =>
    collection.transaction('rw', essays, captures, bodies, originals, async () => {
      const ids = await essays.where('[trashedAt+keptAt+id]').above(['', []]).primaryKeys();
      for (const id of ids) {
        await captures.where('[essayId+takenAt]').between([id, ''], [id, '\uffff']).delete();
        await bodies.where('essayId').equals(id).delete();
        await originals.where('essayId').equals(id).delete();
      }
      await essays.bulkDelete(ids);
      return ids.length;
    }),
  );
}

function mark(
  { essays }: Collection,
  ids: readonly string[],
  applies: (row: { readonly trashedAt: string }) => boolean,
  trashedAt: string,
): PromiseLike<number> {
  return essays.where('id').anyOf(ids).and(applies).modify({ trashedAt });
}
