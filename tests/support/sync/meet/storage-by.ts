import { couchdbStorage } from '../../../../lib/sync/couchdb/couchdb-storage.ts';
import type { RequestBudget } from '../../../../lib/sync/server/budget.ts';
import type { SyncStorage } from '../../../../lib/sync/storage.ts';
import { webdavStorage } from '../../../../lib/sync/webdav/webdav-storage.ts';

/** Opens a server whose requests are counted by a budget. */
export type StorageBy = (budget: RequestBudget) => SyncStorage;

const account = { user: 'reader', password: 'app-password' };

/** A folder by WebDAV, of the account that the servers of tests know. */
export const byWebdav =
  ({ address }: { readonly address: string }): StorageBy =>
  (budget) =>
    webdavStorage({ ...account, address }, budget);

/** The database of a sync at a server that speaks as CouchDB does. */
export const byCouchdb =
  ({ address }: { readonly address: string }): StorageBy =>
  (budget) =>
    couchdbStorage({ ...account, address: `${address}wencun/` }, budget);
