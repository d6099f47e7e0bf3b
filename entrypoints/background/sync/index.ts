import { browser } from 'wxt/browser';
import type { Collection } from '../../../lib/collection/collection.ts';
import { collectionReplica } from '../../../lib/collection/sync/replica.ts';
import { newDeviceId, turnSyncOn } from '../../../lib/collection/sync/switch.ts';
import { waitingCount } from '../../../lib/collection/sync/unsent.ts';
import { changeStatus, readStatus } from '../../../lib/collection/sync-store/sync-status.ts';
import { openSyncStore } from '../../../lib/collection/sync-store/sync-store.ts';
import type { SyncTarget } from '../../../lib/collection/sync-store/target.ts';
import { observeAtLeisure } from '../../../lib/collection/telling/observe-at-leisure.ts';
import { type Outcome, succeed } from '../../../lib/essay/outcome.ts';
import type { SyncTrial } from '../../../lib/messages/protocol.ts';
import { hasHost } from '../../../lib/settings/host-access.ts';
import { type FoundThere, lookInto } from '../../../lib/sync/look/look-into.ts';
import type { SyncProblem } from '../../../lib/sync/storage.ts';
import { SYNC_LOCK } from '../../../lib/syncing/sync-lock.ts';
import { createSyncer, type Syncer } from '../../../lib/syncing/syncer.ts';
import { serverStorage, targetStorage } from '../../../lib/syncing/target-storage.ts';
import { isFolderAllowed } from '../../../lib/ui/picked-folder.ts';
import { awake } from '../awake.ts';
import { createAlarm } from '../queue/alarm.ts';

/** The syncer of this browser, and its way to try a server out. */
export interface BackgroundSync extends Syncer {
  readonly tryOut: (trial: SyncTrial) => Promise<Outcome<FoundThere, SyncProblem>>;
}

/**
 * Syncs this browser's collection where the reader wants that: after changes, at its start, and every quarter of an hour. Goes on with what an
 * earlier worker left; to be called while the worker starts, since it adds listeners. `mended` resolves when nothing is being put back
 * from the second copy: rows get their first stamps after those that they had.
 */
export function runSyncing(collection: Collection, mended: () => Promise<void>): BackgroundSync {
  const store = openSyncStore();
  const keepTime = createAlarm('sync', () => syncer.wake());
  const syncer = createSyncer({
    store,
    replica: collectionReplica(collection),
    storageOf: (target) => targetStorage(target, store),
    turnOn: async ({ device, wanted }, options) => {
      await mended();
      return turnSyncOn(collection, newDeviceId(), device, { wanted, ...options });
    },
    waiting: () => waitingCount(collection),
    isAllowed,
    online: () => navigator.onLine,
    now: () => Date.now(),
    alone: (work) => awake(navigator.locks.request(SYNC_LOCK, work)),
    arrange: keepTime,
  });
  /** What waited for a permission does not wait any longer. */
  const granted = async (): Promise<void> => {
    const { problem } = await readStatus(store);
    if (problem?.code !== 'not-allowed') return;
    await changeStatus(store, { problem: null, failures: 0 });
    await syncer.wake();
  };
  browser.runtime.onStartup.addListener(() => void syncer.wake());
  browser.permissions.onAdded.addListener(() => void granted().catch(() => undefined));
  addEventListener('online', () => void syncer.wake());
  observeAtLeisure(
    () => waitingCount(collection).catch(() => 0),
    (count) => {
      if (count > 0) void syncer.changed();
    },
  );
  void syncer.wake();
  return {
    ...syncer,
    tryOut: async ({ passphrase, ...server }) => {
      const found = await awake(lookInto(serverStorage(server, store), passphrase));
      if (!found.ok) return found;
      // The key is no message: whoever knows the passphrase makes it anew.
      const { key: _, ...there } = found.value;
      return succeed(there);
    },
  };
}

/** Whether the browser lets us at a target. */
export const isAllowed = (target: SyncTarget): Promise<boolean> =>
  target.kind === 'folder' ? isFolderAllowed(target.handle).catch(() => false) : hasHost(target.address);
