import type { Outcome } from '../../essay/outcome.ts';
import { readableRows } from '../checked/check-row.ts';
import type { Collection } from '../collection.ts';
import type { SearchRow } from '../rows.ts';
import { attempt, type StorageProblem } from '../storage.ts';
import type { Done } from './change-rows.ts';
import { addRow, changeRow } from './simple-rows.ts';

/** The saved searches, the oldest first. */
export function listSearches(collection: Collection): Promise<Outcome<readonly SearchRow[], StorageProblem>> {
  return attempt(async () => {
    const rows = readableRows('searches', await collection.searches.toArray());
    return rows.toSorted((a, b) => (a.madeAt < b.madeAt ? -1 : 1));
  });
}

/** Saves a search: the query string of the library's address. Gives its id too. */
export function saveSearch(
  collection: Collection,
  name: string,
  query: string,
): Promise<Outcome<Done & { readonly id: string }, StorageProblem>> {
  const row = { id: crypto.randomUUID(), name: name.trim(), query, madeAt: new Date().toISOString() };
  return addRow(collection.searches, row);
}

/** Gives a saved search another name. */
export function renameSearch(collection: Collection, id: string, name: string): Promise<Outcome<Done, StorageProblem>> {
  return changeRow(collection.searches, id, (row) => ({ ...row, name: name.trim() }));
}

/** Removes a saved search. */
export function removeSearch(collection: Collection, id: string): Promise<Outcome<Done, StorageProblem>> {
  return changeRow(collection.searches, id, () => null);
}
