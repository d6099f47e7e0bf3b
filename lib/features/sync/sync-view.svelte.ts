import type { Collection } from '../../collection/collection.ts';
import { observe } from '../../collection/observe.ts';
import { collectionReplica } from '../../collection/sync/replica.ts';
import { readSyncSwitch } from '../../collection/sync/switch.ts';
import { waitingCount } from '../../collection/sync/unsent.ts';
import { neverSynced, readStatus, type SyncStatus } from '../../collection/sync-store/sync-status.ts';
import type { SyncStore } from '../../collection/sync-store/sync-store.ts';
import { readTarget, type SyncTarget } from '../../collection/sync-store/target.ts';
import { observeAtLeisure } from '../../collection/telling/observe-at-leisure.ts';

/** A computer of the reader's, and when it wrote last: UTC, ISO 8601; '' for never. */
export interface KnownDevice {
  readonly id: string;
  readonly name: string;
  readonly at: string;
}

/** How this computer syncs, as it is and as it changes, wherever that is done. */
export function createSyncView(collection: Collection, store: SyncStore) {
  let target = $state.raw<SyncTarget | null | undefined>();
  let status = $state.raw<SyncStatus>(neverSynced);
  let waiting = $state.raw(0);
  let others = $state.raw<readonly KnownDevice[]>([]);

  return {
    /** Null where this computer does not sync; undefined until that is known. */
    get target(): SyncTarget | null | undefined {
      return target;
    },
    get status(): SyncStatus {
      return status;
    },
    /** Changes that are still to be sent. */
    get waiting(): number {
      return waiting;
    },
    /** The other computers, those that wrote last first. */
    get others(): readonly KnownDevice[] {
      return others;
    },
    /** Follows the stores. Gives the function that stops it. */
    follow(): () => void {
      const stops = [
        observe(
          () => readTarget(store).catch(() => null),
          (read) => (target = read),
        ),
        observe(
          () => readStatus(store).catch(() => neverSynced),
          (read) => (status = read),
        ),
        observeAtLeisure(
          () => waitingCount(collection).catch(() => 0),
          (read) => (waiting = read),
        ),
        observeAtLeisure(
          () => readOthers(collection).catch(() => []),
          (read) => (others = read),
        ),
      ];
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}

export type SyncView = ReturnType<typeof createSyncView>;

async function readOthers(collection: Collection): Promise<readonly KnownDevice[]> {
  if ((await readSyncSwitch(collection)) === 'off') return [];
  const { peers } = await collectionReplica(collection).readState();
  return Object.entries(peers)
    .map(([id, { name, at }]) => ({ id, name, at }))
    .toSorted((one, other) => (one.at > other.at ? -1 : 1));
}
