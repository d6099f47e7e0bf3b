import { unwrapLive } from '../archive/unwrap-live.ts';
import type { Page } from '../archive/unwrapped.ts';
import type { Recognition } from '../essay/essay.ts';
import { recogniseSurvey } from './recognise-survey.ts';
import { surveyPage } from './survey-page.ts';

/** Is the page in this tab an article of a Party school? About a millisecond; small enough to run on every page of a portal. */
export function recogniseLive(page: Page): Recognition {
  return recogniseSurvey(surveyPage(unwrapLive(page)));
}
