/** When work that can wait is done. In milliseconds. */
export interface Rest {
  /** After this long without a change. */
  readonly quiet: number;
  /** However much changes, no later than this after the first change. */
  readonly latest: number;
}

/** Work that waits until nothing changes. */
export interface Waiting {
  /** Something has changed: the work is wanted, and waits from now on. */
  readonly changed: () => void;
  /** Holds the work back until the next change. */
  readonly hold: () => void;
}

/** Does `work` once nothing has changed for a while, or has changed for too long. It tells of its own failures. */
export function whenAtRest(work: () => void, { quiet, latest }: Rest): Waiting {
  const waiting: { timer?: ReturnType<typeof setTimeout>; since: number | null } = { since: null };
  const hold = (): void => clearTimeout(waiting.timer);
  const run = (): void => {
    waiting.since = null;
    work();
  };
  return {
    hold,
    changed: () => {
      hold();
      // The clock of the process: one that the reader sets would make it wait for years.
      waiting.since ??= performance.now();
      const left = waiting.since + latest - performance.now();
      waiting.timer = setTimeout(run, Math.max(0, Math.min(quiet, left)));
    },
  };
}
