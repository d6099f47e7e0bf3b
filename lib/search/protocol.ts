import type { Counts, FindRequest, KeyedHit, Overview, Snippet, Summary } from './contract.ts';

/** What a search answers at once. */
export interface Result extends Summary {
  /** The number that windows of ids, and counts, are asked by. */
  readonly result: number;
  /** Ids of the first hits. */
  readonly first: readonly string[];
  /** The same with what they are ordered by, where that was asked for; else none. */
  readonly firstKeyed: readonly KeyedHit[];
}

/** What the page asks of the worker: the name of an act and what it takes, and what comes back. */
export interface WorkerCalls {
  /** Reads the ledger before the first question, which then waits for less. */
  begin(): Promise<void>;
  find(request: FindRequest): Promise<Result>;
  ids(result: number, from: number, to: number): Promise<readonly string[]>;
  keyed(result: number, from: number, to: number): Promise<readonly KeyedHit[]>;
  counts(result: number): Promise<Counts>;
  overview(result: number): Promise<Overview>;
  snippets(ids: readonly string[], terms: readonly string[]): Promise<readonly Snippet[]>;
  complete(prefix: string): Promise<readonly string[]>;
  /** Indexes what is worth indexing; a call while one runs joins it. Rejects when the database fails. */
  index(): Promise<void>;
  rebuild(): Promise<void>;
}

/** A call to the worker. */
export interface Call {
  readonly call: number;
  readonly act: keyof WorkerCalls;
  readonly given: readonly unknown[];
}

/** The worker's answer to one call; before it, how far a long one is. */
export type WorkerAnswer =
  | { readonly call: number; readonly share: number }
  | { readonly call: number; readonly ok: true; readonly value: unknown }
  | { readonly call: number; readonly ok: false; readonly message: string };

/** What the worker says of a result that newer ones pushed out. */
export const RESULT_GONE = 'This result is not held any more: search again.';
