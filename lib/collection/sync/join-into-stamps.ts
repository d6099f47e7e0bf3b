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

/** Adds what is known of rows to `known`, where it is not there yet: nobody has written it since. Inside a transaction over `stamps`. */
export async function learnStamps(
  collection: Collection,
  known: Map<string, StampedRow>,
  ids: readonly string[],
): Promise<void> {
  const missing = ids.filter((id) => !known.has(id));
  for (const [id, row] of await readStamps(collection, missing)) known.set(id, row);
}

/** Ids of all rows that operations change, beside their own too. */
export const idsChangedBy = (operations: readonly Operation[]): readonly string[] =>
  operations.flatMap((one) => [stampedId(one.table, one.key), ...touchedBy(one)]);

/**
 * Joins operations on rows made from registers into what is known of them. Gives what changed, which is then in `known`. `there`: ids of all rows
 * that have stamps; null where it is not known. Inside a transaction over `stamps`.
 */
export async function joinIntoStamps(
  collection: Collection,
  operations: readonly Operation[],
  known = new Map<string, StampedRow>(),
  there: ReadonlySet<string> | null = null,
): Promise<readonly Merged[]> {
  await learnStamps(
    collection,
    known,
    idsChangedBy(operations).filter((id) => there?.has(id) ?? true),
  );
  const merged = mergeOperations(known, operations);
  if (merged.length > 0) await collection.stamps.bulkPut(merged.map(({ after }) => after));
  for (const { after } of merged) known.set(after.id, after);
  return merged;
}
