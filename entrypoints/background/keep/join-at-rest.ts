import type { Collection } from '../../../lib/collection/collection.ts';
import { isAnyWaiting, joinKept } from '../../../lib/collection/duplicates/join-kept.ts';
import { observe } from '../../../lib/collection/observe.ts';
import { type Rest, whenAtRest } from '../../../lib/essay/when-at-rest.ts';
import { awake } from '../awake.ts';

/** Milliseconds after a keep in which the next one has the database to itself. */
const AFTER_KEEPS: Rest = { quiet: 1_000, latest: 20_000 };

/**
 * Looks for near-duplicates of essays that were kept, once keeping rests, also of those that an earlier background was stopped before. To be
 * called while the background starts.
 */
export function joinAtRest(collection: Collection): void {
  const joinAll = async (): Promise<void> => {
    while (await joinKept(collection));
  };
  // What fails is still written down, and is taken up with the next keep or start.
  const resting = whenAtRest(() => void awake(joinAll()).catch(() => undefined), AFTER_KEEPS);
  observe(
    () => isAnyWaiting(collection),
    (waiting) => {
      if (waiting) resting.changed();
    },
  );
}
