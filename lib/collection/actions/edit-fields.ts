import type { EssayFields, FieldName } from '../../essay/essay.ts';
import type { Outcome } from '../../essay/outcome.ts';
import { readableRow } from '../checked/check-row.ts';
import type { Collection } from '../collection.ts';
import { essayRowOf } from '../keep/essay-row.ts';
import { attempt, type StorageProblem } from '../storage.ts';
import { writingRows } from '../write-rows.ts';
import { changeRows, changeWithin, type Done, doneOf } from './change-rows.ts';

/** What editing came to: `overwrote` names the fields that another window had set otherwise meanwhile. Undoing gives them back. */
export interface Edited extends Done {
  readonly overwrote: readonly FieldName[];
}

/**
 * Sets fields of an essay by hand. What was found stays in the record, and the edits outlive captures and cleanings. `known` is the
 * row that the reader saw when starting to edit.
 */
export async function editFields(
  collection: Collection,
  id: string,
  fields: Readonly<Partial<EssayFields>>,
  known?: Readonly<Partial<EssayFields>>,
): Promise<Outcome<Edited, StorageProblem>> {
  const text = (value: unknown): string => JSON.stringify(value) ?? '';
  const met = { overwrote: [] as readonly FieldName[] };
  const done = await changeRows(collection, [id], (row) => {
    met.overwrote = (Object.keys(fields) as FieldName[]).filter(
      (name) => known !== undefined && ![text(known[name]), text(fields[name])].includes(text(row[name])),
    );
    return { ...row, ...fields, edited: { ...row.edited, ...fields } };
  });
  return done.ok ? { ok: true, value: { ...done.value, ...met } } : done;
}

/** Gives a field back the value that was found in the current capture. */
export function unedit(collection: Collection, id: string, field: FieldName): Promise<Outcome<Done, StorageProblem>> {
  const { essays, bodies } = collection;
  return attempt(() =>
    writingRows(collection, [bodies], async () => {
      const captureId = (await essays.get(id))?.captureId;
      const body = readableRow('bodies', await bodies.get(captureId ?? ''));
      const changed = await changeWithin(collection, [id], (row) => {
        if (!(field in row.edited) || body === null) return row;
        const { [field]: _edit, ...edited } = row.edited;
        return essayRowOf(body, row.keptAt, row.trashedAt, { ...row, edited }, row.doc);
      });
      return doneOf(collection, changed);
    }),
  );
}
