import type { DBCoreMutateRequest, DBCoreMutateResponse, DBCoreTable } from 'dexie';
import { type ClockState, hear, isStamp, newClock, type Stamp } from '../../../sync/model/clock.ts';
import type { StampedRow } from '../../../sync/model/stamped-row.ts';
import { PAST_CLOCK, type SyncFactRow } from '../sync-rows.ts';
import type { RunningClock } from './device-clock.ts';

/**
 * Writes what a backup or a second copy knows of who changed rows, and has the clock hear it: what is done in knowledge of that comes after it, also where this
 * device's clock is behind the one by which it was made. While the collection does not sync, the clock that it will sync by hears it.
 */
export function hearStamps(
  facts: DBCoreTable,
  table: DBCoreTable,
  request: DBCoreMutateRequest,
  clock: RunningClock | null,
): Promise<DBCoreMutateResponse> {
  const { trans } = request;
  const last = lastOf('values' in request ? request.values : []);
  const put = (fact: SyncFactRow) => facts.mutate({ type: 'put', trans, values: [fact] });
  return table.mutate(request).then((answer) => {
    if (last === '') return answer;
    if (clock !== null) {
      clock.hear(last);
      return put(clock.fact()).then(() => answer);
    }
    return facts
      .get({ trans, key: PAST_CLOCK })
      .then((past?: SyncFactRow) =>
        put({ key: PAST_CLOCK, value: hear((past?.value as ClockState | undefined) ?? newClock, last) }).then(
          () => answer,
        ),
      );
  });
}

/** The latest stamp that rows tell of: the order of stamps as texts is that of time. A second copy may hold anything. */
function lastOf(rows: readonly Partial<StampedRow>[]): Stamp {
  let last: Stamp = '';
  for (const { seen, gone } of rows)
    for (const stamp of [...Object.values(seen ?? {}), ...Object.values(gone ?? {})])
      if (isStamp(stamp) && stamp > last) last = stamp;
  return last;
}
