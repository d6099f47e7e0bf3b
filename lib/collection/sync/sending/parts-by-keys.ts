import type { Table } from 'dexie';
import type { Collection } from '../../collection.ts';
import { readInRanges } from '../arriving/read-in-ranges.ts';
import { keyOfText } from '../log-keys.ts';

type Row = Readonly<Record<string, unknown>>;

/**
 * Parts of a table by their keys as they stand in the log, in that order; undefined for one that is not there. Those of a first sync stand in the table
 * as in the log, and are one answer: asked for one by one, a browser had an object for each that ends something in another process, and let go of
 * thousands of them together. Captures of an earlier version stand anywhere, and are asked for.
 */
export async function partsByKeys(
  collection: Collection,
  name: string,
  keys: readonly string[],
): Promise<readonly (Row | undefined)[]> {
  const table: Table<Row, string | [string, string]> = collection.table(name);
  const { keyPath } = table.schema.primKey;
  if (typeof keyPath !== 'string' || !isAscending(keys)) return table.bulkGet(keys.map((key) => keyOfText(name, key)));
  const read = await collection.transaction('r', table, () => readInRanges(table as Table<Row, string>, keys));
  const rows = new Map(read.map((row) => [row[keyPath], row]));
  return keys.map((key) => rows.get(key));
}

const isAscending = (keys: readonly string[]): boolean =>
  keys.every((key, at) => at === 0 || (keys[at - 1] ?? '') < key);
