/** The name of the lock that whoever syncs, or changes what it syncs by, holds: one at a time over all windows and the background. */
export const SYNC_LOCK = 'sync';
/** The lock of whoever updates what is read of others, and that of whoever publishes. */
export const SUBSCRIBE_LOCK = 'subscriptions';
export const PUBLISH_LOCK = 'publication';
