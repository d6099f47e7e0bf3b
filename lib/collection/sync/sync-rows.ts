import type { ClockState, Stamp } from '../../sync/model/clock.ts';
import type { FieldValues } from '../../sync/model/fields-of.ts';
import type { Operation } from '../../sync/model/operation.ts';
import type { SyncedAct } from '../../sync/model/synced-act.ts';
import type { LogStream, SyncedTable } from '../../sync/model/synced-tables.ts';

/**
 * What goes together into the log: an essay's own operations stand in it before its parts do. `writes`: what the reader did, of which
 * the operations are still to be told.
 */
export type UnsentStream = LogStream | 'parts' | 'writes';

/** What one write did, as it is written down with it: nothing is read for it, so that writing costs little more than without. */
export interface StampedWrite {
  readonly table: SyncedTable;
  readonly stamp: Stamp;
  readonly acts: readonly SyncedAct[];
  /** The fields of rows as they were before, by their keys, as long as not all of those have stamps. */
  readonly before: Readonly<Record<string, FieldValues>>;
  /** True for one that restored a backup: a row that it made is as old as is known of it. */
  readonly isRestored: boolean;
}

/** What of this device is not in its log yet, of one write. */
export interface UnsentRow {
  /** In the order in which they were made. The database gives it. */
  readonly n?: number;
  readonly stream: UnsentStream;
  /** Those of parts have no value: the row is read when it is sent. None of `writes`. */
  readonly operations: readonly Operation[];
  /** Of `writes` alone. */
  readonly write?: StampedWrite;
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
  /** True once all rows that were there before have stamps. */
  readonly isBased: boolean;
  /** Rows that were changed and are not sent yet: those that the reader changes, and parts of essays. */
  readonly waiting: number;
  readonly waitingParts: number;
}
