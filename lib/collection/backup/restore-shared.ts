import type { Collection } from '../collection.ts';
import type { Row } from './row-text.ts';
import { type TableName, tableOf } from './tables.ts';

/** Reads all rows of a table of the backup, with the keys of those of which nothing is news here. */
export type ReadTable = (
  table: TableName,
) => Promise<{ readonly rows: readonly Row[]; readonly old: ReadonlySet<string> }>;

/** The ids that tags and shelves of a backup have in this collection, and how many rows were here already. */
export interface SharedIds {
  readonly tags: ReadonlyMap<string, string>;
  readonly shelves: ReadonlyMap<string, string>;
  readonly duplicates: number;
  /** Ids here of tags and shelves that were added. */
  readonly made: { readonly tags: readonly string[]; readonly shelves: readonly string[] };
  /** Tags and shelves that were deleted here since the backup was made: they come back with essays that have them, and else not. */
  readonly gone: { readonly tags: readonly string[]; readonly shelves: readonly string[] };
}

/** Restores the tables that essays share. What has the same name here is the same tag or shelf. Runs inside the restoring transaction. */
export async function restoreShared(
  collection: Collection,
  tagId: (row: Row) => string,
  read: ReadTable,
): Promise<SharedIds> {
  const all = { tags: await read('tags'), shelves: await read('shelves') };
  const tags = await addUnlessHere(collection, 'tags', all.tags.rows, ({ folded }) => String(folded), tagId);
  const shelves = await restoreShelves(collection, all.shelves.rows);
  const searches = await addUnlessHere(collection, 'searches', await news(read, 'searches'), ({ name, query }) =>
    JSON.stringify([name, query]),
  );
  const clusters = await addUnlessHere(collection, 'clusters', await news(read, 'clusters'), ({ id }) => String(id));
  const apart = await addUnlessHere(collection, 'apart', await news(read, 'apart'), ({ id }) => String(id));
  const duplicates = [tags, shelves, searches, clusters, apart].reduce((sum, part) => sum + part.duplicates, 0);
  const gone = {
    tags: tags.added.filter((id) => all.tags.old.has(id)),
    shelves: shelves.added.filter((id) => all.shelves.old.has(id)),
  };
  const made = { tags: tags.added, shelves: shelves.added };
  return { tags: tags.ids, shelves: shelves.ids, duplicates, made, gone };
}

/** Rows of a table of the backup, but for those that were deleted here since. */
async function news(read: ReadTable, table: TableName): Promise<readonly Row[]> {
  const { rows, old } = await read(table);
  return rows.filter(({ id }) => !old.has(String(id)));
}

/** Lets tags and shelves go again that were deleted since the backup was made, and that no essay came back with. */
export async function dropUnused(collection: Collection, { gone }: SharedIds): Promise<void> {
  for (const name of ['tags', 'shelves'] as const)
    for (const id of gone[name])
      if ((await collection.essays.where(name).equals(id).count()) === 0) await collection.table(name).delete(id);
}

interface Added {
  /** Id in the backup → id here. */
  readonly ids: ReadonlyMap<string, string>;
  /** Ids of rows that were added. */
  readonly added: readonly string[];
  readonly duplicates: number;
}

/** Adds rows whose id and likeness are not here; `likeness` is what makes two rows the same. */
async function addUnlessHere(
  collection: Collection,
  name: TableName,
  rows: readonly Row[],
  likeness: (row: Row) => string,
  idOf: (row: Row) => string = ({ id }) => String(id),
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
    const idHere = idOf(row);
    ids.set(id, same ?? idHere);
    if (same !== undefined) continue;
    known.add(idHere);
    alike.set(likeness(row), idHere);
    added.push({ ...row, id: idHere });
  }
  await table.bulkAdd(added);
  return { ids, added: added.map(({ id }) => String(id)), duplicates: rows.length - added.length };
}

/** Shelves from the top down, so that a shelf's parent is known by its id here; one whose parent is nowhere goes to the top. */
async function restoreShelves(collection: Collection, rows: readonly Row[]): Promise<Added> {
  const ids = new Map<string, string>();
  const inBackup = new Set(rows.map(({ id }) => id));
  const all: string[] = [];
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
    all.push(...added.added);
    duplicates += added.duplicates;
    rest = rest.filter((row) => !level.includes(row));
  }
  return { ids, added: all, duplicates };
}
