import type { Outcome } from '../../essay/outcome.ts';
import { joinNotes } from '../../essay/text-edits/join-notes.ts';
import type { Collection } from '../collection.ts';
import type { StorageProblem } from '../storage.ts';
import { changeRows, type Done } from './change-rows.ts';

/** What writing a note came to. */
export interface Noted extends Done {
  /** The note as it is now. */
  readonly note: string;
  /** True when another window had written meanwhile: both texts are in the note. */
  readonly joined: boolean;
}

/**
 * Sets the reader's note on an essay; '' takes it away. `known` is the note that the reader saw when starting to write: one that
 * is another by now was written elsewhere, and stays beside the new one.
 */
export async function setNote(
  collection: Collection,
  id: string,
  text: string,
  known?: string,
): Promise<Outcome<Noted, StorageProblem>> {
  const made = { note: text.trim(), joined: false };
  const done = await changeRows(collection, [id], (row) => {
    const wanted = text.trim();
    const elsewhere = known !== undefined && row.note !== known && row.note !== wanted;
    made.note = elsewhere ? joinNotes(row.note, wanted) : wanted;
    made.joined = elsewhere;
    return row.note === made.note ? row : { ...row, note: made.note };
  });
  return done.ok ? { ok: true, value: { ...done.value, ...made } } : done;
}
