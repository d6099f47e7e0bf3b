import type { Collection } from '../collection.ts';
import type { Folder } from '../files/folder.ts';
import { sizeOfValue } from '../size-of-value.ts';
import { attempt } from '../storage.ts';
import { copiedTables, streamOf } from './copied-tables.ts';
import { changeCopyState, readCopyState } from './copy-state.ts';
import { keysOfMark } from './keys-of-mark.ts';
import { type NumberedKey, readTogether, rowsOfKeys } from './rows-of-keys.ts';
import type { CopiedRow } from './segment.ts';
import { writeCopySegment } from './segments.ts';

/** Rows that one segment of a moment takes, and about how many bytes of them: what is held at a time. */
const ROWS = 100;
const BYTES = 4_000_000;

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
  const { keys, marks } = await changedKeys(collection);
  if (marks.length === 0) return 0;
  let [at, deleted] = [0, 0];
  // Rows that are large go into files of their own; the marks go when all are written.
  while (at < keys.length) {
    const rows = await rowsFrom(collection, keys, at);
    await writeCopySegment(folder, 'new', 0, rows);
    at += rows.length;
    deleted += rows.filter(({ table, row }) => row === null && streamOf(table) === 'data').length;
  }
  await collection.uncopied.bulkDelete(marks);
  if (deleted > 0) await changeCopyState(collection, { deleted: (await readCopyState(collection)).deleted + deleted });
  return keys.length || marks.length;
}

/** The oldest marks, and the rows that they name, in order. Of a row that was changed twice the later mark counts. */
async function changedKeys({
  uncopied,
}: Collection): Promise<{ readonly keys: readonly NumberedKey[]; readonly marks: number[] }> {
  const wanted = new Map<string, NumberedKey>();
  const marks: number[] = [];
  for (const mark of await uncopied.orderBy(':id').limit(ROWS).toArray()) {
    const { n = 0 } = mark;
    const keys = keysOfMark(mark);
    if (marks.length > 0 && wanted.size + keys.length > ROWS) break;
    marks.push(n);
    for (const { table, key } of keys) wanted.set(`${table}\n${JSON.stringify(key)}`, { n, table, key });
  }
  return { keys: [...wanted.values()].toSorted((one, other) => one.n - other.n), marks };
}

/** The rows of some keys from one of them on, as they are at one moment: as many as fit into a segment, one at the least. */
function rowsFrom(
  collection: Collection,
  keys: readonly NumberedKey[],
  from: number,
): PromiseLike<readonly CopiedRow[]> {
  const tables = copiedTables.map((name) => collection.table(name));
  return collection.transaction('r', tables, async () => {
    const rows: CopiedRow[] = [];
    let size = 0;
    while (size < BYTES) {
      const some = readTogether(keys, from + rows.length);
      if (some.length === 0) break;
      const read = await rowsOfKeys(collection, some);
      rows.push(...read);
      size += sizeOfValue(read);
    }
    return rows;
  });
}

/** Lets the marks go without copying: the reader wants no second copy. */
export async function dropChanges({ uncopied }: Collection): Promise<void> {
  await attempt(async () => uncopied.clear());
}
