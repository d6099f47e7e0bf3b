import type { Collection } from '../../lib/collection/collection.ts';
import { areFingerprintsFilled, fillFingerprints } from '../../lib/collection/duplicates/fill-fingerprints.ts';
import { observe } from '../../lib/collection/observe.ts';

/** Milliseconds after which a step is done even where the page never rests. */
const PATIENCE = 5000;

/**
 * Gives fingerprints to essays that came without, while the page has nothing else to do, one library page at a time. Goes on
 * where an earlier page left off, and starts again when a backup was restored. Gives the function that stops it.
 */
export function fingerprintWhenIdle(collection: Collection): () => void {
  const state = { running: false, stopped: false };

  const fill = async (): Promise<void> => {
    do await new Promise((resolve) => requestIdleCallback(resolve, { timeout: PATIENCE }));
    while (!state.stopped && (await fillFingerprints(collection)));
  };
  const run = async (): Promise<void> => {
    if (state.running) return;
    state.running = true;
    // What fails stays undone, and the next page tries again.
    await navigator.locks
      .request('wencun-fingerprints', { ifAvailable: true }, (lock) => (lock === null ? undefined : fill()))
      .catch(() => undefined);
    state.running = false;
  };
  const stop = observe(
    () => areFingerprintsFilled(collection),
    (filled) => {
      if (!filled) void run();
    },
  );
  return () => {
    state.stopped = true;
    stop();
  };
}
