import {
  changePublication,
  type Publication,
  type PublicationWish,
  writePublication,
} from '../../collection/publishing/publication.ts';
import { changeSubscription } from '../../collection/subscriptions/subscription.ts';
import type { SubscriptionRow } from '../../collection/subscriptions/subscription-row.ts';
import { newDeviceId } from '../../collection/sync/switch.ts';
import type { SyncStore } from '../../collection/sync-store/sync-store.ts';
import { fail, type Outcome } from '../../essay/outcome.ts';
import { type LogSought, sendMessage } from '../../messages/protocol.ts';
import { askForHost } from '../../settings/host-access.ts';
import { newLock, unlock } from '../../sync/lock/vault-lock.ts';
import { newClock } from '../../sync/model/clock.ts';
import type { LogStream } from '../../sync/model/synced-tables.ts';
import type { FoundLog } from '../../sync/read/find-log.ts';
import { newSyncState } from '../../sync/run/sync-state.ts';
import type { SyncProblem } from '../../sync/storage.ts';
import { allowTarget, type SyncWorld } from './sync-world.ts';

/** What the pages do about what is read of colleagues and what they can read. */
export interface ColleaguesWorld {
  /** Asks the reader to let us at a server; within a press, before anything is awaited. */
  readonly allow: (address: string) => Promise<boolean>;
  /** Asks the reader to let us at where this computer publishes, as above. */
  readonly allowTarget: SyncWorld['allow'];
  /** Looks for a published collection. Never rejects. */
  readonly find: (sought: LogSought) => Promise<Outcome<FoundLog & { readonly key: CryptoKey | null }, SyncProblem>>;
  /** Begins to read it. Rejects when it cannot be stored. */
  readonly subscribe: (
    found: FoundLog & { readonly key: CryptoKey | null },
    name: string,
    wanted: readonly LogStream[],
  ) => Promise<void>;
  readonly update: (id: string) => Promise<void>;
  /** The reader has seen that it has so many essays, and fewer than it had. */
  readonly seeFewer: (id: string, essays: number) => Promise<void>;
  readonly rename: (id: string, name: string) => Promise<void>;
  /** Reads it no more; until a minute is over that can be taken back. */
  readonly unsubscribe: (id: string) => Promise<void>;
  readonly subscribeAgain: (id: string) => Promise<void>;
  /** Publishes from now on, as the reader wants it, under the name of this computer; encrypted unless `passphrase` is ''. */
  readonly publish: (wish: PublicationWish, name: string, passphrase: string) => Promise<void>;
  readonly changeWish: (wish: PublicationWish) => Promise<void>;
  readonly publishNow: () => Promise<void>;
  readonly stopPublishing: () => Promise<Outcome<void, SyncProblem>>;
}

/** The browser itself: the background speaks to servers. */
export const browserColleagues = (store: SyncStore): ColleaguesWorld => {
  const publishNow = (): Promise<void> => sendMessage('publishNow');
  const update = (id: string): Promise<void> => sendMessage('updateSubscriptions', { id });
  return {
    allow: askForHost,
    allowTarget,
    find: async (sought) => {
      const found = await sendMessage('findPublished', sought).catch(() => fail('unreachable' as const));
      if (!found.ok) return found;
      const { lock } = found.value;
      const unlocked = lock === null ? null : await unlock(sought.passphrase, lock);
      return { ok: true, value: { ...found.value, key: unlocked?.key ?? null } };
    },
    subscribe: async ({ place, vault, lock, key }, name, wanted) => {
      const id = newDeviceId();
      const row: SubscriptionRow = {
        ...{ id, name, place, vault, lock, key, wanted },
        ...{ addedAt: Date.now(), triedAt: 0, doneAt: 0, failures: 0, essays: 0, goneAt: 0 },
        ...{ problem: null, notices: [], running: null },
      };
      await store.subscriptions.put(row);
      void update(id).catch(() => undefined);
    },
    update,
    seeFewer: (id, essays) => changeSubscription(store, id, { most: essays }),
    rename: (id, name) => changeSubscription(store, id, { name }),
    unsubscribe: async (id) => {
      await changeSubscription(store, id, { goneAt: Date.now() });
      // It arranges for what is to be deleted then.
      void update('none').catch(() => undefined);
    },
    subscribeAgain: (id) => changeSubscription(store, id, { goneAt: 0 }),
    publish: async (wish, name, passphrase) => {
      const locked = passphrase === '' ? null : await newLock(passphrase);
      const publication: Publication = {
        wish,
        state: newSyncState(newDeviceId(), name, wish.wanted),
        clock: newClock,
        ...(locked !== null && { locked }),
        ...{ indexed: 0, triedAt: 0, doneAt: 0, problem: null, essays: 0 },
      };
      await writePublication(store, null);
      await writePublication(store, publication);
      void publishNow().catch(() => undefined);
    },
    changeWish: async (wish) => {
      await changePublication(store, { wish });
      void publishNow().catch(() => undefined);
    },
    publishNow,
    stopPublishing: () => sendMessage('stopPublishing').catch(() => fail('unreachable' as const)),
  };
};
