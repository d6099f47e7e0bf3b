import type { Outcome } from '../../essay/outcome.ts';
import type { Collection } from '../collection.ts';
import { duplicateTables } from '../duplicates/cluster-for.ts';
import { forgetDuplicates } from '../duplicates/forget-duplicates.ts';
import { putRows } from '../put-rows.ts';
import { attempt, type StorageProblem } from '../storage.ts';
import { writingRows } from '../write-rows.ts';
import { changeRows, type Done } from './change-rows.ts';

/** Moves essays to the trash. Those that are there already keep their time. */
export function moveToTrash(
  collection: Collection,
  ids: readonly string[],
  trashedAt = new Date().toISOString(),
): Promise<Outcome<Done, StorageProblem>> {
  return changeRows(collection, ids, (row) => (row.trashedAt === '' ? { ...row, trashedAt } : row));
}

/** Takes essays out of the trash, as if they had never been there. Taken back, they are there since when they were. */
export function restoreFromTrash(
  collection: Collection,
  ids: readonly string[],
): Promise<Outcome<Done, StorageProblem>> {
  return changeRows(collection, ids, (row) => (row.trashedAt === '' ? row : { ...row, trashedAt: '' }));
}

/** How many essays are in the trash. */
export const countTrash = ({ essays }: Collection): Promise<number> =>
  essays.where('[trashedAt+keptAt+id]').above(['', []]).count();

/** Deletes what is in the trash for good, with all that belongs to it: captures, bodies, originals, images, highlights. Gives how many essays. */
export function emptyTrash(collection: Collection): Promise<Outcome<number, StorageProblem>> {
  const { essays, captures, bodies, originals, images, highlights, sent } = collection;
  return attempt(() =>
    writingRows(
      collection,
      [...duplicateTables(collection), captures, bodies, originals, images, highlights, sent],
      async () => {
        const rows = await essays.where('[trashedAt+keptAt+id]').above(['', []]).toArray();
        // The essays first: what goes with them is then no act of its own.
        await putRows(
          collection,
          rows.map((before) => ({ before, after: undefined })),
        );
        for (const { id } of rows) {
          await captures.where('[essayId+takenAt]').between([id, ''], [id, '\uffff']).delete();
          await bodies.where('essayId').equals(id).delete();
          await originals.where('essayId').equals(id).delete();
          await images.where('[essayId+address]').between([id, ''], [id, '\uffff']).delete();
          await highlights.where('essayId').equals(id).delete();
          await sent.where('essayId').equals(id).delete();
        }
        await forgetDuplicates(collection, rows);
        return rows.length;
      },
    ),
  );
}
