import { editsInOrder } from '../../essay/text-edits/edits-in-order.ts';
import type { TextEdit } from '../../essay/text-edits/text-edit.ts';
import type { SyncedTable } from './synced-tables.ts';

/** A row of any table, as plain values. */
export type PlainRow = Readonly<Record<string, unknown>>;
/** The fields of a row by their names in the log; elements of a set have names of their own. */
export type FieldValues = Readonly<Record<string, unknown>>;

/** What an essay's row holds of its own; the rest is worked out from its body. */
const essayRegisters = ['captureId', 'keptAt', 'trashedAt', 'note', 'checked', 'readState', 'givenCopy'] as const;

/** The fields of a row that are synced. */
export function fieldsOf(table: SyncedTable, row: PlainRow): FieldValues {
  if (table === 'apart') return {};
  if (table === 'essays') return present({ ...registersOf(row), ...setsOf(row) });
  const { id: _, ...rest } = row;
  return present(rest);
}

const registersOf = (row: PlainRow): FieldValues =>
  Object.fromEntries(essayRegisters.map((name): [string, unknown] => [name, row[name]]));

function setsOf({ tags, shelves, edited, textEdits }: PlainRow): FieldValues {
  const elements = (name: string, ids: unknown): [string, unknown][] =>
    Array.isArray(ids) ? ids.map((id): [string, unknown] => [`${name}/${String(id)}`, true]) : [];
  const edits = Array.isArray(textEdits) ? (textEdits as readonly PlainRow[]) : [];
  return Object.fromEntries([
    ...elements('tags', tags),
    ...elements('shelves', shelves),
    ...Object.entries(edited ?? {}).map(([name, value]): [string, unknown] => [`edited/${name}`, value]),
    ...edits.map((edit): [string, unknown] => [`textEdits/${String(edit['id'])}`, edit]),
  ]);
}

const present = (fields: FieldValues): FieldValues =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

/** The row of a table other than the essays that fields make; it may lack what did not come yet. */
export const rowOfFields = (key: string, fields: FieldValues): PlainRow => ({ ...fields, id: key });

/** What fields say of an essay: its registers, and its sets in an order that is the same everywhere. */
export function essayOfFields(fields: FieldValues): PlainRow {
  const within = (name: string): [string, unknown][] =>
    Object.entries(fields)
      .flatMap(([field, value]): [string, unknown][] =>
        field.startsWith(`${name}/`) ? [[field.slice(name.length + 1), value]] : [],
      )
      .toSorted(([one], [other]) => (one < other ? -1 : 1));
  const textEdits = within('textEdits').map(([, edit]) => edit as PlainRow);
  return {
    ...registersOf(fields),
    tags: within('tags').map(([id]) => id),
    shelves: within('shelves').map(([id]) => id),
    edited: Object.fromEntries(within('edited')),
    textEdits: editsInOrder(textEdits as unknown as readonly TextEdit[]),
  };
}

/** The row that fields which are known of it make. An essay whose note nobody told of has an empty one: what was there before says nothing of such. */
export const rowAsKnown = (table: SyncedTable, key: string, fields: FieldValues): PlainRow =>
  table === 'essays' ? { ...essayOfFields(fields), note: fields['note'] ?? '' } : rowOfFields(key, fields);
