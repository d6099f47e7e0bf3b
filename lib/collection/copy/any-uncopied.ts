import type { Collection } from '../collection.ts';

/**
 * True while something is not in the second copy yet; for those who follow it. A whole mark is asked for and not its key alone: Dexie
 * does not tell a query for keys of rows whose numbers the database gives out, so that what was asked by keys heard of no change after its first answer.
 */
export const isAnyUncopied = async ({ uncopied }: Pick<Collection, 'uncopied'>): Promise<boolean> =>
  (await uncopied.limit(1).toArray()).length > 0;
