import type { Outcome } from '../../essay/outcome.ts';
import { joinNotes } from '../../essay/text-edits/join-notes.ts';
import { readableRows } from '../checked/check-row.ts';
import type { Collection } from '../collection.ts';
import type { HighlightRow } from '../rows.ts';
import { attempt, type StorageProblem } from '../storage.ts';
import type { Done } from './change-rows.ts';
import { addRow, changeRow } from './simple-rows.ts';

/** The highlights of an essay, in the order of the text that they were made in. */
export function listHighlights(
  collection: Collection,
  essayId: string,
): Promise<Outcome<readonly HighlightRow[], StorageProblem>> {
  return attempt(async () => {
    const rows = readableRows('highlights', await collection.highlights.where('essayId').equals(essayId).toArray());
    return rows.toSorted((a, b) => a.position.start - b.position.start);
  });
}

/** Keeps a highlight. Gives its id too. */
export function addHighlight(
  collection: Collection,
  highlight: Omit<HighlightRow, 'id' | 'madeAt'>,
): Promise<Outcome<Done & { readonly id: string }, StorageProblem>> {
  const row = { ...highlight, id: crypto.randomUUID(), madeAt: new Date().toISOString() };
  return addRow(collection.highlights, row);
}

/**
 * Gives a highlight another colour, note or place. `known` is the note that the reader saw when starting to write: one that is another by
 * now was written in another window, and stays beside the new one.
 */
export function changeHighlight(
  collection: Collection,
  id: string,
  change: Partial<Pick<HighlightRow, 'colour' | 'note' | 'quote' | 'position'>>,
  known?: string,
): Promise<Outcome<Done, StorageProblem>> {
  return changeRow(collection.highlights, id, (row) => {
    const elsewhere = known !== undefined && change.note !== undefined && row.note !== known;
    return { ...row, ...change, ...(elsewhere ? { note: joinNotes(row.note, change.note ?? '') } : {}) };
  });
}

/** Removes a highlight with its note. */
export function removeHighlight(collection: Collection, id: string): Promise<Outcome<Done, StorageProblem>> {
  return changeRow(collection.highlights, id, () => null);
}
