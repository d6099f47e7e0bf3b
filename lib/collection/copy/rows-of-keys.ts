import type { Table } from 'dexie';
import type { Collection } from '../collection.ts';
import { readInRanges } from '../sync/arriving/read-in-ranges.ts';
import { streamOf } from './copied-tables.ts';
import type { CopiedRow } from './segment.ts';

type Row = NonNullable<CopiedRow['row']>;

/** A row that is to be copied, and the number of the mark that says so. */
export type NumberedKey = Omit<CopiedRow, 'row'>;

/** Those keys from one of them on whose rows are read together: rows of one table that are small, or one that may be large. */
export function readTogether(keys: readonly NumberedKey[], from: number): readonly NumberedKey[] {
  const first = keys[from];
  if (first === undefined) return [];
  if (streamOf(first.table) === 'data') return [first];
  const end = keys.findIndex(({ table }, at) => at > from && table !== first.table);
  return keys.slice(from, end < 0 ? keys.length : end);
}

/**
 * Rows of one table as they are now, by their keys and in that order. Where many follow each other in the table, as those that a first sync writes, they
 * are one answer: a browser has an object for each that ends something in another process. Within a transaction of Dexie's over their table.
 */
export async function rowsOfKeys(collection: Collection, keys: readonly NumberedKey[]): Promise<readonly CopiedRow[]> {
  const table: Table<Row, IDBValidKey> = collection.table(keys[0]?.table ?? '');
  const { keyPath } = table.schema.primKey;
  const names = keys.flatMap(({ key }) => (typeof key === 'string' ? [key] : []));
  if (keys.length === 1 || typeof keyPath !== 'string' || names.length < keys.length) {
    const rows = await table.bulkGet(keys.map(({ key }) => key));
    return keys.map((key, at) => ({ ...key, row: rows[at] ?? null }));
  }
  const read = await readInRanges(table as Table<Row, string>, names);
  const rows = new Map(read.map((row) => [row[keyPath], row]));
  return keys.map((key) => ({ ...key, row: rows.get(key.key) ?? null }));
}
