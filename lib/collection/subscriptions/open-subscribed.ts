import { type Collection, openCollection } from '../collection.ts';

/** The database of a subscription, by its id. */
export const databaseOf = (id: string): string => `wencun-from-${id}`;

/** The folder of a subscription's search index in the private file system. */
export const indexFolderOf = (id: string): string => `index-from-${id}`;

/**
 * What is read of another's, in a database of its own that is opened by the same code: nothing of it is in one's own, in its second copy, its
 * backups, its sync or its exports.
 */
export const openSubscribed = (id: string): Collection =>
  openCollection(databaseOf(id), 'relaxed', Date.now, 'subscribed');
