import { bodyOf, contentTypeOf, localNameOf, textOf } from '../../lib/dom/tree.ts';
import { lengthOf } from '../../lib/essay/length.ts';
import { essayAddress } from '../../lib/pipeline/whole-essay.ts';
import { recogniseSurvey } from '../../lib/portals/recognise-survey.ts';
import type { FrameSurvey } from './contract.ts';
import type { PageAtHand } from './page-at-hand.ts';

/** What a frame shows, without reading the essay. */
export function survey({ page, survey: surveyed }: PageAtHand): FrameSurvey {
  const body = bodyOf(page.document);
  // A frameset's text is its <noframes>, which nobody sees.
  const text = localNameOf(body) === 'body' ? (textOf(body) ?? '') : '';
  return {
    contentType: contentTypeOf(page.document),
    length: lengthOf(text),
    originalUrl: essayAddress(surveyed().page),
    recognition: recogniseSurvey(surveyed()),
    path: framePath(),
  };
}

/** Where this frame stands: its place among the frames of each frame that holds it, from the page down. */
function framePath(): number[] {
  const path: number[] = [];
  for (let frame: Window = window; frame !== frame.parent; frame = frame.parent) {
    const { parent } = frame;
    path.unshift(Array.from({ length: parent.length }, (_, n) => parent[n]).indexOf(frame));
  }
  return path;
}
