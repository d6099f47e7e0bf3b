import { deviceOf, type Stamp } from './clock.ts';
import { joinOperation, touch, touchedBy } from './join.ts';
import type { Operation } from './operation.ts';
import { covers, joinSeen, nothingSeen } from './seen.ts';
import { isAlive, noStamps, partsOfId, type StampedRow, stampedId } from './stamped-row.ts';
import { isKnownField, isPart, isSynced } from './synced-tables.ts';

/** Operations that were read, by what is to be done with them. */
export interface Sorted {
  /** Those of rows made from registers. */
  readonly registers: readonly Operation[];
  /** Those that bring a part of an essay. */
  readonly parts: readonly Operation[];
  /** How many are of tables or fields that only a newer version knows. */
  readonly newer: number;
}

/** Parts operations by what this version can do with them. */
export function sortOperations(operations: readonly Operation[]): Sorted {
  const known = operations.filter(({ table, field }) => isSynced(table) && isKnownField(table, field));
  return {
    registers: known.filter(({ table }) => !isPart(table)),
    parts: known.filter(({ table, value }) => isPart(table) && value !== undefined),
    newer: operations.length - known.length,
  };
}

/** A row before and after a merge. */
export interface Merged {
  readonly before: StampedRow;
  readonly after: StampedRow;
}

/** Joins operations into rows; gives those that changed. `rows` are those that they change, as far as they are there. */
export function mergeOperations(
  rows: ReadonlyMap<string, StampedRow>,
  operations: readonly Operation[],
): readonly Merged[] {
  const merged = new Map<string, Merged>();
  const change = (id: string, by: (row: StampedRow) => StampedRow): void => {
    const before = merged.get(id)?.before ?? rows.get(id) ?? noStamps(...partsOfId(id));
    const now = merged.get(id)?.after ?? before;
    const after = by(now);
    if (after !== now) merged.set(id, { before, after });
  };
  for (const operation of operations) {
    change(stampedId(operation.table, operation.key), (row) => joinOperation(row, operation));
    for (const id of touchedBy(operation)) change(id, (row) => touch(row, operation.stamp));
  }
  return [...merged.values()];
}

/**
 * True where a deletion was read that does not count, since the row was changed meanwhile: whoever deleted it has its essay's parts
 * no more, and this device, which has them, sends them once more.
 */
export const isRevived = ({ before, after }: Merged): boolean =>
  after.table === 'essays' && isAlive(after) && after.gone !== undefined && after.gone !== before.gone;

/**
 * The operations that send an essay's parts once more, and its marks, which went with it too. They touch the essay, so that it
 * stays wherever they came.
 */
export const sentAgain = (
  essayId: string,
  parts: readonly { readonly table: string; readonly key: string }[],
  stamp: Stamp,
): readonly Operation[] => [
  { table: 'essays', key: essayId, field: '', stamp, value: 1 },
  ...parts.map(({ table, key }) => ({
    table,
    key,
    field: '',
    stamp,
    owner: essayId,
    // What a part holds is read when it is sent.
    ...(!isPart(table) && { value: 1 }),
  })),
];

/** True for a mark that nobody deleted, by itself or with its essay. */
export const isMarkThere = (mark: StampedRow, essay: StampedRow | undefined): boolean =>
  essay !== undefined &&
  isAlive(essay) &&
  isAlive({ ...mark, gone: joinSeen(mark.gone ?? nothingSeen, essay.gone ?? nothingSeen) });

/** True for a part of an essay that is there, as far as is known, and that nobody deleted. */
export const isPartWanted = ({ stamp }: Operation, essay: StampedRow | undefined): boolean =>
  essay === undefined || (isAlive(essay) && !covers(essay.gone ?? nothingSeen, stamp));

/**
 * True for a part of an essay whose deletion did not count, by a device that changed nothing of the essay since: others read it while the essay was deleted
 * for them, and have passed it over.
 */
export function mayBePassedOver({ stamp }: Operation, essay: StampedRow | undefined): boolean {
  const last = essay?.seen[deviceOf(stamp)];
  return essay?.gone !== undefined && (last === undefined || covers(essay.gone, last));
}

/** True where a merge deleted a row that was there. */
export const isDeleted = ({ before, after }: Merged): boolean => isAlive(before) && !isAlive(after);
