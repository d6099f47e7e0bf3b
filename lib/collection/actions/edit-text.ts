import type { Outcome } from '../../essay/outcome.ts';
import { momentAfter } from '../../essay/text-edits/edits-in-order.ts';
import type { TextEdit } from '../../essay/text-edits/text-edit.ts';
import { readableRow } from '../checked/check-row.ts';
import type { Collection } from '../collection.ts';
import { essayRowOf } from '../keep/essay-row.ts';
import { attempt, type StorageProblem } from '../storage.ts';
import { changeRows, type Done } from './change-rows.ts';

/**
 * Changes the text of an essay by the reader's hand. What was found stays in the body; the change outlives captures and cleanings
 * and is made to each new text in which its words stand.
 */
export async function editText(
  collection: Collection,
  id: string,
  change: Omit<TextEdit, 'id' | 'madeAt'>,
): Promise<Outcome<Done, StorageProblem>> {
  const made = { ...change, id: crypto.randomUUID() };
  const done = await withEdits(collection, id, (edits) => [
    ...edits,
    { ...made, madeAt: momentAfter(edits, collection.now()) },
  ]);
  return done.ok
    ? { ok: true, value: { ...done.value, undo: () => countOf(dropTextEdit(collection, id, made.id)) } }
    : done;
}

/** Takes a change of the text back, whatever was changed since. */
export const dropTextEdit = (
  collection: Collection,
  id: string,
  editId: string,
): Promise<Outcome<Done, StorageProblem>> =>
  withEdits(collection, id, (edits) => edits.filter((edit) => edit.id !== editId));

async function withEdits(
  collection: Collection,
  id: string,
  change: (edits: readonly TextEdit[]) => readonly TextEdit[],
): Promise<Outcome<Done, StorageProblem>> {
  const { essays, bodies } = collection;
  const found = await attempt(async () => {
    const row = await essays.get(id);
    return row === undefined ? null : readableRow('bodies', await bodies.get(row.captureId));
  });
  if (!found.ok) return found;
  const body = found.value;
  return changeRows(collection, [id], (row) => {
    const { textEdits = [], ...others } = row;
    const edits = change(textEdits);
    // Another version may have been made current since the body was read.
    if (edits.length === textEdits.length) return row;
    const own = edits.length === 0 ? others : { ...others, textEdits: edits };
    return body?.captureId === row.captureId ? essayRowOf(body, row.keptAt, row.trashedAt, own, row.doc) : own;
  });
}

const countOf = async (doing: Promise<Outcome<Done, StorageProblem>>): Promise<Outcome<number, StorageProblem>> => {
  const done = await doing;
  return done.ok ? { ok: true, value: done.value.count } : done;
};
