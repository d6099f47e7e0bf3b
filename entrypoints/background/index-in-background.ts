import type { Collection } from '../../lib/collection/collection.ts';
import { STATE_KEY } from '../../lib/collection/ledger/ledger-state.ts';
import { observe } from '../../lib/collection/observe.ts';
import { indexWhileIdle } from '../../lib/search/index-while-idle.ts';

/** Milliseconds without a change after which there is time to index. */
const REST = 5000;

/**
 * Indexes what was kept while no page of the extension is open, each time the collection has come to rest. Only where
 * the background may start workers: Firefox's page may, Chromium's service worker may not.
 */
export function indexInBackground(collection: Collection): void {
  if (typeof Worker === 'undefined') return;
  const waiting: { timer?: ReturnType<typeof setTimeout> } = {};
  observe(
    () => collection.meta.get(STATE_KEY),
    () => {
      clearTimeout(waiting.timer);
      // A run that fails leaves its essays in the tail, where they are found as well.
      waiting.timer = setTimeout(() => void indexWhileIdle(collection).catch(() => undefined), REST);
    },
  );
}
