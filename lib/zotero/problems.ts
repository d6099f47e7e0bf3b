import type { Outcome } from '../essay/outcome.ts';
import type { AskProblem } from './ask.ts';

/**
 * Why something was not sent; each has a sentence in the locales. `read-only`: the library takes nothing. `denied`: the reader, asked by
 * Zotero, said no. `asked-too-often`: Zotero asks five times a minute at most. `allowed-once`: Zotero lets in one change, and
 * a sending is several. `too-large`: more than a message of the browser's holds. `too-old`: this Zotero has not what is asked for.
 * `lost`: the essay is damaged, or gone. `refused`: another answer of Zotero's, which the detail tells.
 */
export type ZoteroProblem =
  | AskProblem
  | 'read-only'
  | 'denied'
  | 'asked-too-often'
  | 'allowed-once'
  | 'too-large'
  | 'too-old'
  | 'lost'
  | 'not-stored'
  | 'refused';

/** Problems that every further essay would have too. */
export const stopsAll: ReadonlySet<ZoteroProblem> = new Set<ZoteroProblem>([
  'not-running',
  'no-answer',
  'read-only',
  'denied',
  'asked-too-often',
  'allowed-once',
  'too-old',
]);

/** What came of one essay. */
export interface SentOne {
  readonly is: 'sent' | 'updated';
  /** Why files did not go along; null when they did. */
  readonly files: { readonly code: ZoteroProblem; readonly detail?: string } | 'read-only' | null;
  /** Fields that were changed in Zotero since, and stayed as they are there. */
  readonly left: readonly string[];
}

export type SentOutcome = Outcome<SentOne, ZoteroProblem>;
