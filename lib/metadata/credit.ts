import type { PublicationIssue } from '../essay/essay.ts';
import type { PartialDate } from '../essay/partial-date.ts';
import type { Field } from './fields.ts';
import type { Reading } from './reading.ts';

/** What a credit line tells. A null is a field that the line doesn't name or leaves empty. */
export interface Credit {
  readonly publishedOn: Reading<PartialDate> | null;
  /** 更新时间 and its like: the caller takes it for the date (qualifier `updated`) when no line tells a better one. */
  readonly updatedOn: Reading<PartialDate> | null;
  /** Persons, and bodies that sign as authors (课题组). */
  readonly authors: Reading<readonly string[]> | null;
  readonly unit: Reading<string> | null;
  readonly source: Reading<string> | null;
  readonly issue: Reading<PublicationIssue> | null;
  readonly editor: Reading<string> | null;
  readonly hits: Reading<number> | null;
  readonly keywords: Reading<readonly string[]> | null;
  readonly abstract: Reading<string> | null;
  readonly column: Reading<readonly string[]> | null;
}

/** Limits for the dates of a credit line. */
export interface CreditOptions {
  /** The capture's date or moment: a later date is no date of the page. */
  readonly notAfter?: string;
}

/** Reads a credit line, labelled or positional (Kesion: date, source, author; Boda: date, author). */
export function readCredit(line: string | readonly Field[], options: CreditOptions = {}): Credit {
  const none = line.length >= 0 && options ? null : null;
  return {
    publishedOn: none,
    updatedOn: none,
    authors: none,
    unit: none,
    source: none,
    issue: none,
    editor: none,
    hits: none,
    keywords: none,
    abstract: none,
    column: none,
  };
}
