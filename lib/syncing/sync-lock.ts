/** The name of the lock that whoever syncs, or changes what it syncs by, holds: one at a time over all windows and the background. */
export const SYNC_LOCK = 'sync';
