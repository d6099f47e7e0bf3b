import type { Table } from 'dexie';
import type { Collection } from '../collection.ts';
import type { Folder } from '../files/folder.ts';
import { essayRowOf } from '../keep/essay-row.ts';
import { putRows, rowTables } from '../put-rows.ts';
import { type CaptureRow, type EssayRow, NO_DOC, noWork } from '../rows.ts';
import { type CopiedTable, copiedTables } from './copied-tables.ts';
import { withCopy } from './copy-changes.ts';
import { changeCopyState } from './copy-state.ts';
import { entryIdOf } from './fold-copy.ts';
import { keysOfMark } from './keys-of-mark.ts';
import { readCopy } from './read-copy.ts';
import type { CopiedRow } from './segment.ts';
import { listCopySegments } from './segments.ts';

/** What was put back from the second copy. */
export interface Rebuilt {
  readonly essays: number;
  /** Rows of all tables. */
  readonly rows: number;
  /** Segments that could not be read. */
  readonly damaged: number;
}

/** Rows put back in one transaction. */
const AT_A_TIME = 200;

/**
 * Puts back from the second copy every row that the collection lacks: all of them when the browser deleted it, some when a table
 * was damaged. What is there stays as it is, and what was deleted or changed since the last copy is passed over. Cut off, it is
 * begun again and goes on with what is still missing.
 */
export async function rebuildFromCopy(
  collection: Collection,
  folder: Folder,
  onProgress: (rows: number) => void = () => undefined,
): Promise<Rebuilt> {
  return withCopy(async () => {
    const segments = await listCopySegments(folder);
    await numberFrom(
      collection,
      segments.reduce((most, { to }) => Math.max(most, to), 0),
    );
    const pending = await pendingKeys(collection);
    const counts = { essays: 0, rows: 0 };
    const putAll = async (rows: readonly CopiedRow[], belongs: boolean): Promise<void> => {
      for (const table of copiedTables) {
        const own = rows.filter((row) => row.table === table && !pending.has(entryIdOf(row)));
        for (let at = 0; at < own.length; at += AT_A_TIME) {
          const put = await putBack(collection, table, own.slice(at, at + AT_A_TIME), belongs);
          counts.rows += put;
          if (table === 'essays') counts.essays += put;
          onProgress(counts.rows);
        }
      }
    };
    const torn = await readCopy(folder, ['acts'], (rows) => putAll(rows, false));
    // Where no list is torn, what belongs to no essay was deleted with it.
    const damaged = await readCopy(folder, ['data'], (rows) => putAll(rows, torn.length === 0));
    if (torn.length > 0) counts.essays += await adoptBodies(collection);
    await changeCopyState(collection, { filled: [...copiedTables], after: null });
    return { ...counts, damaged: new Set([...torn, ...damaged]).size };
  });
}

/** Makes rows for essays whose row is lost while their text is there: the newest capture tells what it was. */
async function adoptBodies(collection: Collection): Promise<number> {
  const { captures, essays, bodies } = collection;
  const newest = new Map<string, CaptureRow>();
  await captures.each((capture) => {
    if (capture.takenAt > (newest.get(capture.essayId)?.takenAt ?? '')) newest.set(capture.essayId, capture);
  });
  let adopted = 0;
  for (const [id, capture] of newest) {
    adopted += await collection.transaction('rw', [...rowTables(collection), bodies], async () => {
      const body = await bodies.get(capture.id);
      if (body === undefined || (await essays.get(id)) !== undefined) return 0;
      await putRows(collection, [{ before: undefined, after: essayRowOf(body, capture.takenAt, '') }]);
      return 1;
    });
  }
  return adopted;
}

/** Rows that were changed or deleted and are not copied yet: the copy's are older. */
async function pendingKeys({ uncopied }: Collection): Promise<ReadonlySet<string>> {
  const pending = new Set<string>();
  await uncopied.each((mark) => {
    for (const one of keysOfMark(mark)) pending.add(entryIdOf(one));
  });
  return pending;
}

/** Puts rows back that are not there; gives how many. They need no copy again, so that their marks go. */
function putBack(
  collection: Collection,
  name: CopiedTable,
  copies: readonly CopiedRow[],
  belongs: boolean,
): PromiseLike<number> {
  const { uncopied, essays } = collection;
  const table: Table<Readonly<Record<string, unknown>>, IDBValidKey> = collection.table(name);
  const tables = name === 'essays' ? rowTables(collection) : [table, essays];
  return collection.transaction('rw', [...tables, uncopied], async () => {
    const before = (await uncopied.orderBy(':id').lastKey()) ?? 0;
    const here = await table.bulkGet(copies.map(({ key }) => key));
    const owners = belongs ? await essays.bulkGet(copies.map(({ row }) => String(row?.['essayId']))) : null;
    const missing = copies.flatMap(({ row }, at) =>
      here[at] === undefined && row !== null && (owners === null || owners[at] !== undefined) ? [row] : [],
    );
    if (name === 'essays') {
      // The shape was looked at when it was written; the ledger gives a new number.
      const rows = missing.map((row) => ({ ...noWork, ...row, doc: NO_DOC }) as unknown as EssayRow);
      await putRows(
        collection,
        rows.map((after) => ({ before: undefined, after })),
      );
    } else await table.bulkPut(missing);
    await uncopied.where(':id').above(before).delete();
    return missing.length;
  });
}

/**
 * Marks get numbers beyond all of the copy's, also in a database that counts from 1 again: those that are there already, since the
 * reader may have kept something meanwhile, and all that come.
 */
async function numberFrom(collection: Collection, last: number): Promise<void> {
  const { uncopied } = collection;
  await collection.transaction('rw', [uncopied], async () => {
    const marks = await uncopied.toArray();
    if ((marks[0]?.n ?? 0) > last) return;
    await uncopied.clear();
    const n = await uncopied.add({ n: last + 1, table: '', keys: [] });
    await uncopied.bulkAdd(marks.map(({ n: _, ...mark }) => mark));
    await uncopied.delete(n);
  });
}
