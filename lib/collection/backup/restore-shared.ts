import type { Collection } from '../collection.ts';
import type { Row } from './row-text.ts';
import { type TableName, tableOf } from './tables.ts';

/** Reads all rows of a table of the backup. */
export type ReadTable = (table: TableName) => Promise<readonly Row[]>;

/** The ids that tags and shelves of a backup have in this collection, and how many rows were here already. */
export interface SharedIds {
  readonly tags: ReadonlyMap<string, string>;
  readonly shelves: ReadonlyMap<string, string>;
  readonly duplicates: number;
}

/** Restores the tables that essays share. What has the same name here is the same tag or shelf. Runs inside the restoring transaction. */
export async function restoreShared(collection: Collection, read: ReadTable): Promise<SharedIds> {
  const tags = await addUnlessHere(collection, 'tags', await read('tags'), ({ folded }) => String(folded));
  const shelves = await restoreShelves(collection, await read('shelves'));
  const searches = await addUnlessHere(collection, 'searches', await read('searches'), ({ name, query }) =>
    JSON.stringify([name, query]),
  );
  const clusters = await addUnlessHere(collection, 'clusters', await read('clusters'), ({ id }) => String(id));
  const apart = await addUnlessHere(collection, 'apart', await read('apart'), ({ id }) => String(id));
  const duplicates = [tags, shelves, searches, clusters, apart].reduce((sum, part) => sum + part.duplicates, 0);
  return { tags: tags.ids, shelves: shelves.ids, duplicates };
}

interface Added {
  /** Id in the backup → id here. */
  readonly ids: ReadonlyMap<string, string>;
  readonly duplicates: number;
}

/** Adds rows whose id and likeness are not here; `likeness` is what makes two rows the same. */
async function addUnlessHere(
  collection: Collection,
  name: TableName,
  rows: readonly Row[],
  likeness: (row: Row) => string,
): Promise<Added> {
  const table = tableOf(collection, name);
  const here = await table.toArray();
  const known = new Set(here.map(({ id }) => String(id)));
  const alike = new Map(here.map((row) => [likeness(row), String(row['id'])]));
  const ids = new Map<string, string>();
  const added: Row[] = [];
  for (const row of rows) {
    const id = String(row['id']);
    const same = known.has(id) ? id : alike.get(likeness(row));
    ids.set(id, same ?? id);
    if (same !== undefined) continue;
    known.add(id);
    alike.set(likeness(row), id);
    added.push(row);
  }
  await table.bulkAdd(added);
  return { ids, duplicates: rows.length - added.length };
}

/** Shelves from the top down, so that a shelf's parent is known by its id here; one whose parent is nowhere goes to the top. */
async function restoreShelves(collection: Collection, rows: readonly Row[]): Promise<Added> {
  const ids = new Map<string, string>([['', '']]);
  const inBackup = new Set(rows.map(({ id }) => id));
  let duplicates = 0;
  let rest = rows;
  while (rest.length > 0) {
    const reachable = rest.filter(({ parent }) => ids.has(String(parent)) || !inBackup.has(parent));
    // A ring of parents has no top: it is opened at the first.
    const level = reachable.length > 0 ? reachable : rest.slice(0, 1);
    const placed = level.map((row) => ({ ...row, parent: ids.get(String(row['parent'])) ?? '' }));
    const added = await addUnlessHere(collection, 'shelves', placed, ({ name, parent }) =>
      JSON.stringify([name, parent]),
    );
    for (const [from, to] of added.ids) ids.set(from, to);
    duplicates += added.duplicates;
    rest = rest.filter((row) => !level.includes(row));
  }
  return { ids, duplicates };
}
