import type { Collection } from '../../../lib/collection/collection.ts';

/** Name of one of the reader's collections; '' where there is none of this id any more. */
export const nameOfShelf = async ({ shelves }: Collection, id: string): Promise<string> =>
  (await shelves.get(id).catch(() => undefined))?.name ?? '';
