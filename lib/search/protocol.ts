import type { FindRequest, Snippet, Summary } from './contract.ts';

/** What the page asks of the worker: the name of an act and what it takes, and what comes back. */
export interface Acts {
  /** `result` is the number that windows of ids are asked by. */
  find(request: FindRequest): Promise<Summary & { readonly result: number }>;
  ids(result: number, from: number, to: number): Promise<readonly string[]>;
  snippets(ids: readonly string[], terms: readonly string[]): Promise<readonly Snippet[]>;
  complete(prefix: string): Promise<readonly string[]>;
}

/** A call to the worker. */
export interface Call {
  readonly call: number;
  readonly act: keyof Acts;
  readonly given: readonly unknown[];
}

/** The worker's answer to one call. */
export type Answer =
  | { readonly call: number; readonly ok: true; readonly value: unknown }
  | { readonly call: number; readonly ok: false; readonly message: string };
