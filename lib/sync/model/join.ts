import { deviceOf } from './clock.ts';
import type { Operation } from './operation.ts';
import { covers, joinSeen, nothingSeen, withStamp } from './seen.ts';
import { isNoteField, type NoteField, type Register, type StampedRow, stampedId } from './stamped-row.ts';
import { isNote } from './synced-tables.ts';

/**
 * The row with an operation joined into it; the same object where that tells nothing new. Joining is commutative, associative and
 * idempotent: devices that read the same operations in any order have the same row.
 */
export function joinOperation(row: StampedRow, operation: Operation): StampedRow {
  const { field, stamp, value, owner, over = nothingSeen } = operation;
  if (field === '' && value === undefined) {
    const gone = joinSeen(row.gone ?? nothingSeen, over);
    return gone === (row.gone ?? nothingSeen) ? row : { ...row, gone };
  }
  const owned = owner === undefined || row.owner !== undefined ? row : { ...row, owner };
  const touched = touch(owned, stamp);
  if (field === '') return touched;
  const before = row.fields[field];
  const after = isNote(row.table, field) ? joinNote(before, operation) : joinRegister(before, operation);
  return after === before ? touched : { ...touched, fields: { ...touched.fields, [field]: after } };
}

/** The row with a change known that is none of its own fields'. */
export function touch(row: StampedRow, stamp: string): StampedRow {
  const seen = withStamp(row.seen, stamp);
  return seen === row.seen ? row : { ...row, seen };
}

function joinRegister(before: Register | NoteField | undefined, { stamp, value }: Operation): Register | NoteField {
  if (before !== undefined && !isNoteField(before) && before.h >= stamp) return before;
  return { h: stamp, ...(value !== undefined && { v: value }) };
}

/** A device's own later text replaces its earlier one, whatever it knew of the others. */
function joinNote(before: Register | NoteField | undefined, { stamp, value = '', over: known }: Operation): NoteField {
  const had: NoteField = before !== undefined && isNoteField(before) ? before : { heads: [], over: nothingSeen };
  const over = joinSeen(had.over, known ?? nothingSeen);
  const isIn = covers(over, stamp) || had.heads.some(({ h }) => deviceOf(h) === deviceOf(stamp) && h >= stamp);
  if (isIn && over === had.over && before !== undefined) return had;
  const others = isIn ? had.heads : had.heads.filter(({ h }) => deviceOf(h) !== deviceOf(stamp));
  const heads = [...others, ...(isIn ? [] : [{ h: stamp, v: value }])].filter(({ h }) => !covers(over, h));
  return { heads: heads.toSorted((one, other) => (one.h < other.h ? -1 : 1)), over };
}

/**
 * Ids of rows beside its own that an operation changes: a mark is a change of its essay, and putting a tag or a collection on an
 * essay is a change of that, so that none is deleted under what was put there meanwhile.
 */
export function touchedBy({ table, field, value, owner }: Operation): readonly string[] {
  if (value === undefined) return [];
  if (table === 'highlights' && owner !== undefined) return [stampedId('essays', owner)];
  const element = table === 'essays' ? /^(tags|shelves)\/(.+)$/s.exec(field) : null;
  return element === null ? [] : [stampedId(element[1] ?? '', element[2] ?? '')];
}
