import { browser } from 'wxt/browser';
import type { ArchiveStore } from '../../../lib/collection/archives/archive-store.ts';
import type { ArchiveGate } from '../../../lib/queue/archive-gate.ts';
import { fetchPage } from '../../../lib/queue/fetch-page.ts';
import { createLook } from '../../../lib/queue/look-in-archive.ts';
import { isFetchable, patternOf } from '../../../lib/queue-plan/wanted.ts';
import { createAlarm } from '../queue/alarm.ts';
import { createPageReader } from '../queue/page-reader.ts';

/**
 * Goes on with the looks at archives that the reader began; gives what wakes it. To be called while the worker starts, since it
 * adds listeners.
 */
export function runLook(store: ArchiveStore, archives: ArchiveGate): () => Promise<void> {
  const keepTime = createAlarm('look-in-archives', () => wake());
  const around = {
    fetch: archives.fetch,
    now: () => Date.now(),
    online: () => navigator.onLine,
    mayAsk: async (address: string) =>
      isFetchable(address) && (await browser.permissions.contains({ origins: [patternOf(address)] })),
  };
  const wake = createLook({
    ...around,
    store,
    fetchPage: (address) => fetchPage(address, around),
    reader: createPageReader(),
    arrange: keepTime,
  });
  browser.runtime.onStartup.addListener(() => void wake());
  addEventListener('online', () => void wake());
  void wake();
  return wake;
}
