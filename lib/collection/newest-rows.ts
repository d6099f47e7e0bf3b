import { Dexie } from 'dexie';
import { isWhole } from './checked/check-row.ts';
import type { Collection } from './collection.ts';
import type { RowChange } from './ledger/enter-rows.ts';
import type { MetaRow } from './ledger/ledger-state.ts';
import { readAtOnce } from './read-at-once.ts';
import type { EssayRow } from './rows.ts';

/** The key of the row of `meta` that holds the newest essays, as the list begins with them. */
export const NEWEST_KEY = 'newest-rows';

/** Rows that fill a window at first. */
export const NEWEST = 16;

/** Newest kept first, as the list of the collection has them. */
const newestFirst = (a: EssayRow, b: EssayRow): number =>
  a.keptAt === b.keptAt ? (a.id < b.id ? 1 : -1) : a.keptAt < b.keptAt ? 1 : -1;

/**
 * The record of the newest rows when `changes` are written, whose rows are `rows`, of what it is before them: the row to put, null where it stays,
 * `'lost'` where too little is left of it, so that it is to be read anew after them. What it costs does not grow with the collection.
 */
export function newestAfter(
  recorded: MetaRow | undefined,
  changes: readonly RowChange[],
  rows: readonly EssayRow[],
): MetaRow | 'lost' | null {
  const before = rowsOf(recorded?.value);
  if (before === null) return 'lost';
  const changed = new Set(changes.map(({ before: row, after }) => after?.id ?? row?.id ?? ''));
  const stay = before.filter(({ id }) => !changed.has(id));
  // Of a record that is full, more follows after its last.
  const last = before.length === NEWEST ? before.at(-1) : undefined;
  const come = rows.filter((row) => row.trashedAt === '' && (last === undefined || newestFirst(row, last) <= 0));
  if (come.length === 0 && stay.length === before.length) return null;
  const next = [...stay, ...come].sort(newestFirst).slice(0, NEWEST);
  return last !== undefined && next.length < NEWEST ? 'lost' : recordOf(next);
}

/** Reads the newest rows from the essays and records them. Inside a transaction over `essays` and `meta`. */
export async function recordNewest({ essays, meta }: Pick<Collection, 'essays' | 'meta'>): Promise<void> {
  const order = essays.where('[trashedAt+keptAt+id]').between(['', Dexie.minKey], ['', Dexie.maxKey], false, false);
  await meta.put(recordOf(await order.reverse().limit(NEWEST).toArray()));
}

/** The changes to a text may be long, and no list shows them. */
const recordOf = (rows: readonly EssayRow[]): MetaRow => ({
  key: NEWEST_KEY,
  value: rows.map(({ textEdits: _, ...row }) => row),
});

/**
 * The newest essays, as far as they are recorded and can be read: one record, so that a list is there before the database was
 * asked for it. None where there is no record or the database fails; whoever shows them follows with the list itself.
 */
export async function readNewest(collection: Collection): Promise<readonly EssayRow[]> {
  try {
    const { meta } = collection;
    const row = await readAtOnce(collection, [meta], ({ get }) => get(meta, NEWEST_KEY));
    return rowsOf(row?.value) ?? [];
  } catch {
    return [];
  }
}

/** The rows of a record; null for one that is damaged anywhere: it is made anew with the next writing. */
const rowsOf = (value: unknown): EssayRow[] | null =>
  Array.isArray(value) && value.every((row) => isWhole('essays', row)) ? value : null;
