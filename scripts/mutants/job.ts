/** One test of a run, as the runner saw it. */
export interface Seen {
  readonly id: string;
  readonly name: string;
  readonly passed: boolean;
  readonly milliseconds: number;
}

/** What the runner is to do with the file that runs now; the worker and the runner share it by a global. */
export interface Job {
  /** The tests to run, or null for all. */
  readonly only: ReadonlySet<string> | null;
  /** True to leave the rest out once a test has failed. */
  readonly stopAtFailure: boolean;
  /** Called when the file is loaded, and its tests are about to run. */
  loaded(): void;
  /** Called before a test and its hooks. */
  begins(id: string): void;
  /** Called after a test and its hooks. */
  ended(seen: Seen): void;
  /** Called when a file could not be loaded, or a hook failed outside the tests. */
  failed(why: string): void;
}

declare global {
  var wencunMutantJob: Job | undefined;
}
