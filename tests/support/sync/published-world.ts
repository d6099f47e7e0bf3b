import { type Collection, openCollection } from '../../../lib/collection/collection.ts';
import { type PublicationWish, writePublication } from '../../../lib/collection/publishing/publication.ts';
import { beginSubscribed } from '../../../lib/collection/subscriptions/subscribed-collection.ts';
import { subscribedReplica } from '../../../lib/collection/subscriptions/subscribed-replica.ts';
import { openSyncStore, type SyncStore } from '../../../lib/collection/sync-store/sync-store.ts';
import { openedStorage } from '../../../lib/sync/lock/locked-storage.ts';
import { type Unlocked, unlock } from '../../../lib/sync/lock/vault-lock.ts';
import { PUBLISHED_FOLDER } from '../../../lib/sync/log/paths.ts';
import { newClock } from '../../../lib/sync/model/clock.ts';
import { findLog } from '../../../lib/sync/read/find-log.ts';
import { type LogPlace, placeReaderOf } from '../../../lib/sync/read/reading-storage.ts';
import { type ShareForm, sharePlaces } from '../../../lib/sync/read/share-places.ts';
import { pull } from '../../../lib/sync/run/pull.ts';
import { newSyncState } from '../../../lib/sync/run/sync-state.ts';
import type { SyncStorage } from '../../../lib/sync/storage.ts';
import { storageWithin } from '../../../lib/sync/storage-within.ts';
import { publish } from '../../../lib/syncing/publisher.ts';
import { emptyCollection, expectValue } from '../collections.ts';
import { memoryStorage } from './memory-storage.ts';
import { randomOf } from './random.ts';

/** What a publisher lets others read when nothing else is said. */
export const textAndOriginals: PublicationWish = {
  shelf: '',
  notes: false,
  marks: false,
  wanted: ['acts', 'originals', 'images'],
};

/** A publisher's collection and store, a server, and a reader who subscribes by a static server: no listing. */
export async function publishedWorld(wish: PublicationWish = textAndOriginals, locked: Unlocked | null = null) {
  const own = emptyCollection();
  const store = openSyncStore(`store-${crypto.randomUUID()}`);
  const storage = memoryStorage(randomOf(1), ['aaaa'], 0).seenBy('aaaa');
  const sent = await startPublishing(store, wish, locked);
  const asked: string[] = [];
  const server = staticServer(storage, asked);
  return {
    own,
    store,
    storage,
    asked,
    server,
    device: sent,
    publish: () => publish(own, store, storageWithin(storage, PUBLISHED_FOLDER), Date.now),
    subscribe: (passphrase = '') => subscribe(server, passphrase),
  };
}

/** Has a store publish from now on; gives the id of its device. */
export async function startPublishing(
  store: SyncStore,
  wish: PublicationWish,
  locked: Unlocked | null = null,
  device = 'pubdevice001',
): Promise<string> {
  const state = newSyncState(device, '李老师', wish.wanted);
  await writePublication(store, {
    wish,
    state,
    clock: newClock,
    ...(locked !== null && { locked }),
    indexed: 0,
    triedAt: 0,
    doneAt: 0,
    problem: null,
    essays: 0,
  });
  return state.device;
}

const free = { spend: async () => undefined, rest: async () => undefined };

/** A server that serves the files below `https://people.example.edu/li/` and nothing else: no listing, no other method. */
export const staticServer =
  (storage: Pick<SyncStorage, 'get'>, asked: string[]): typeof fetch =>
  async (input, init) => {
    const url = new URL(String(input));
    asked.push(`${init?.method} ${url.pathname}`);
    if (init?.method !== 'GET') return new Response('', { status: 405 });
    const path = decodeURIComponent(url.pathname).replace(/^\/li\//, '');
    const bytes = await storage.get(path);
    return bytes === null ? new Response('<html>nothing</html>', { status: 404 }) : new Response(bytes);
  };

/** A reader's copy of what is published, and its updates. */
export interface Subscribed {
  readonly collection: Collection;
  readonly place: LogPlace;
  readonly update: () => ReturnType<typeof pull>;
}

/** Subscribes by a server, as the program does. */
export const subscribe = (server: typeof fetch, passphrase = ''): Promise<Subscribed> =>
  subscribeAt({ link: 'https://people.example.edu/li/', user: '', password: '' }, passphrase, server);

/** Subscribes to what was handed over. */
export async function subscribeAt(
  form: ShareForm,
  passphrase = '',
  request: typeof fetch = fetch,
): Promise<Subscribed> {
  const reading = (place: LogPlace) => placeReaderOf(place)(place, free, request);
  const servers = sharePlaces(form);
  if (typeof servers === 'string') throw new Error(servers);
  const { place, vault, lock } = expectValue(await findLog(servers, reading, passphrase));
  const unlocked = lock === null ? null : await unlock(passphrase, lock);
  const storage = unlocked === null ? reading(place) : openedStorage(reading(place), unlocked.key);
  const collection = openCollection(`from-${crypto.randomUUID()}`, 'relaxed', Date.now, 'subscribed');
  await beginSubscribed(collection, { vault, wanted: ['acts', 'originals', 'images'] });
  const replica = subscribedReplica(collection);
  return {
    collection,
    place,
    update: async () => pull(replica, storage, await replica.readState(), true),
  };
}
