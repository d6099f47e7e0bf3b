import { publishedAddress } from '../collection/sync-store/published-address.ts';
import { spentRequests } from '../collection/sync-store/spent-requests.ts';
import type { SyncStore } from '../collection/sync-store/sync-store.ts';
import type { ServerTarget, SyncTarget } from '../collection/sync-store/target.ts';
import { couchdbStorage } from '../sync/couchdb/couchdb-storage.ts';
import { folderStorage } from '../sync/folder/folder-storage.ts';
import { lockedStorage } from '../sync/lock/locked-storage.ts';
import { PUBLISHED_FOLDER } from '../sync/log/paths.ts';
import { type LogPlace, placeReaderOf } from '../sync/read/reading-storage.ts';
import { requestBudget } from '../sync/server/budget.ts';
import type { SyncServer } from '../sync/server/sync-server.ts';
import type { ReadingStorage, SyncStorage } from '../sync/storage.ts';
import { storageWithin } from '../sync/storage-within.ts';
import { webdavStorage } from '../sync/webdav/webdav-storage.ts';

const now = (): number => Date.now();

/** A server as it is, its files not opened yet: whatever asks it spends of one budget. */
export function serverStorage(server: SyncServer & Pick<ServerTarget, 'kind'>, store: SyncStore): SyncStorage {
  const storageBy = server.kind === 'couchdb' ? couchdbStorage : webdavStorage;
  return storageBy(server, requestBudget(spentRequests(store, accountOf(server)), now), (...request) =>
    fetch(...request),
  );
}

/** What this computer syncs by, its files as they are. */
const plainStorage = (target: SyncTarget, store: SyncStore): SyncStorage =>
  target.kind === 'folder' ? folderStorage(target.handle) : serverStorage(target, store);

/** What this computer syncs by, its files open where they are encrypted. */
export function targetStorage(target: SyncTarget, store: SyncStore): SyncStorage {
  const plain = plainStorage(target, store);
  return target.key === null ? plain : lockedStorage(plain, target.key);
}

/**
 * What this computer publishes by, its files as they are: a folder beside what it syncs by. Of a CouchDB a database beside the sync's, since
 * whoever may read one file of a database may read them all.
 */
export const publishedStorage = (target: SyncTarget, store: SyncStore): SyncStorage =>
  target.kind === 'couchdb'
    ? serverStorage({ ...target, address: publishedAddress(target) }, store)
    : storageWithin(plainStorage(target, store), PUBLISHED_FOLDER);

/** Another's log, its files as they are. */
export const logStorage = (place: LogPlace, store: SyncStore): ReadingStorage =>
  placeReaderOf(place)(place, requestBudget(spentRequests(store, accountOf(place)), now), (...request) =>
    fetch(...request),
  );

const accountOf = ({ address, user }: Pick<ServerTarget, 'address' | 'user'>): string =>
  `${user} ${new URL(address).origin}`;
