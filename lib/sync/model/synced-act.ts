import { deviceOf, type Stamp } from './clock.ts';
import { type FieldValues, fieldsOf, type PlainRow } from './fields-of.ts';
import type { Operation } from './operation.ts';
import { nothingSeen, type Seen, seenUpTo, withStamp } from './seen.ts';
import { isAlive, isNoteField, rowValues, type StampedRow } from './stamped-row.ts';
import { isNote, type SyncedTable } from './synced-tables.ts';

/**
 * What a write did to a row that is made from registers: all that is needed to tell its operations later, when what is known of the row
 * is read. `made`: it was not there before, and these are its fields. `changed`: fields that are others now; one without a value was
 * taken away. `gone`: it is not there any more.
 */
export interface SyncedAct {
  readonly key: string;
  readonly kind: 'made' | 'changed' | 'gone';
  readonly fields: FieldValues;
  /** The essay that the row belongs to, where rows of its table belong to one. */
  readonly owner?: string;
}

/** What a write did, by the row as it was and as it is; null where nothing that is synced changed. */
export function actOf(
  table: SyncedTable,
  key: string,
  before: PlainRow | undefined,
  after: PlainRow | undefined,
): SyncedAct | null {
  const of = { key, ...ownerOf(table, after ?? before) };
  if (after === undefined) return before === undefined ? null : { ...of, kind: 'gone', fields: {} };
  if (before === undefined) return { ...of, kind: 'made', fields: fieldsOf(table, after) };
  return changedAct(table, { ...of, kind: 'made', fields: fieldsOf(table, after) }, before);
}

/** What made a row, as a change of the row as it was; null where that is the same. */
export function changedAct(table: SyncedTable, made: SyncedAct, before: PlainRow): SyncedAct | null {
  const [had, has] = [fieldsOf(table, before), made.fields];
  const names = [...new Set([...Object.keys(had), ...Object.keys(has)])].filter(
    (name) => !isSame(had[name], has[name]),
  );
  if (names.length === 0) return null;
  return { ...made, kind: 'changed', fields: Object.fromEntries(names.map((name) => [name, has[name]])) };
}

const isSame = (one: unknown, other: unknown): boolean =>
  one === other || (typeof one === 'object' && JSON.stringify(one) === JSON.stringify(other));

/**
 * The operations of an act on a row of which so much is known. All of one write have one stamp. `half`: how far the logs were read of which the fields came and
 * not yet the texts; an essay that is deleted was not seen as it is there, so that what came beyond that is no part of what is deleted.
 */
export function operationsOfAct(
  table: SyncedTable,
  act: SyncedAct,
  stamps: StampedRow,
  stamp: Stamp,
  half: Seen = nothingSeen,
): readonly Operation[] {
  const { key, kind, owner } = act;
  const of = { table, key, stamp, ...(owner !== undefined && { owner }) };
  if (kind === 'gone') {
    const seen = table === 'essays' ? seenUpTo(stamps.seen, half) : stamps.seen;
    return [{ ...of, field: '', over: withStamp(seen, stamp) }];
  }
  const changed = changedFields(table, act, stamps);
  if (kind === 'made' && changed.length === 0) return [{ ...of, field: '', value: 1 }];
  return changed.map(([field, value]) => ({
    ...of,
    field,
    ...(value !== undefined && { value }),
    ...(isNote(table, field) && { over: replacedBy(act, stamps, field, stamp) }),
  }));
}

/**
 * Fields that an act changed. A row that is new, or there again after it was deleted, sets all that it has and takes away what it has
 * not. One that others have, and that is not shown here yet, takes nothing away that nobody here saw.
 */
function changedFields(
  table: SyncedTable,
  { kind, fields }: SyncedAct,
  stamps: StampedRow,
): readonly [string, unknown][] {
  const has = Object.entries(fields);
  if (kind === 'changed') return has;
  if (isAlive(stamps)) return has.filter(([name, value]) => !isNote(table, name) || value !== '');
  const gone = Object.keys(rowValues(stamps)).filter((name) => !Object.hasOwn(fields, name));
  return [...has, ...gone.map((name): [string, unknown] => [name, undefined])];
}

/**
 * What a text that is written replaces: all that its writer saw, since what was written at the same time stands in the note that is
 * shown. Of a row that was not shown here that is nothing but what this device wrote, and empty texts; all, where it was deleted.
 */
function replacedBy({ kind }: SyncedAct, stamps: StampedRow, name: string, stamp: Stamp): Seen {
  const field = stamps.fields[name];
  if (field === undefined || !isNoteField(field)) return nothingSeen;
  const isSeen = kind === 'changed' || !isAlive(stamps);
  const replaced = field.heads.filter(({ h, v }) => isSeen || v === '' || deviceOf(h) === deviceOf(stamp));
  return replaced.reduce((seen, { h }) => withStamp(seen, h), nothingSeen);
}

/** The essay that a row belongs to, where rows of its table belong to one. */
export function ownerOf(table: SyncedTable, row: PlainRow | undefined): { readonly owner?: string } {
  const owner = table === 'essays' ? undefined : row?.['essayId'];
  return typeof owner === 'string' ? { owner } : {};
}
