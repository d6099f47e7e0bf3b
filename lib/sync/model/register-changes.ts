import type { Stamp } from './clock.ts';
import { deviceOf } from './clock.ts';
import { type FieldValues, fieldsOf, type PlainRow } from './fields-of.ts';
import type { Operation } from './operation.ts';
import { nothingSeen, type Seen, withStamp } from './seen.ts';
import { isAlive, isNoteField, rowValues, type StampedRow } from './stamped-row.ts';
import { isNote, type SyncedTable } from './synced-tables.ts';

/** A row that was written or deleted, with what was known of it. */
export interface RowWritten {
  readonly table: SyncedTable;
  readonly stamps: StampedRow;
  readonly before: PlainRow | undefined;
  readonly after: PlainRow | undefined;
}

/** The operations that a write of a row made from registers comes to. All of one write have one stamp. */
export function registerChanges(row: RowWritten, stamp: Stamp): readonly Operation[] {
  const { table, stamps, before, after } = row;
  const of = { table, key: stamps.key, stamp, ...ownerOf(table, after ?? before) };
  if (after === undefined)
    return before === undefined ? [] : [{ ...of, field: '', over: withStamp(stamps.seen, stamp) }];
  const changed = changedFields(table, stamps, before, after);
  if (before === undefined && changed.length === 0) return [{ ...of, field: '', value: 1 }];
  return changed.map(([field, value]) => ({
    ...of,
    field,
    ...(value !== undefined && { value }),
    ...(isNote(table, field) && { over: replacedBy(row, field, stamp) }),
  }));
}

/**
 * FieldValues that a write changed, by what stood in the row before: the row may show another value than the last written, while what
 * that needs has not come yet. A row that is new, or there again after it was deleted, sets all that it has and takes away what it
 * has not. One that others have, and that is not shown here yet, takes nothing away that nobody here saw.
 */
function changedFields(
  table: SyncedTable,
  stamps: StampedRow,
  before: PlainRow | undefined,
  after: PlainRow,
): readonly [string, unknown][] {
  const has = fieldsOf(table, after);
  if (before === undefined && isAlive(stamps))
    return Object.entries(has).filter(([name, value]) => !isNote(table, name) || value !== '');
  const had: FieldValues = before === undefined ? rowValues(stamps) : fieldsOf(table, before);
  const names = [...new Set([...Object.keys(had), ...Object.keys(has)])];
  return names.flatMap((name): [string, unknown][] =>
    (before === undefined && name in has) || !isSame(had[name], has[name]) ? [[name, has[name]]] : [],
  );
}

const isSame = (one: unknown, other: unknown): boolean =>
  one === other || (typeof one === 'object' && JSON.stringify(one) === JSON.stringify(other));

/**
 * What a text that is written replaces: all that its writer saw, since what was written at the same time stands in the note that is
 * shown. Of a row that was not shown here that is nothing but what this device wrote, and empty texts; all, where it was deleted.
 */
function replacedBy({ stamps, before }: RowWritten, name: string, stamp: Stamp): Seen {
  const field = stamps.fields[name];
  if (field === undefined || !isNoteField(field)) return nothingSeen;
  const isSeen = before !== undefined || !isAlive(stamps);
  const replaced = field.heads.filter(({ h, v }) => isSeen || v === '' || deviceOf(h) === deviceOf(stamp));
  return replaced.reduce((seen, { h }) => withStamp(seen, h), nothingSeen);
}

/** The essay that a row belongs to, where rows of its table belong to one. */
export function ownerOf(table: SyncedTable, row: PlainRow | undefined): { readonly owner?: string } {
  const owner = table === 'essays' ? undefined : row?.['essayId'];
  return typeof owner === 'string' ? { owner } : {};
}
