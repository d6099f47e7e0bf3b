import type { Recognition } from '../essay/essay.ts';
import { gatherEvidence } from './evidence.ts';
import type { PageSurvey } from './survey-page.ts';
import { cap, schoolEvidence, threshold } from './weights.ts';

/** Is a page that was looked at an article of a Party school? The weights of its evidence decide. */
export function recogniseSurvey(survey: PageSurvey): Recognition {
  const { evidence, kind } = gatherEvidence(survey);
  const sum = (isOfSchool: boolean): number =>
    evidence
      .filter(({ id, weight }) => weight > 0 && schoolEvidence.has(id) === isOfSchool)
      .reduce((total, { weight }) => total + weight, 0);
  const against = evidence.reduce((total, { weight }) => total + Math.min(0, weight), 0);
  const score = Math.min(cap, sum(true)) + Math.min(cap, sum(false)) + against;
  const portal = score >= threshold;
  return { portal, kind: portal ? kind : null, score, evidence, family: survey.family?.family.id ?? null };
}
