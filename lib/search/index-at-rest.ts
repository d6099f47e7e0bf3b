import type { Collection } from '../collection/collection.ts';
import { STATE_KEY } from '../collection/ledger/ledger-state.ts';
import { observe } from '../collection/observe.ts';
import { indexWhileIdle } from './index-while-idle.ts';

/** Milliseconds without a change after which there is time to index, and those after which it is time at any rate. */
const REST = 5000;
const AT_ANY_RATE = 60_000;

/**
 * Indexes what is kept while no page of the extension is open, each time the collection has come to rest, and now and
 * then while a queue keeps on keeping. For parts that may start workers: Firefox's background page and Chrome's offscreen
 * document, not a service worker. `during` is told of each run, to keep awake for it.
 */
export function indexAtRest(
  collection: Collection,
  during: (work: Promise<void>) => Promise<void> = (work) => work,
): void {
  const waiting: { timer?: ReturnType<typeof setTimeout>; since: number } = { since: 0 };
  observe(
    () => collection.meta.get(STATE_KEY),
    () => {
      clearTimeout(waiting.timer);
      if (waiting.since === 0) waiting.since = Date.now();
      const left = waiting.since + AT_ANY_RATE - Date.now();
      waiting.timer = setTimeout(
        () => {
          waiting.since = 0;
          // A run that fails leaves its essays in the tail, where they are found as well.
          void during(indexWhileIdle(collection)).catch(() => undefined);
        },
        Math.max(0, Math.min(REST, left)),
      );
    },
  );
}
