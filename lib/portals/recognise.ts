import { unwrap } from '../archive/unwrap.ts';
import type { Page } from '../archive/unwrapped.ts';
import type { Recognition } from '../essay/essay.ts';
import { recogniseSurvey } from './recognise-survey.ts';
import { surveyPage } from './survey-page.ts';

/** Is this page, live or saved, an article of a Party school? The document is not touched. */
export function recognise(page: Page): Recognition {
  return recogniseSurvey(surveyPage(unwrap(page)));
}
