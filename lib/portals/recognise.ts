import { unwrap } from '../archive/unwrap.ts';
import type { Page } from '../archive/unwrapped.ts';
import type { Recognition } from '../essay/essay.ts';
import { recogniseSight } from './recognise-sight.ts';
import { look } from './sight.ts';

/** Is this page, live or saved, an article of a Party school? The document is not touched. */
export function recognise(page: Page): Recognition {
  return recogniseSight(look(unwrap(page)));
}
