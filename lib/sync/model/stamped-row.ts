import { joinNotes } from '../../essay/text-edits/join-notes.ts';
import type { Stamp } from './clock.ts';
import type { FieldValues } from './fields-of.ts';
import { covers, nothingSeen, type Seen } from './seen.ts';

/** A field whose last writer counts. */
export interface Register {
  readonly h: Stamp;
  /** Absent where the field was taken away. */
  readonly v?: unknown;
}

/** A text of which what was written at the same time elsewhere stays too. */
export interface NoteField {
  /** What nobody replaced, in the order of the stamps. */
  readonly heads: readonly Register[];
  /** What was replaced. */
  readonly over: Seen;
}

/** All that is known of who changed a row: the join of all operations on it, in whatever order they came. */
export interface StampedRow {
  /** See `stampedId`. */
  readonly id: string;
  readonly table: string;
  readonly key: string;
  readonly fields: Readonly<Record<string, Register | NoteField>>;
  /** The essay that it belongs to, where its table's rows belong to one. */
  readonly owner?: string;
  /** The last change of each device. */
  readonly seen: Seen;
  /** What those knew that deleted the row; absent where nobody did. */
  readonly gone?: Seen;
}

/** Names a row among those of all tables. */
export const stampedId = (table: string, key: string): string => `${table}\n${key}`;

/** Table and key that an id names. */
export const partsOfId = (id: string): readonly [table: string, key: string] => {
  const at = id.indexOf('\n');
  return [id.slice(0, at), id.slice(at + 1)];
};

/** A row that nobody changed yet. */
export const noStamps = (table: string, key: string): StampedRow => ({
  id: stampedId(table, key),
  table,
  key,
  fields: {},
  seen: nothingSeen,
});

/** True for a field of several texts. */
export const isNoteField = (field: Register | NoteField): field is NoteField => 'heads' in field;

/**
 * True when some device changed the row and whoever deleted it did not know of that: a change wins over a deletion for good, without
 * a look at any clock.
 */
export const isAlive = ({ seen, gone = nothingSeen }: StampedRow): boolean =>
  Object.values(seen).some((stamp) => !covers(gone, stamp));

/** The texts of a note that differ, the last written first; an empty one only where there is no other. */
export function textsOf({ heads }: NoteField): readonly Register[] {
  const written = heads.toReversed().filter(({ v }) => typeof v === 'string' && v !== '');
  return written.length > 0
    ? written.filter(({ v }, at) => written.findIndex((one) => one.v === v) === at)
    : heads.slice(-1);
}

/** A note as it is shown: what was written at the same time elsewhere stands in it too, as of two windows. */
export const shownNote = (field: NoteField): string =>
  textsOf(field)
    .map(({ v }) => String(v ?? ''))
    .reduce((whole, text) => joinNotes(whole, text), '');

/** The fields of a row as they are now. */
export const rowValues = ({ fields }: StampedRow): FieldValues =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]): [string, unknown][] => {
      const value = isNoteField(field) ? shownNote(field) : field.v;
      return value === undefined ? [] : [[name, value]];
    }),
  );
