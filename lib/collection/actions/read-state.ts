import type { Outcome } from '../../essay/outcome.ts';
import type { Collection } from '../collection.ts';
import { type EssayRow, type ReadState, readStateOf } from '../rows.ts';
import type { StorageProblem } from '../storage.ts';
import { changeRows, type Done } from './change-rows.ts';

/** Says how far the reader is with these essays. */
export const setReadState = (
  collection: Collection,
  ids: readonly string[],
  state: ReadState,
): Promise<Outcome<Done, StorageProblem>> =>
  changeRows(collection, ids, (row) => (readStateOf(row) === state ? row : withReadState(row, state)));

/**
 * What opening an essay, or coming to its end, says of itself: it goes on from unread to reading to read, and never back, which is
 * the reader's own to say.
 */
export const readOn = (
  collection: Collection,
  id: string,
  to: 'reading' | 'read',
): Promise<Outcome<Done, StorageProblem>> =>
  changeRows(collection, [id], (row) => {
    const now = readStateOf(row);
    return now === 'read' || now === to ? row : withReadState(row, to);
  });

function withReadState({ readState: _, ...row }: EssayRow, state: ReadState): EssayRow {
  return state === 'unread' ? row : { ...row, readState: state };
}
