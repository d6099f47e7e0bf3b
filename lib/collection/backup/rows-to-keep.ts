import { readableRows } from '../checked/check-row.ts';
import { textsAfter } from '../checked/texts-after.ts';
import type { Collection } from '../collection.ts';
import { readParts } from '../integrity/essay-parts.ts';
import { rightRow } from '../integrity/right-row.ts';
import { withStamps } from '../sync/backup-stamps.ts';
import type { Row } from './row-text.ts';
import { essayTables, sharedTables, type TableName, tableOf } from './tables.ts';

/** Essays read at a time, with all that belongs to them. */
export const AT_A_TIME = 25;

/** Rows by table. */
export type Rows = ReadonlyMap<TableName, readonly Row[]>;

/** The essays after an id, in order of their ids, with all that belongs to them, at one moment; `last` is null when there are no more. */
export function rowsOfEssays(
  collection: Collection,
  after: string,
): PromiseLike<{ readonly rows: Rows; readonly last: string | null }> {
  return readingEssays(collection, async () => {
    const found = await textsAfter(tableOf(collection, 'essays'), after).limit(AT_A_TIME).toArray();
    return { rows: await withParts(collection, found), last: found.map(({ id }) => String(id)).at(-1) ?? null };
  });
}

/** Essays of these ids with all that belongs to them, at one moment; those that are not there are passed over. */
export function rowsOfIds(collection: Collection, ids: readonly string[]): PromiseLike<Rows> {
  return readingEssays(collection, async () => {
    const found = await tableOf(collection, 'essays').bulkGet([...ids]);
    return withParts(
      collection,
      found.filter((row) => row !== undefined),
    );
  });
}

function readingEssays<T>(collection: Collection, read: () => Promise<T>): PromiseLike<T> {
  const tables = essayTables.map((name) => tableOf(collection, name));
  return collection.transaction('r', [...tables, collection.stamps], read);
}

async function withParts(collection: Collection, found: readonly Row[]): Promise<Rows> {
  const ids = found.map(({ id }) => String(id));
  const ranges = ids.map((id): [string[], string[]] => [
    [id, ''],
    [id, '\uffff'],
  ]);
  const of = (name: TableName) => tableOf(collection, name).where('essayId').anyOf(ids).toArray();
  return new Map<TableName, readonly Row[]>([
    // Its number in the index is of this collection alone.
    [
      'essays',
      await withStamps(
        collection,
        'essays',
        found.map(({ doc: _doc, ...row }) => row),
      ),
    ],
    ['captures', await tableOf(collection, 'captures').where('[essayId+takenAt]').inAnyRange(ranges).toArray()],
    ['bodies', await of('bodies')],
    ['originals', await of('originals')],
    ['images', await tableOf(collection, 'images').where('[essayId+address]').inAnyRange(ranges).toArray()],
    ['highlights', await withStamps(collection, 'highlights', await of('highlights'))],
    ['sent', await of('sent')],
    ['fingerprints', (await tableOf(collection, 'fingerprints').bulkGet(ids)).filter((row) => row !== undefined)],
  ]);
}

/** What is left of essays whose rows are lost: with rows made anew from their texts where there are any. */
export async function rowsOfOrphans(collection: Collection, ids: readonly string[]): Promise<Rows> {
  const rows = new Map<TableName, Row[]>(essayTables.map((table) => [table, []]));
  const add = (table: TableName, more: readonly unknown[]): void => {
    rows.get(table)?.push(...(more as readonly Row[]));
  };
  for (const parts of await readParts(collection, ids)) {
    const versions = {
      captures: readableRows('captures', parts.captures),
      bodies: readableRows('bodies', parts.bodies),
    };
    const right = rightRow(undefined, versions);
    const { doc: _doc, ...row } = right ?? { doc: 0 };
    if (right !== null) add('essays', [row]);
    add('captures', parts.captures);
    add('bodies', parts.bodies);
    add('originals', parts.originals);
    add('images', parts.images);
    add('highlights', parts.highlights);
    add('sent', parts.sent);
  }
  return rows;
}

/** The small tables that essays share, at one moment. */
export function rowsShared(collection: Collection): PromiseLike<Rows> {
  const tables = sharedTables.map((name) => tableOf(collection, name));
  return collection.transaction('r', [...tables, collection.stamps], async () => {
    const rows = new Map<TableName, readonly Row[]>();
    for (const name of sharedTables)
      rows.set(name, await withStamps(collection, name, await tableOf(collection, name).toArray()));
    return rows;
  });
}
