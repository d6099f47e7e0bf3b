import type { HighlightColour, HighlightRow } from '../../lib/collection/rows.ts';
import { placeAnchor } from '../../lib/ui/reading/anchor.ts';
import type { Stretch } from '../../lib/ui/reading/find-in-text.ts';

/** The colours, in the order of their keys 1 to 4, with the words for them. */
export const markColours = [
  { colour: 'yellow', word: 'reader.markYellow' },
  { colour: 'green', word: 'reader.markGreen' },
  { colour: 'blue', word: 'reader.markBlue' },
  { colour: 'pink', word: 'reader.markPink' },
] as const satisfies readonly { readonly colour: HighlightColour; readonly word: string }[];

/** A highlight in its place in the text. */
export interface PlacedMark {
  readonly row: HighlightRow;
  readonly place: Stretch;
}

/** The highlights of an essay: those with a place in its text, in the order of the text, and those without. */
export interface Marks {
  readonly placed: readonly PlacedMark[];
  readonly unplaced: readonly HighlightRow[];
}

/** Finds the place of each highlight in a text. None is dropped. */
export function placeMarks(text: string, rows: readonly HighlightRow[]): Marks {
  const all = rows.map((row) => ({ row, place: placeAnchor(text, row) }));
  return {
    placed: all
      .flatMap(({ row, place }) => (place ? [{ row, place }] : []))
      .sort((a, b) => a.place.start - b.place.start),
    unplaced: all.filter(({ place }) => place === null).map(({ row }) => row),
  };
}
