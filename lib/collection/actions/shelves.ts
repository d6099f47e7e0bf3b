import type { Outcome } from '../../essay/outcome.ts';
import { readableRows } from '../checked/check-row.ts';
import type { Collection } from '../collection.ts';
import type { ShelfRow } from '../rows.ts';
import { attempt, type StorageProblem } from '../storage.ts';
import { writingRows } from '../write-rows.ts';
import { type Changed, changeRows, changeWithin, type Done, takeBack } from './change-rows.ts';
import { putBack } from './values-back.ts';

/** A shelf with those that stand in it. */
export interface ShelfTree extends ShelfRow {
  readonly shelves: readonly ShelfTree[];
}

/** All shelves as a tree, each level in the reader's order. One whose parent is lost stands at the top, so that none is. */
export function listShelves(collection: Collection): Promise<Outcome<readonly ShelfTree[], StorageProblem>> {
  return attempt(async () => {
    const rows = readableRows('shelves', await collection.shelves.toArray());
    const reached = new Set<string>();
    const within = (parent: string): ShelfTree[] =>
      inOrder(rows.filter((row) => row.parent === parent && !reached.has(row.id))).map((row) => {
        reached.add(row.id);
        return { ...row, shelves: within(row.id) };
      });
    const top = within('');
    const ids = new Set(rows.map(({ id }) => id));
    // Those whose parent is gone come before circles, so that what stands in them stays there.
    const left = inOrder(rows).toSorted((one, other) => Number(ids.has(one.parent)) - Number(ids.has(other.parent)));
    const lost = left.flatMap((row) => {
      if (reached.has(row.id)) return [];
      reached.add(row.id);
      return [{ ...row, parent: '', shelves: within(row.id) }];
    });
    return [...top, ...lost];
  });
}

/** Makes a shelf, the last in its parent ('' for the top). Gives its id too. */
export function createShelf(
  collection: Collection,
  name: string,
  parent = '',
): Promise<Outcome<Done & { readonly id: string }, StorageProblem>> {
  const { shelves } = collection;
  const id = crypto.randomUUID();
  return attempt(() =>
    collection.transaction('rw', shelves, async () => {
      const siblings = await shelves.where('parent').equals(parent).toArray();
      const order = Math.max(0, ...siblings.map((row) => row.order + 1));
      await shelves.add({ id, name: name.trim(), parent, order });
      return { id, count: 1, undo: () => attempt(() => shelves.delete(id).then(() => 1)) };
    }),
  );
}

/** Gives a shelf another name. */
export function renameShelf(collection: Collection, id: string, name: string): Promise<Outcome<Done, StorageProblem>> {
  return changeShelves(collection, async (rows) => {
    const row = rows.find((one) => one.id === id);
    return row === undefined || name.trim() === '' ? [] : [{ ...row, name: name.trim() }];
  });
}

/** Puts a shelf into another ('' for the top), at a place among its new siblings. It cannot stand in itself. */
export function moveShelf(
  collection: Collection,
  id: string,
  parent: string,
  place: number,
): Promise<Outcome<Done, StorageProblem>> {
  return changeShelves(collection, async (rows) => {
    const row = rows.find((one) => one.id === id);
    if (row === undefined || standsIn(rows, parent, id)) return [];
    const siblings = inOrder(rows.filter((one) => one.parent === parent && one.id !== id));
    return siblings.toSpliced(place, 0, { ...row, parent }).map((one, order) => ({ ...one, order }));
  });
}

/** Deletes a shelf and those that stand in it. The essays stay in the collection. Counts the shelves. */
export function deleteShelf(collection: Collection, id: string): Promise<Outcome<Done, StorageProblem>> {
  const within = <T>(work: () => Promise<T>) => writingRows(collection, [collection.shelves], work);
  return attempt(() =>
    within(async () => {
      const rows = await collection.shelves.toArray();
      const gone = rows.filter((row) => standsIn(rows, row.id, id));
      const ids = gone.map((row) => row.id);
      const essays = await collection.essays.where('shelves').anyOf(ids).distinct().primaryKeys();
      const changed: readonly Changed[] = await changeWithin(collection, essays, (row) => ({
        ...row,
        shelves: row.shelves.filter((shelf) => !ids.includes(shelf)),
      }));
      await collection.shelves.bulkDelete(ids);
      const goBack = async () => {
        await collection.shelves.bulkPut(gone);
        await takeBack(collection, changed);
        return gone.length;
      };
      return { count: gone.length, undo: () => attempt(() => within(goBack)) };
    }),
  );
}

/** Puts essays on a shelf. */
export function putOnShelf(
  collection: Collection,
  ids: readonly string[],
  shelf: string,
): Promise<Outcome<Done, StorageProblem>> {
  return changeRows(collection, ids, (row) =>
    row.shelves.includes(shelf) ? row : { ...row, shelves: [...row.shelves, shelf] },
  );
}

/** Takes essays off a shelf. */
export function takeOffShelf(
  collection: Collection,
  ids: readonly string[],
  shelf: string,
): Promise<Outcome<Done, StorageProblem>> {
  const { shelves } = collection;
  const within = <T>(work: () => Promise<T>) => writingRows(collection, [shelves], work);
  return attempt(() =>
    within(async () => {
      const changed = await changeWithin(collection, ids, (row) =>
        row.shelves.includes(shelf) ? { ...row, shelves: row.shelves.filter((one) => one !== shelf) } : row,
      );
      // A shelf that was deleted since takes nothing in.
      const goBack = async () => ((await shelves.get(shelf)) === undefined ? 0 : takeBack(collection, changed));
      return { count: changed.length, undo: () => attempt(() => within(goBack)) };
    }),
  );
}

const inOrder = (rows: readonly ShelfRow[]): ShelfRow[] => rows.toSorted((a, b) => a.order - b.order);

/** True when a shelf is another or stands in it, however deep. */
function standsIn(rows: readonly ShelfRow[], id: string, ancestor: string): boolean {
  const passed = new Set<string>();
  for (let at: string | undefined = id; at !== undefined && at !== '' && !passed.has(at); ) {
    if (at === ancestor) return true;
    passed.add(at);
    const here: string = at;
    at = rows.find((row) => row.id === here)?.parent;
  }
  return false;
}

/** Writes the shelves that `change` gives, and tells how to take it back. */
function changeShelves(
  collection: Collection,
  change: (rows: readonly ShelfRow[]) => Promise<readonly ShelfRow[]>,
): Promise<Outcome<Done, StorageProblem>> {
  const { shelves } = collection;
  return attempt(() =>
    collection.transaction('rw', shelves, async () => {
      const rows = await shelves.toArray();
      const changed = await change(rows);
      const before = changed.flatMap(({ id }) => rows.find((row) => row.id === id) ?? []);
      const after = before.flatMap(({ id }) => changed.find((row) => row.id === id) ?? []);
      await shelves.bulkPut([...changed]);
      const goBack = () =>
        shelves.db.transaction('rw', shelves, async () => {
          let back = 0;
          for (const [at, row] of before.entries()) back += await putBack(shelves, row, after[at] ?? row);
          return back;
        });
      return { count: changed.length, undo: () => attempt(goBack) };
    }),
  );
}
