import type { DexieOptions } from 'dexie';

/**
 * How every database is opened: who follows a query is told of a row when it is stored. Dexie would otherwise show what a write is about to
 * store (4.4, its `cache`), and a page that is closed in that moment, a mark having been painted, loses it.
 */
export const STORED_FIRST: DexieOptions = { cache: 'disabled' };
