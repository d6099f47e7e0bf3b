import type { ClockState } from '../../sync/model/clock.ts';
import type { Operation } from '../../sync/model/operation.ts';
import type { LogStream } from '../../sync/model/synced-tables.ts';

/** Which operations go together into the log: an essay's own stand in it before its parts do. */
export type UnsentStream = LogStream | 'parts';

/** Operations of this device that are not in its log yet, of one write. */
export interface UnsentRow {
  /** In the order in which they were made. The database gives it. */
  readonly n?: number;
  readonly stream: UnsentStream;
  /** Those of parts have no value: the row is read when it is sent. */
  readonly operations: readonly Operation[];
}

/** A fact of the sync of this device: see the keys below. */
export interface SyncFactRow {
  readonly key: string;
  readonly value: unknown;
}

/** Key of `DeviceClock`: there while changes are stamped, which is what sync turned on means to a writer. */
export const CLOCK = 'clock';
/** Key of the `SyncState`. */
export const STATE = 'state';
/** Key of how far the stamping of what was there before is: see `BaseProgress`. */
export const BASE = 'base';
/** Key of the last clock of a device that syncs no more: the next one's never falls behind it. */
export const PAST_CLOCK = 'past-clock';

/** The device's clock, written with each change that it stamped. */
export interface DeviceClock extends ClockState {
  /** Id of this device, see `isDevice`. */
  readonly device: string;
  /** Rows that were changed and are not sent yet: those that the reader changes, and parts of essays. */
  readonly waiting: number;
  readonly waitingParts: number;
}
