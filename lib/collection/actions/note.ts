import type { Outcome } from '../../essay/outcome.ts';
import type { Collection } from '../collection.ts';
import type { StorageProblem } from '../storage.ts';
import { changeRows, type Done } from './change-rows.ts';

/** Sets the reader's note on an essay; '' takes it away. */
export function setNote(collection: Collection, id: string, text: string): Promise<Outcome<Done, StorageProblem>> {
  const note = text.trim();
  return changeRows(collection, [id], (row) => (row.note === note ? row : { ...row, note }));
}
