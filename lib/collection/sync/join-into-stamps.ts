import { touchedBy } from '../../sync/model/join.ts';
import { type Merged, mergeOperations } from '../../sync/model/merge.ts';
import type { Operation } from '../../sync/model/operation.ts';
import { type StampedRow, stampedId } from '../../sync/model/stamped-row.ts';
import type { Collection } from '../collection.ts';

/** What is known of rows, by their ids. Inside a transaction over `stamps`, or by itself. */
export async function readStamps(
  { stamps }: Collection,
  ids: readonly string[],
): Promise<ReadonlyMap<string, StampedRow>> {
  const rows = ids.length === 0 ? [] : await stamps.bulkGet([...new Set(ids)]);
  return new Map(rows.flatMap((row): [string, StampedRow][] => (row === undefined ? [] : [[row.id, row]])));
}

/** Ids of all rows that operations change, beside their own too. */
export const idsChangedBy = (operations: readonly Operation[]): readonly string[] =>
  operations.flatMap((one) => [stampedId(one.table, one.key), ...touchedBy(one)]);

/** Joins operations on rows made from registers into what is known of them. Gives what changed. Inside a transaction over `stamps`. */
export async function joinIntoStamps(
  collection: Collection,
  operations: readonly Operation[],
): Promise<readonly Merged[]> {
  const merged = mergeOperations(await readStamps(collection, idsChangedBy(operations)), operations);
  await collection.stamps.bulkPut(merged.map(({ after }) => after));
  return merged;
}
