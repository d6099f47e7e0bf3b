import { isStamp } from '../../sync/model/clock.ts';
import type { Operation } from '../../sync/model/operation.ts';
import { isSynced } from '../../sync/model/synced-tables.ts';
import type { StampedWrite, UnsentRow } from './sync-rows.ts';

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const isOperation = (value: unknown): value is Operation =>
  isObject(value) && typeof value['table'] === 'string' && typeof value['key'] === 'string' && isStamp(value['stamp']);

const isWrite = (value: unknown): value is StampedWrite =>
  isObject(value) &&
  isSynced(String(value['table'])) &&
  isStamp(value['stamp']) &&
  isObject(value['before']) &&
  Array.isArray(value['acts']) &&
  value['acts'].every((act: unknown) => isObject(act) && typeof act['key'] === 'string' && isObject(act['fields']));

/**
 * A row of what is still to be sent. A damaged one holds what can be read of it, or nothing: it must hold up neither what was changed
 * after it nor a backup, and the rows that it was of stand in the collection as they are.
 */
export function readableUnsent({ operations, write, ...row }: UnsentRow): UnsentRow {
  const readable = Array.isArray(operations) ? operations.filter(isOperation) : [];
  return { ...row, operations: readable, ...(isWrite(write) && { write }) };
}
