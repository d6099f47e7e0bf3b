import { browser } from 'wxt/browser';
import { readArchiveKeys } from '../../../lib/collection/archives/archive-keys.ts';
import type { ArchiveStore } from '../../../lib/collection/archives/archive-store.ts';
import type { Collection } from '../../../lib/collection/collection.ts';
import type { ArchiveGate } from '../../../lib/queue/archive-gate.ts';
import { createGiveBack, type GiveBack } from '../../../lib/queue/give-back.ts';
import { SAVE_ORIGIN } from '../../../lib/settings/host-access.ts';
import { readSettings } from '../../../lib/settings/settings.ts';
import { createAlarm } from '../queue/alarm.ts';

/** What asks archives to save pages in this browser. */
export interface BackgroundGiveBack extends GiveBack {
  /** Told of every essay that was kept: queues its page, where the reader wants that. */
  readonly kept: (essayId: string) => Promise<void>;
}

/**
 * Goes on with what an earlier worker left; to be called while the worker starts, since it adds listeners. A granted archive lets
 * it run.
 */
export function runGiveBack(collection: Collection, archives: ArchiveGate, store: ArchiveStore): BackgroundGiveBack {
  const keepTime = createAlarm('give-back', () => giveBack.wake());
  const giveBack = createGiveBack({
    collection,
    store,
    fetch: archives.fetch,
    now: () => Date.now(),
    online: () => navigator.onLine,
    allowed: () => browser.permissions.contains({ origins: [SAVE_ORIGIN] }),
    keys: () => readArchiveKeys(store),
    arrange: keepTime,
  });
  browser.permissions.onAdded.addListener(() => void giveBack.wake());
  addEventListener('online', () => void giveBack.wake());
  void giveBack.wake();
  return {
    ...giveBack,
    kept: async (essayId) => {
      if ((await readSettings()).giveBack) await giveBack.want(essayId);
    },
  };
}
