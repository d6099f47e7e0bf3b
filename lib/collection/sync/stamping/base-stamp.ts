import { type Stamp, stampOf } from '../../../sync/model/clock.ts';
import type { Operation } from '../../../sync/model/operation.ts';
import { noStamps } from '../../../sync/model/stamped-row.ts';
import { operationsOfAct, type SyncedAct } from '../../../sync/model/synced-act.ts';
import type { SyncedTable } from '../../../sync/model/synced-tables.ts';

/** The stamp of what a device had before it synced: before any that tells a time, so that what was done since wins everywhere. */
export const baseStamp = (device: string): Stamp => stampOf({ time: 0, count: 1 }, device);

/** Before that: of an essay that one computer has in the trash and another has not, the latter counts. */
const trashStamp = (device: string): Stamp => stampOf({ time: 0, count: 0 }, device);

/** The operations that tell of a row which was there before its device synced, as if it were made. */
export const baseOperations = (table: SyncedTable, made: SyncedAct, device: string): readonly Operation[] =>
  operationsOfAct(table, made, noStamps(table, made.key), baseStamp(device)).flatMap((one) => {
    if (table !== 'essays') return [one];
    // An essay without a note says nothing of notes.
    if (one.field === 'note' && one.value === '') return [];
    return [one.field === 'trashedAt' && one.value !== '' ? { ...one, stamp: trashStamp(device) } : one];
  });
