import type { Collection } from '../collection/collection.ts';
import { STATE_KEY } from '../collection/ledger/ledger-state.ts';
import { observe } from '../collection/observe.ts';
import { type Rest, whenAtRest } from '../essay/when-at-rest.ts';
import { indexWhileIdle } from './index-while-idle.ts';

/** An essay that is kept is found in the tail as well: nothing hurries. */
const rest: Rest = { quiet: 5000, latest: 60_000 };

/**
 * Indexes what is kept while no page of the extension is open, each time the collection has come to rest, and now and
 * then while a queue keeps on keeping. For parts that may start workers: Firefox's background page and Chrome's offscreen
 * document, not a service worker. `during` is told of each run, to keep awake for it.
 */
export function indexAtRest(
  collection: Collection,
  during: (work: Promise<void>) => Promise<void> = (work) => work,
): void {
  const indexing = whenAtRest(
    // A run that fails leaves its essays in the tail, where they are found as well.
    () => void during(indexWhileIdle(collection)).catch(() => undefined),
    rest,
  );
  observe(() => collection.meta.get(STATE_KEY), indexing.changed);
}
