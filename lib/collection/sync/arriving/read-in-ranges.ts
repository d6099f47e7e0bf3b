import type { Table } from 'dexie';
import { askWithin } from '../../read-at-once.ts';

/** Rows asked for in one request: some milliseconds. */
const AT_A_TIME = 100;
/** Rows of a range that are read for each that is wanted, at most: to read two in a row costs less than one answer does. */
const TIMES = 2;

/**
 * Rows by their keys, those that are there, in no order: a range in one request where the keys follow each other in the table, as those of a first sync
 * do, whose parts stand in the log by their essays. Where more rows lie between them, each is asked for. Within a transaction of Dexie's over the table.
 */
export async function readInRanges<Row>(table: Table<Row, string>, keys: readonly string[]): Promise<readonly Row[]> {
  const wanted = [...new Set(keys)].toSorted();
  const isWanted = new Set(wanted);
  const keyOf = (row: Row): string => String(Reflect.get(row as object, String(table.schema.primKey.keyPath)));
  const found: Row[] = [];
  let areClose = true;
  for (let at = 0; at < wanted.length; at += AT_A_TIME) {
    let some = wanted.slice(at, at + AT_A_TIME);
    if (areClose && some.length > 1) {
      const most = some.length * TIMES;
      const [rows] = await askWithin((store) => [
        store(table).getAll(IDBKeyRange.bound(some[0], some.at(-1)), most) as IDBRequest<Row[]>,
      ]);
      found.push(...rows.filter((row) => isWanted.has(keyOf(row))));
      const last = rows.at(-1);
      areClose = rows.length < most || last === undefined;
      some = areClose || last === undefined ? [] : some.filter((key) => key > keyOf(last));
    }
    const asked = some.length === 0 ? [] : await table.bulkGet(some);
    found.push(...asked.filter((row) => row !== undefined));
  }
  return found;
}
