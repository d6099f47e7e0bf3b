import { Dexie, type Table } from 'dexie';
import type { BodyRow, CaptureRow, EssayRow, OriginalRow } from './rows.ts';

/** The open collection: the first argument of every function of this folder. */
export interface Collection extends Dexie {
  readonly essays: Table<EssayRow, string>;
  readonly captures: Table<CaptureRow, string>;
  readonly bodies: Table<BodyRow, string>;
  readonly originals: Table<OriginalRow, string>;
}

/**
 * Gives the collection; the database itself opens with the first query. A page needs one, kept while it lives.
 * `name` is for tests.
 *
 * A capture is on disk before a keep reports success (`strict`): a crash must not lose what the badge said was kept.
 */
export function openCollection(name = 'wencun'): Collection {
  const collection = new Dexie(name, { chromeTransactionDurability: 'strict' }) as Collection;
  // `[trashedAt+keptAt+id]` is the order of both lists: the collection's ('' first) and the trash's.
  collection.version(1).stores({
    essays: 'id, [trashedAt+keptAt+id]',
    captures: 'id, [essayId+takenAt]',
    bodies: 'captureId, essayId',
    originals: 'captureId, essayId',
  });
  return collection;
}
