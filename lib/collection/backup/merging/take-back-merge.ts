import type { Table } from 'dexie';
import type { Outcome } from '../../../essay/outcome.ts';
import { type Changed, changeWithin, doneOf } from '../../actions/change-rows.ts';
import type { Collection } from '../../collection.ts';
import { attempt, type StorageProblem } from '../../storage.ts';
import { writingRows } from '../../write-rows.ts';
import type { MergeWatch } from './merge-watch.ts';

/** What taking a merge back came to. */
export interface TakenBack {
  /** Essays that came with it and are in the trash now, with their versions and highlights. */
  readonly trashed: number;
  /** Essays that were here, and are as they were; of how many that it had changed. */
  readonly restored: number;
  readonly changed: number;
}

/** What a merge did: plain data, so that it can be stored. */
export interface MergeRecord {
  /** Ids of essays that it added. */
  readonly added: readonly string[];
  readonly changed: readonly Changed[];
  /** Ids of highlights that it added. */
  readonly marks: readonly string[];
  readonly made: { readonly tags: readonly string[]; readonly shelves: readonly string[] };
}

/** What a merge did, as far as it is told of it. */
export interface MergeMemory {
  readonly watch: MergeWatch;
  readonly record: () => MergeRecord;
}

/** Remembers a merge so that it can be taken back. */
export function rememberMerge(): MergeMemory {
  const added: string[] = [];
  const changed: Changed[] = [];
  const marks: string[] = [];
  const made = { tags: [] as string[], shelves: [] as string[] };
  return {
    watch: {
      rows(changes) {
        for (const { before, after } of changes) {
          if (after === undefined) continue;
          if (before === undefined) added.push(after.id);
          else changed.push({ before, after });
        }
      },
      marks: (ids) => void marks.push(...ids),
      made(ids) {
        made.tags.push(...ids.tags);
        made.shelves.push(...ids.shelves);
      },
    },
    record: () => ({ added: [...added], changed: [...changed], marks: [...marks], made }),
  };
}

/**
 * Takes a merge back: what it added goes to the trash, what it changed is as it was unless it was changed since, its highlights in
 * essays that were here go, and so do tags and collections that it made and nothing else has. Versions that it added to essays that were here stay as older ones.
 * `alongside` stores over `meta`, in the same transaction, what is remembered of it.
 */
export const takeBackMerge = (
  collection: Collection,
  { added, changed, marks, made }: MergeRecord,
  alongside?: () => Promise<unknown>,
): Promise<Outcome<TakenBack, StorageProblem>> =>
  attempt(() =>
    writingRows(collection, tablesOf(collection), async () => {
      const back = await doneOf(collection, changed).undo();
      if (!back.ok) throw new Error(back.problem.detail ?? back.problem.code);
      const trashed = await letGo(collection, { added: new Set(added), marks, made });
      await alongside?.();
      return { trashed, restored: back.value, changed: changed.length };
    }),
  );

interface Came {
  readonly added: ReadonlySet<string>;
  readonly marks: readonly string[];
  readonly made: { readonly tags: readonly string[]; readonly shelves: readonly string[] };
}

const tablesOf = ({ bodies, highlights, tags, shelves }: Collection): Table[] => [bodies, highlights, tags, shelves];

/** Puts what came into the trash, and lets go of what came with it; gives how many essays it moved. Inside a transaction over `tablesOf`. */
async function letGo(collection: Collection, { added, marks, made }: Came): Promise<number> {
  const { essays, highlights, shelves } = collection;
  const trashedAt = new Date().toISOString();
  const moved = await changeWithin(collection, [...added], (row) =>
    row.trashedAt === '' ? { ...row, trashedAt } : row,
  );
  // Marks in essays that came along stay with them, in the trash.
  const found = (await highlights.bulkGet([...marks])).filter((row) => row !== undefined);
  await highlights.bulkDelete(found.filter(({ essayId }) => !added.has(essayId)).map(({ id }) => id));
  for (const name of ['tags', 'shelves'] as const) {
    // From the innermost outwards: what holds another stays with it.
    for (const id of made[name].toReversed()) {
      const wearers = await essays.where(name).equals(id).primaryKeys();
      if (wearers.some((key) => !added.has(key))) continue;
      if (name === 'shelves' && (await shelves.where('parent').equals(id).count()) > 0) continue;
      await changeWithin(collection, wearers, (row) => ({ ...row, [name]: row[name].filter((one) => one !== id) }));
      await collection.table(name).delete(id);
    }
  }
  return moved.length;
}
