import { dropLeftScratch } from '../../lib/collection/backup/practising/scratch.ts';
import type { Collection } from '../../lib/collection/collection.ts';
import { areFingerprintsFilled, fillFingerprints } from '../../lib/collection/duplicates/fill-fingerprints.ts';
import { areLacksFilled, fillLacks } from '../../lib/collection/lacks/fill-lacks.ts';
import { observe } from '../../lib/collection/observe.ts';

/** Milliseconds after which a step is done even where the page never rests. */
const PATIENCE = 5000;

/** What essays that came in another way than by being kept are given later. */
interface Filling {
  /** The lock that one library page at a time holds for it. */
  readonly lock: string;
  readonly isFilled: (collection: Collection) => Promise<boolean>;
  /** Does one step. Gives false when all is done. */
  readonly fill: (collection: Collection) => Promise<boolean>;
}

const fillings: readonly Filling[] = [
  { lock: 'wencun-fingerprints', isFilled: areFingerprintsFilled, fill: fillFingerprints },
  { lock: 'wencun-lacks', isFilled: areLacksFilled, fill: fillLacks },
];

/**
 * Gives essays that came without them fingerprints, and what is told of what they lack, while the page has nothing else to do. Goes on
 * where an earlier page left off, and starts again when a backup was restored. What a practice of restoring left behind goes too. Gives the
 * function that stops it.
 */
export function fillWhenIdle(collection: Collection): () => void {
  // What cannot be deleted now is tried again by the next page.
  requestIdleCallback(() => void dropLeftScratch().catch(() => undefined), { timeout: PATIENCE });
  const stops = fillings.map((filling) => follow(collection, filling));
  return () => {
    for (const stop of stops) stop();
  };
}

function follow(collection: Collection, { lock, isFilled, fill }: Filling): () => void {
  const state = { running: false, stopped: false };

  const fillAll = async (): Promise<void> => {
    do await new Promise((resolve) => requestIdleCallback(resolve, { timeout: PATIENCE }));
    while (!state.stopped && (await fill(collection)));
  };
  const run = async (): Promise<void> => {
    if (state.running) return;
    state.running = true;
    // What fails stays undone, and the next page tries again.
    await navigator.locks
      .request(lock, { ifAvailable: true }, (held) => (held === null ? undefined : fillAll()))
      .catch(() => undefined);
    state.running = false;
  };
  const stop = observe(
    () => isFilled(collection),
    (filled) => {
      if (!filled) void run();
    },
  );
  return () => {
    state.stopped = true;
    stop();
  };
}
