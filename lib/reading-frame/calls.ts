import type { Readers } from './readers.ts';

/** Everything that may be asked of the frame, by name: plain data in, plain data out. */
export interface FrameCalls {
  readonly take: Readers['files']['take'];
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
