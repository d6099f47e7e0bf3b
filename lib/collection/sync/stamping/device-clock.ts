import type { DBCoreTable, DBCoreTransaction } from 'dexie';
import { hear, type Stamp, stampOf, tick } from '../../../sync/model/clock.ts';
import { readableClock } from '../readable-clock.ts';
import { CLOCK, type DeviceClock, type SyncFactRow } from '../sync-rows.ts';

/** The clock of the device within one transaction. */
export interface RunningClock {
  readonly device: string;
  readonly isBased: boolean;
  /** The stamp of one more write. */
  readonly next: () => Stamp;
  /** It never falls behind a stamp that somebody knows of. */
  readonly hear: (stamp: Stamp) => void;
  /** Counts rows that wait to be sent. */
  readonly wait: (count: Pick<DeviceClock, 'waiting' | 'waitingParts'>) => void;
  /** The clock as it is to be stored. */
  readonly fact: () => SyncFactRow;
}

/** The clock that is stored, running on; null while the collection does not sync. `now`: milliseconds since 1970. */
export function readClock(
  facts: DBCoreTable,
  trans: DBCoreTransaction,
  now: () => number,
): Promise<RunningClock | null> {
  return facts.get({ trans, key: CLOCK }).then((row: SyncFactRow | undefined) => {
    const stored = readableClock(row?.value);
    return stored === null ? null : runningClock(stored, now);
  });
}

function runningClock(stored: DeviceClock, now: () => number): RunningClock {
  const held = { clock: stored };
  return {
    device: stored.device,
    isBased: stored.isBased,
    next: () => {
      held.clock = { ...held.clock, ...tick(held.clock, now()) };
      return stampOf(held.clock, stored.device);
    },
    hear: (stamp) => {
      held.clock = { ...held.clock, ...hear(held.clock, stamp) };
    },
    wait: ({ waiting, waitingParts }) => {
      const { clock } = held;
      held.clock = { ...clock, waiting: clock.waiting + waiting, waitingParts: clock.waitingParts + waitingParts };
    },
    fact: () => ({ key: CLOCK, value: held.clock }),
  };
}
