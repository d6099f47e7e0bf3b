import type { Collection } from '../../collection/collection.ts';
import { countEssays } from '../../collection/list-essays.ts';
import { collectionReplica } from '../../collection/sync/replica.ts';
import { turnSyncOff } from '../../collection/sync/switch.ts';
import { neverSynced, writeStatus } from '../../collection/sync-store/sync-status.ts';
import type { SyncStore } from '../../collection/sync-store/sync-store.ts';
import { readTarget, type ServerTarget, type SyncTarget, writeTarget } from '../../collection/sync-store/target.ts';
import { isServerUsed } from '../../collection/sync-store/used-hosts.ts';
import { fail, type Outcome } from '../../essay/outcome.ts';
import { sendMessage } from '../../messages/protocol.ts';
import { askForHost, forgetHost } from '../../settings/host-access.ts';
import { folderStorage } from '../../sync/folder/folder-storage.ts';
import { unlock } from '../../sync/lock/vault-lock.ts';
import { type FoundThere, lookInto } from '../../sync/look/look-into.ts';
import type { LogStream } from '../../sync/model/synced-tables.ts';
import { changeWanted } from '../../sync/run/change-wanted.ts';
import type { SyncServer } from '../../sync/server/sync-server.ts';
import type { SyncProblem } from '../../sync/storage.ts';
import { SYNC_LOCK } from '../../syncing/sync-lock.ts';
import { allowFolder, canPickFolder, isFolderAllowed, pickFolder } from '../../ui/picked-folder.ts';
import { lookAtFolder } from './look-at-folder.ts';

/** What was found there, with the key of its lock. */
export type Looked = Outcome<FoundThere & { readonly key: CryptoKey | null }, SyncProblem>;

/** What the pages do about syncing. */
export interface SyncWorld {
  readonly hasFolders: () => boolean;
  /** Tells at once where the browser took a folder back. Never rejects. */
  readonly lookAtFolder: () => Promise<void>;
  /** Within a press, before anything is awaited; null where the reader thinks better of it. */
  readonly pickFolder: () => Promise<FileSystemDirectoryHandle | null>;
  /** Asks the reader to let us at a target's server or folder; within a press, before anything is awaited. */
  readonly allow: (
    target: Pick<SyncServer, 'address'> | { readonly handle: FileSystemDirectoryHandle },
  ) => Promise<boolean>;
  /** Tries out and looks what stands there. Never rejects. */
  readonly look: (
    place: (SyncServer & Pick<ServerTarget, 'kind'>) | { readonly handle: FileSystemDirectoryHandle },
    passphrase: string,
  ) => Promise<Looked>;
  readonly essaysHere: () => Promise<number>;
  /** Remembers the target and begins, after it left the one before. Rejects when that cannot be stored. */
  readonly begin: (target: SyncTarget) => Promise<void>;
  /** Syncs in any case; `mayDelete` where the reader was asked about deletions. */
  readonly syncNow: (mayDelete: boolean) => Promise<void>;
  readonly stop: () => Promise<void>;
  /** Stops syncing on this computer, and forgets the password. Rejects when that cannot be stored. */
  readonly leave: () => Promise<void>;
  /** Changes what this computer is called and what it sends and reads. Rejects when it cannot be stored. */
  readonly change: (change: { readonly device: string; readonly wanted: readonly LogStream[] }) => Promise<void>;
}

/** Asks the reader to let us at a server or a folder; within a press, before anything is awaited. */
export const allowTarget: SyncWorld['allow'] = (target) =>
  'handle' in target ? allowFolder(target.handle) : askForHost(target.address);

/** The browser itself: the background speaks to servers. */
export const browserSync = (collection: Collection, store: SyncStore): SyncWorld => {
  const syncNow = (mayDelete: boolean): Promise<void> => sendMessage('syncNow', { mayDelete });
  const stop = (): Promise<void> => sendMessage('stopSync');
  const alone = <T>(work: () => Promise<T>): Promise<T> => navigator.locks.request(SYNC_LOCK, work);
  const turnOff = async (): Promise<void> => {
    await writeTarget(store, null);
    await stop().catch(() => undefined);
    await alone(async () => {
      const off = await turnSyncOff(collection);
      if (!off.ok) throw new Error(off.problem.detail);
      await writeStatus(store, neverSynced);
    });
  };
  return {
    hasFolders: canPickFolder,
    lookAtFolder: () =>
      lookAtFolder(store, { isAllowed: ({ handle }) => isFolderAllowed(handle), syncNow: () => syncNow(false) }),
    pickFolder: () => pickFolder('wencun-sync'),
    allow: allowTarget,
    look: async (place, passphrase) => {
      if ('handle' in place) return lookInto(folderStorage(place.handle), passphrase);
      const { kind, address, user, password } = place;
      const found = await sendMessage('trySync', { kind, address, user, password, passphrase }).catch(() =>
        fail('unreachable' as const),
      );
      if (!found.ok) return found;
      const { lock } = found.value;
      const unlocked = lock === null ? null : await unlock(passphrase, lock);
      return { ok: true, value: { ...found.value, key: unlocked?.key ?? null } };
    },
    essaysHere: async () => {
      const count = await countEssays(collection);
      return count.ok ? count.value : 0;
    },
    begin: async (target) => {
      const before = await readTarget(store);
      // What is known of the place before is nothing of the new one.
      if (before !== null) await turnOff();
      await writeStatus(store, neverSynced);
      await writeTarget(store, target);
      await letGo(store, before);
      void syncNow(false).catch(() => undefined);
    },
    syncNow,
    stop,
    leave: async () => {
      const target = await readTarget(store);
      await turnOff();
      await letGo(store, target);
    },
    change: ({ device, wanted }) =>
      alone(async () => {
        const target = await readTarget(store);
        if (target === null) return;
        await writeTarget(store, { ...target, device, wanted });
        await changeWanted(collectionReplica(collection), device, wanted);
      }),
  };
};

/** Gives the permission of a server back that nothing of sync is on any more. */
async function letGo(store: SyncStore, target: SyncTarget | null): Promise<void> {
  if (target === null || target.kind === 'folder' || (await isServerUsed(store, target.address))) return;
  await forgetHost(target.address);
}
