import type { Qualifier } from '../essay/record-words.ts';
/** A value read from a line, with its words; becomes a `Found` once the place of the line is known. */
export interface ReadValue<T> {
  readonly value: T;
  readonly raw: string;
  readonly qualifier?: Qualifier;
}
