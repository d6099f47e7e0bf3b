import { unwrap } from '../../lib/archive/unwrap.ts';
import type { Page } from '../../lib/archive/unwrapped.ts';
import { lengthOf } from '../../lib/essay/length.ts';
import { essayAddress } from '../../lib/pipeline/whole-essay.ts';
import { recognise } from '../../lib/portals/recognise.ts';
import type { FrameSurvey } from './contract.ts';

/** What a frame shows, without reading the essay. */
export function survey(page: Page): FrameSurvey {
  const { contentType, body } = page.document;
  // A frameset's text is its <noframes>, which nobody sees.
  const text = body?.localName === 'body' ? (body.textContent ?? '') : '';
  return {
    contentType,
    length: lengthOf(text),
    originalUrl: essayAddress(unwrap(page)),
    recognition: recognise(page),
  };
}
