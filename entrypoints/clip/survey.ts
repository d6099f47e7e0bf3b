import { unwrap } from '../../lib/archive/unwrap.ts';
import type { Page } from '../../lib/archive/unwrapped.ts';
import { bodyOf, contentTypeOf, localNameOf, textOf } from '../../lib/dom/tree.ts';
import { lengthOf } from '../../lib/essay/length.ts';
import { essayAddress } from '../../lib/pipeline/whole-essay.ts';
import { recognise } from '../../lib/portals/recognise.ts';
import type { FrameSurvey } from './contract.ts';

/** What a frame shows, without reading the essay. */
export function survey(page: Page): FrameSurvey {
  const body = bodyOf(page.document);
  // A frameset's text is its <noframes>, which nobody sees.
  const text = localNameOf(body) === 'body' ? (textOf(body) ?? '') : '';
  return {
    contentType: contentTypeOf(page.document),
    length: lengthOf(text),
    originalUrl: essayAddress(unwrap(page)),
    recognition: recognise(page),
  };
}
