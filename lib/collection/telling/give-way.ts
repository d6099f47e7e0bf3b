import type { Collection } from '../collection.ts';
import { isAnyUncopied } from '../copy/any-uncopied.ts';
import { observe } from '../observe.ts';

/** Waits after a piece of work that nobody waits for; told the milliseconds that it took. */
export type Rests = (took: number) => Promise<void>;

/** Hears of what is written, in this part of the extension or any other. */
export interface Writes {
  /** Calls back after each, once the second copy has it to take in. */
  readonly follow: (told: () => void) => void;
  /** Rests for one run of work that gives way to writing. */
  readonly rests: () => Rests;
}

/** Rests for each piece of work: four fifths of the time are left to whoever else asks the database. */
const RESTS = 4;

/** Milliseconds without a write after which nobody is taken to be keeping. */
const QUIET = 1_000;

/** Milliseconds that one run of work waits for quiet, all in all: a queue that keeps for hours does not hold it up as long. */
const PATIENCE = 30_000;

const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * Follows the writes of a collection, so that work in the background gives way to them: a keep that the database counts rows or the second copy is
 * folded beside takes twice its time. To be called while the background starts.
 */
export function followWrites(collection: Pick<Collection, 'uncopied'>): Writes {
  const listeners = new Set<() => void>();
  const written = { at: Number.NEGATIVE_INFINITY };
  // What was copied is written too, and leaves nothing to be copied.
  observe(
    () => isAnyUncopied(collection),
    (waiting) => {
      if (!waiting) return;
      written.at = performance.now();
      for (const told of listeners) told();
    },
  );
  return {
    follow: (told) => void listeners.add(told),
    rests: () => restsBeside(() => written.at),
  };
}

/** Rests after each piece of a run, and further while something was written a moment ago. `writtenAt` is by the clock of the process. */
export function restsBeside(writtenAt: () => number): Rests {
  let patience = PATIENCE;
  const leftOfQuiet = (): number => Math.min(writtenAt() + QUIET - performance.now(), patience);
  return async (took) => {
    await wait(RESTS * took);
    for (let left = leftOfQuiet(); left > 0; left = leftOfQuiet()) {
      patience -= left;
      await wait(left);
    }
  };
}
