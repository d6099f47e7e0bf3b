import type { Table } from 'dexie';
import type { Collection } from '../collection.ts';
import type { Folder } from '../files/folder.ts';
import { attempt } from '../storage.ts';
import { type CopiedTable, copiedTables, isCopied, streamOf } from './copied-tables.ts';
import { changeCopyState, readCopyState } from './copy-state.ts';
import type { CopiedRow } from './segment.ts';
import { writeCopySegment } from './segments.ts';

/** Rows that one segment of a moment takes. */
const ROWS = 100;

/** Nobody else writes, folds or reads the second copy meanwhile, in whatever part of the extension. */
export const withCopy = <T>(work: () => Promise<T>): Promise<T> => navigator.locks.request('second copy', work);

/**
 * Writes what changed since the last time into the second copy, as it is now: a segment for some rows at a time. A mark goes only
 * when its rows are in a file. Gives how many rows were written; fails as the database does, and with the browser's error of a
 * file that could not be written.
 */
export async function copyChanges(collection: Collection, folder: Folder): Promise<number> {
  let written = 0;
  for (;;) {
    const batch = await withCopy(() => copySome(collection, folder));
    written += batch;
    if (batch === 0) return written;
  }
}

async function copySome(collection: Collection, folder: Folder): Promise<number> {
  const { rows, marks } = await changedRows(collection);
  if (marks.length === 0) return 0;
  await writeCopySegment(folder, 'new', 0, rows);
  await collection.uncopied.bulkDelete(marks);
  const deleted = rows.filter(({ table, row }) => row === null && streamOf(table) === 'data').length;
  if (deleted > 0) await changeCopyState(collection, { deleted: (await readCopyState(collection)).deleted + deleted });
  return rows.length || marks.length;
}

/** The oldest marks and their rows, at one moment. Of a row that was changed twice the later mark counts. */
async function changedRows(
  collection: Collection,
): Promise<{ readonly rows: readonly CopiedRow[]; readonly marks: number[] }> {
  const tables = copiedTables.map((name) => collection.table(name));
  return collection.transaction('r', [collection.uncopied, ...tables], async () => {
    const found = await collection.uncopied.orderBy(':id').limit(ROWS).toArray();
    const wanted = new Map<string, { readonly n: number; readonly table: CopiedTable; readonly key: IDBValidKey }>();
    const marks: number[] = [];
    for (const { n = 0, table, keys } of found) {
      if (marks.length > 0 && wanted.size + keys.length > ROWS) break;
      marks.push(n);
      if (isCopied(table)) for (const key of keys) wanted.set(`${table}\n${JSON.stringify(key)}`, { n, table, key });
    }
    const rows = await Promise.all(
      [...wanted.values()].map(async (one): Promise<CopiedRow> => {
        const table: Table<NonNullable<CopiedRow['row']>, IDBValidKey> = collection.table(one.table);
        return { ...one, row: (await table.get(one.key)) ?? null };
      }),
    );
    return { rows: rows.toSorted((one, other) => one.n - other.n), marks };
  });
}

/** Lets the marks go without copying: the reader wants no second copy. */
export async function dropChanges({ uncopied }: Collection): Promise<void> {
  await attempt(async () => uncopied.clear());
}
