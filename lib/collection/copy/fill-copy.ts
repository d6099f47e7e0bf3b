import type { Table } from 'dexie';
import type { Collection } from '../collection.ts';
import type { Folder } from '../files/folder.ts';
import { copiedTables } from './copied-tables.ts';
import { copyChanges } from './copy-changes.ts';
import { changeCopyState, forgetCopyState, readCopyState } from './copy-state.ts';
import { marksOf } from './mark-changes.ts';
import { listCopySegments } from './segments.ts';

/** Rows that are marked at a time. */
const AT_A_TIME = 200;

/**
 * Copies what was there before the copy began: all rows are marked, some at a time, and copied as changes are. Cut off, it goes on
 * where it was. `goOn` is asked between two steps. True when all is copied.
 */
export async function fillCopy(
  collection: Collection,
  folder: Folder,
  goOn: () => boolean = () => true,
): Promise<boolean> {
  for (const name of copiedTables) {
    if ((await readCopyState(collection)).filled.includes(name)) continue;
    while (await markSome(collection, name)) {
      await copyChanges(collection, folder);
      if (!goOn()) return false;
    }
  }
  await copyChanges(collection, folder);
  return true;
}

/** Has the copy begin anew where none of its files is left, as when the browser gave up a torn list of them. Rejects when they cannot be listed. */
export async function beginAnewWhereGone(collection: Collection, folder: Folder): Promise<void> {
  const { filled, after } = await readCopyState(collection);
  if ((filled.length > 0 || after !== null) && (await listCopySegments(folder)).length === 0)
    await forgetCopyState(collection);
}

/** Marks the next rows of a table and notes how far it is, together. False when the table is through. */
async function markSome(collection: Collection, name: string): Promise<boolean> {
  const { uncopied, meta } = collection;
  const table: Table<unknown, IDBValidKey> = collection.table(name);
  return collection.transaction('rw', [table, uncopied, meta], async () => {
    const { after, filled } = await readCopyState(collection);
    const rest = after === null ? table.orderBy(':id') : table.where(':id').above(after);
    const keys: IDBValidKey[] = await rest.limit(AT_A_TIME).primaryKeys();
    await uncopied.bulkAdd([...marksOf([{ table: name, keys }])]);
    const last = keys.at(-1);
    if (last === undefined) await changeCopyState(collection, { filled: [...filled, name], after: null });
    else await changeCopyState(collection, { after: last });
    return last !== undefined;
  });
}
