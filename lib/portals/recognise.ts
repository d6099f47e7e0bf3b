import { unwrap } from '../archive/unwrap.ts';
import type { Page } from '../archive/unwrapped.ts';
import { lineEndsOf } from '../dom/line-ends.ts';
import type { Recognition } from '../essay/essay.ts';
import { recogniseSurvey } from './recognise-survey.ts';
import { surveyPage } from './survey-page.ts';

/** Is this page, live or saved, an article of a Party school? The document is not touched. */
export function recognise(page: Page): Recognition {
  const unwrapped = unwrap(page);
  return recogniseSurvey(surveyPage(unwrapped, lineEndsOf(unwrapped.document)));
}
