import { Dexie, type Table } from 'dexie';
import type { Ask } from '../../queue-plan/ask.ts';
import { STORED_FIRST } from '../guard/stored-first.ts';
import type { HarvestListRow, HarvestPartRow, HarvestRow } from './harvest-rows.ts';

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
  /** What archives have of sites, as far as it was asked for. */
  readonly harvests: Table<HarvestRow, string>;
  /** By look and number. */
  readonly harvestParts: Table<HarvestPartRow, [string, number]>;
  /** By look and folded address. */
  readonly harvestLists: Table<HarvestListRow, [string, string]>;
}

/** Gives the store; the database itself opens with the first query. `name` is for tests. */
export function openArchiveStore(name = 'wencun-archives'): ArchiveStore {
  const store = new Dexie(name, STORED_FIRST);
  store.version(1).stores({ asks: 'essayId', facts: 'key' });
  store.version(2).stores({ harvests: 'id, archive', harvestParts: '[harvest+part]', harvestLists: '[harvest+key]' });
  return store as ArchiveStore;
}
