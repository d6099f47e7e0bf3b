import type { HighlightColour, HighlightRow } from '../../../lib/collection/rows.ts';
import { isSurePlace, placeAnchor } from '../../../lib/features/highlights/anchor.ts';
import type { TextRange } from '../../../lib/features/highlights/text-range.ts';

/** The colours, in the order of their keys 1 to 4, with the words for them. */
export const highlightColours = [
  { colour: 'yellow', word: 'reader.markYellow' },
  { colour: 'green', word: 'reader.markGreen' },
  { colour: 'blue', word: 'reader.markBlue' },
  { colour: 'pink', word: 'reader.markPink' },
] as const satisfies readonly { readonly colour: HighlightColour; readonly word: string }[];

/** A highlight in its place in the text. */
export interface PlacedHighlight {
  readonly row: HighlightRow;
  readonly place: TextRange;
  /** False where the place is a guess: the words, or what was around them, are others now. */
  readonly sure: boolean;
}

/** The highlights of an essay: those with a place in its text, in the order of the text, and those without. */
export interface PlacedHighlights {
  readonly placed: readonly PlacedHighlight[];
  readonly unplaced: readonly HighlightRow[];
}

/** Finds the place of each highlight in a text. None is dropped. */
export function placeHighlights(text: string, rows: readonly HighlightRow[]): PlacedHighlights {
  const all = rows.map((row) => ({ row, place: placeAnchor(text, row) }));
  return {
    placed: all
      .flatMap(({ row, place }) => (place ? [{ row, place, sure: isSurePlace(text, row, place) }] : []))
      .sort((a, b) => a.place.start - b.place.start),
    unplaced: all.filter(({ place }) => place === null).map(({ row }) => row),
  };
}
