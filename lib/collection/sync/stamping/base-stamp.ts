import { type Stamp, stampOf } from '../../../sync/model/clock.ts';
import type { PlainRow } from '../../../sync/model/fields-of.ts';
import type { Operation } from '../../../sync/model/operation.ts';
import { ownerOf } from '../../../sync/model/register-changes.ts';
import { noStamps } from '../../../sync/model/stamped-row.ts';
import { isPart, type SyncedTable } from '../../../sync/model/synced-tables.ts';
import { operationsOfWrite } from '../../../sync/model/write.ts';

/** The stamp of what a device had before it synced: before any that tells a time, so that what was done since wins everywhere. */
export const baseStamp = (device: string): Stamp => stampOf({ time: 0, count: 1 }, device);

/** Before that: of an essay that one computer has in the trash and another has not, the latter counts. */
const trashStamp = (device: string): Stamp => stampOf({ time: 0, count: 0 }, device);

/** The operations that tell of a row which was there before its device synced. */
export function baseOperations(table: SyncedTable, key: string, row: PlainRow, device: string): readonly Operation[] {
  const stamp = baseStamp(device);
  if (isPart(table)) return [{ table, key, field: '', stamp, ...ownerOf(table, row) }];
  const none = new Map([[`${table}\n${key}`, noStamps(table, key)]]);
  return operationsOfWrite(table, [{ key, before: undefined, after: row }], none, new Set(), stamp).flatMap((one) => {
    if (table !== 'essays') return [one];
    // An essay without a note says nothing of notes.
    if (one.field === 'note' && one.value === '') return [];
    return [one.field === 'trashedAt' && one.value !== '' ? { ...one, stamp: trashStamp(device) } : one];
  });
}
