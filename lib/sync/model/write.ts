import type { Stamp } from './clock.ts';
import type { PlainRow } from './fields-of.ts';
import type { Operation } from './operation.ts';
import { nothingSeen, type Seen } from './seen.ts';
import { noStamps, type StampedRow, stampedId } from './stamped-row.ts';
import { actOf, operationsOfAct, ownerOf } from './synced-act.ts';
import { isPart, type SyncedTable } from './synced-tables.ts';

/** A row that is written or deleted, by its key as text. */
export interface RowWrite {
  readonly key: string;
  readonly before: PlainRow | undefined;
  readonly after: PlainRow | undefined;
}

/**
 * The operations of rows that are written or deleted at once. `stamps` are those that are known of the rows. What goes with its essay
 * is no act of its own: parts are never deleted in the log, and marks only while their essay is there (`essays`: those that are).
 * A part's operation has no value: its row is read when it is sent. `half`: see `operationsOfAct`.
 */
export function operationsOfWrite(
  table: SyncedTable,
  written: readonly RowWrite[],
  stamps: ReadonlyMap<string, StampedRow>,
  essays: ReadonlySet<string>,
  stamp: Stamp,
  half: Seen = nothingSeen,
): readonly Operation[] {
  if (isPart(table))
    return written.flatMap(({ key, after }) =>
      after === undefined ? [] : [{ table, key, field: '', stamp, ...ownerOf(table, after) }],
    );
  return written.flatMap(({ key, before, after }) => {
    const { owner } = ownerOf(table, before);
    if (after === undefined && owner !== undefined && !essays.has(owner)) return [];
    const act = actOf(table, key, before, after);
    const known = stamps.get(stampedId(table, key)) ?? noStamps(table, key);
    return act === null ? [] : operationsOfAct(table, act, known, stamp, half);
  });
}
