import type { IndexableType, Table } from 'dexie';
import type { Collection } from '../collection.ts';

/** Keys that are read in one request: whoever asks the database meanwhile waits for one such, also in a library of 100,000 essays. */
const SLICE = 500;

/** The tables whose rows are of essays, and the index of each that begins with the essay's id. */
const indexes = [
  ['captures', '[essayId+takenAt]'],
  ['bodies', 'essayId'],
  ['originals', 'essayId'],
  ['highlights', 'essayId'],
  ['images', ':id'],
] as const;

type Name = (typeof indexes)[number][0];

/**
 * The ids of essays that other rows are of and that have no row themselves, in order. Reads keys alone, some at a time: each with the essays
 * that they are of at one moment, so that what is kept or deleted meanwhile is no orphan.
 */
export async function findOrphans(collection: Collection): Promise<readonly string[]> {
  const orphans = new Set<string>();
  for (const [name, index] of indexes) {
    let after: IndexableType | null = null;
    do {
      const [found, last]: Slice = await sliceOf(collection, name, index, after);
      for (const id of found) orphans.add(id);
      after = last;
    } while (after !== null);
  }
  return [...orphans].toSorted();
}

/** Orphans of some keys of an index, and the last of the keys; null where no more follow. */
type Slice = readonly [orphans: readonly string[], last: IndexableType | null];

function sliceOf(collection: Collection, name: Name, index: string, after: IndexableType | null): PromiseLike<Slice> {
  const table: Table<unknown, IndexableType> = collection.table(name);
  return collection.transaction('r', [table, collection.essays], async (): Promise<Slice> => {
    const from = after === null ? table.orderBy(index) : table.where(index).above(after);
    const some = from.limit(SLICE);
    const keys: readonly IndexableType[] = await (index === ':id' ? some.primaryKeys() : some.uniqueKeys());
    const heads: readonly unknown[] = index === 'essayId' ? keys : keys.map(headOf);
    const ids = new Set(heads.filter((id) => typeof id === 'string'));
    for (const id of await keptAmong(collection, [...ids])) ids.delete(id);
    return [[...ids], keys.length < SLICE ? null : (keys.at(-1) ?? null)];
  });
}

/** The first part of a key of several, which is the essay's id, whatever it holds. */
const headOf = (key: IndexableType): unknown => (Array.isArray(key) ? key[0] : null);

/** The ids, in order, that essays have: of those that lie close together by one request, else by a look for each. */
async function keptAmong({ essays }: Collection, ids: readonly string[]): Promise<readonly string[]> {
  const [first, last] = [ids[0], ids.at(-1)];
  if (first === undefined || last === undefined) return [];
  const between = await essays
    .where(':id')
    .between(first, last, true, true)
    .limit(2 * SLICE)
    .primaryKeys();
  return between.length < 2 * SLICE ? between : essays.where(':id').anyOf(ids).primaryKeys();
}
