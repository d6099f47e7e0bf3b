import type { Collection } from '../../lib/collection/collection.ts';
import { checkCollection, withCheckLock } from '../../lib/collection/integrity/run-check.ts';
import { browserCopies } from '../../lib/settings/browser-copies.ts';
import { untilQuiet } from './until-quiet.ts';

/** Essays looked at each time that the library is opened: a small collection whole, a large one a little each day. */
const AT_EACH_START = 500;

/** Milliseconds after opening that are the reader's: what is sought or read first does not wait for a check. */
const FIRST = 10_000;

/** Milliseconds after which a step is done even where the page never rests. */
const PATIENCE = 5000;

/**
 * Looks whether ledger and essays fit each other, and through some of the essays, on from where it was left off, while the page has
 * nothing else to do and its reader does nothing with it. Gives the function that stops it.
 */
export function checkWhenIdle(collection: Collection): () => void {
  const state = { stopped: false };
  const quiet = untilQuiet(window);
  const rest = (): Promise<IdleDeadline> =>
    new Promise((resolve) => requestIdleCallback(resolve, { timeout: PATIENCE }));
  const goOn = async (): Promise<boolean> => {
    if (!state.stopped) await quiet.wait();
    await rest();
    return !state.stopped;
  };
  const check = async (): Promise<void> => {
    if (await goOn()) await checkCollection(collection, { most: AT_EACH_START, goOn, copies: browserCopies() });
  };
  // A collection that cannot be read says so elsewhere.
  const begin = setTimeout(() => void withCheckLock(check).catch(() => undefined), FIRST);
  return () => {
    state.stopped = true;
    quiet.stop();
    clearTimeout(begin);
  };
}
