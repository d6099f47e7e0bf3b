import * as v from 'valibot';
import type { NotebookFilter } from './notebook-filter.ts';

/** Where one is in the notebook: what is shown of it, and the entry at hand. */
export interface NotebookPlace {
  readonly filter: NotebookFilter;
  /** Entries shown at most. */
  readonly most: number;
  /** Id of the entry that was opened, '' for none. */
  readonly entry: string;
}

const KEY = 'place:notebook';

const shape = v.object({
  filter: v.object({
    words: v.string(),
    colour: v.picklist(['yellow', 'green', 'blue', 'pink', 'note', '']),
    tag: v.string(),
    shelf: v.string(),
    essay: v.string(),
  }),
  most: v.number(),
  entry: v.string(),
});

/** Leaves the place in the tab's session storage before the reader is opened, with the address for its way back. */
export function leaveNotebook(place: NotebookPlace, storage: Pick<Storage, 'setItem'>): void {
  storage.setItem('from:notebook', `${location.pathname}${location.search}`);
  storage.setItem(KEY, JSON.stringify(place));
}

/** The place that was left, once; null where none was. */
export function takeNotebook(storage: Pick<Storage, 'getItem' | 'removeItem'>): NotebookPlace | null {
  const left = storage.getItem(KEY);
  storage.removeItem(KEY);
  try {
    return v.parse(shape, JSON.parse(left ?? 'null'));
  } catch {
    return null;
  }
}
