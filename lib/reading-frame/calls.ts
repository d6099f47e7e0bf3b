import type { ReadWishes } from '../import/set-reader.ts';
import type { SourcePage } from '../import/sources/source.ts';
import type { NumberedTaken } from './bytes-at-home.ts';
import type { Readers } from './readers.ts';

/** Everything that may be asked of the frame, by name: plain data in, plain data out. */
export interface FrameCalls {
  readonly take: (page: SourcePage, wishes?: ReadWishes) => Promise<NumberedTaken | null>;
  readonly join: Readers['files']['join'];
  readonly essay: Readers['served']['essay'];
  readonly list: Readers['served']['list'];
  readonly named: Readers['served']['named'];
  readonly stored: Readers['stored'];
}

/** One call, and its answer: `error` are the words of what was thrown. */
export interface ReadingCall {
  readonly id: number;
  readonly name: keyof FrameCalls;
  readonly given: readonly unknown[];
}
export type ReadingAnswer =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly error: string };
