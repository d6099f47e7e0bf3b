import type { Outcome } from '../../../essay/outcome.ts';
import type { Collection } from '../../collection.ts';
import { attempt, type StorageProblem } from '../../storage.ts';
import { type Backup, readRows } from '../open-backup.ts';

/** What a file that somebody handed over would bring. */
export interface HandedLook {
  /** Essays of it that are here already, and those of them that are in the trash. */
  readonly here: number;
  readonly inTrash: number;
  /** Notes in it. */
  readonly notes: number;
  /** Names of its tags and collections. */
  readonly tags: readonly string[];
  readonly shelves: readonly string[];
}

/** Compares a file that was opened with the collection, which stays as it is. */
export function lookAtHanded(collection: Collection, backup: Backup): Promise<Outcome<HandedLook, StorageProblem>> {
  return attempt(async () => {
    const look = { here: 0, inTrash: 0, notes: 0, tags: [] as string[], shelves: [] as string[] };
    for (const entry of backup.manifest.entries) {
      const { table } = entry;
      if (table !== 'tags' && table !== 'shelves' && table !== 'essays') continue;
      const rows = await readRows(backup, entry);
      if (table !== 'essays') {
        look[table].push(...rows.map(({ name }) => String(name)));
        continue;
      }
      look.notes += rows.filter(({ note }) => note !== '').length;
      const found = await collection.essays.bulkGet(rows.map(({ id }) => String(id)));
      const known = found.filter((row) => row !== undefined);
      look.here += known.length;
      look.inTrash += known.filter(({ trashedAt }) => trashedAt !== '').length;
    }
    return look;
  });
}
