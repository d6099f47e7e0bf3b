import { changeRows } from '../actions/change-rows.ts';
import type { Collection } from '../collection.ts';
import { lackNames } from '../rows.ts';
import { withLacks } from './lacks.ts';

/** Notes with an essay whether images of it could not be had. Its row stays as it is where the database fails: the next look tells. */
export async function noteMissingImages(collection: Collection, id: string, missing: boolean): Promise<void> {
  await changeRows(collection, [id], (row) => {
    const others = (row.lacks ?? []).filter((name) => name !== 'missing-images');
    const lacks = missing ? [...others, 'missing-images' as const] : others;
    return withLacks(
      row,
      lackNames.filter((name) => lacks.includes(name)),
    );
  });
}
