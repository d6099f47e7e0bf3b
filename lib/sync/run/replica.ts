import type { Operation } from '../model/operation.ts';
import type { LogStream } from '../model/synced-tables.ts';
import type { SyncState } from './sync-state.ts';

/** Operations of this device that are not in its log yet, in their order, with what tells the replica which they are. */
export interface Unsent {
  readonly operations: readonly Operation[];
  readonly marks: readonly number[];
  /** What the same segment takes after them, read as it is written: parts of essays are large. Absent for nothing; never there where `operations` are none. */
  readonly more?: AsyncIterable<Unsent>;
}

/** The collection of one device as a sync sees it. Each call is done whole or not at all. */
export interface Replica {
  readonly readState: () => Promise<SyncState>;
  readonly writeState: (state: SyncState) => Promise<void>;
  /** The next operations that one segment of a stream takes; none when all were sent. */
  readonly unsent: (stream: LogStream) => Promise<Unsent>;
  /** Forgets what was sent, and writes the state that names its segment. */
  readonly markSent: (sent: Unsent, state: SyncState) => Promise<void>;
  /** Operations that one call of `apply` takes at most: all that it learns of their rows is in memory until it is done. */
  readonly mostApplied: number;
  /** Joins operations of another device into the rows, and then writes the state that tells so. Gives how many it does not know. */
  readonly apply: (operations: readonly Operation[], state: (newer: number) => SyncState) => Promise<void>;
  /** How many essays are here, and the ids of those of them that operations would delete. */
  readonly countDeleted: (
    operations: readonly Operation[],
  ) => Promise<{ readonly all: number; readonly deleted: readonly string[] }>;
  /** Of a log's own operations, those that bring parts of essays which were deleted after them, and need no place in it. */
  readonly voidParts: (operations: readonly Operation[]) => Promise<ReadonlySet<Operation>>;
}
