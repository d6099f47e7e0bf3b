import { Dexie, type Table } from 'dexie';
import type { Ask } from '../../queue-plan/ask.ts';

/** A fact by its name. */
interface FactRow {
  readonly key: string;
  readonly value: unknown;
}

/**
 * What is remembered of dealings with web archives, in a database of its own: it can be asked for anew, so that it stands in no backup and
 * no second copy, and its size and its faults touch no essay. What comes of it, captures and their addresses, is in the collection.
 */
export interface ArchiveStore extends Dexie {
  /** Pages that an archive is to save, by essay. */
  readonly asks: Table<Ask, string>;
  /** What there is once: the reader's own keys of archive.org. */
  readonly facts: Table<FactRow, string>;
}

/** Gives the store; the database itself opens with the first query. `name` is for tests. */
export function openArchiveStore(name = 'wencun-archives'): ArchiveStore {
  const store = new Dexie(name);
  store.version(1).stores({ asks: 'essayId', facts: 'key' });
  return store as ArchiveStore;
}
