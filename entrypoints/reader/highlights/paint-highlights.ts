import type { ShownText } from '../../../lib/features/show-essay/shown-text.ts';
import { paint } from '../text/colour-ranges.ts';
import { highlightColours, type PlacedHighlight } from './place-highlights.ts';

/** Paints highlights in a text, guessed places in a colour of their own. Gives the function that unpaints them. */
export function paintHighlights(shown: ShownText, placed: readonly PlacedHighlight[]): () => void {
  const paintSome = (name: string, some: readonly PlacedHighlight[]): (() => void) =>
    paint(
      name,
      some.map(({ place }) => shown.rangeOf(place.start, place.end)).filter((range) => range !== null),
    );
  const unpaint = [
    ...highlightColours.map(({ colour }) =>
      paintSome(
        `mark-${colour}`,
        placed.filter(({ row, sure }) => sure && row.colour === colour),
      ),
    ),
    paintSome(
      'mark-guess',
      placed.filter(({ sure }) => !sure),
    ),
  ];
  return () => {
    for (const one of unpaint) one();
  };
}

/** Scrolls to a highlight. */
export function goToHighlight(shown: ShownText, { place }: PlacedHighlight): void {
  const element = shown.rangeOf(place.start, place.end)?.startContainer.parentElement;
  element?.scrollIntoView({ block: 'center', inline: 'center' });
}
