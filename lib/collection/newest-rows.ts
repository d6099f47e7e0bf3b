import { Dexie } from 'dexie';
import { readableRows } from './checked/check-row.ts';
import type { Collection } from './collection.ts';
import type { RowChange } from './ledger/enter-rows.ts';
import { readAtOnce } from './read-at-once.ts';
import type { EssayRow } from './rows.ts';

/** The row of `meta` that holds the newest essays, as the list begins with them. */
const KEY = 'newest-rows';

/** Rows that fill a window at first. */
export const NEWEST = 16;

/** Newest kept first, as the list of the collection has them. */
const newestFirst = (a: EssayRow, b: EssayRow): number =>
  a.keptAt === b.keptAt ? (a.id < b.id ? 1 : -1) : a.keptAt < b.keptAt ? 1 : -1;

/**
 * Brings the record of the newest rows up to what was written. Within the transaction that wrote `rows`, over `essays` and `meta`;
 * what it costs does not grow with the collection.
 */
export async function keepNewest(
  { essays, meta }: Pick<Collection, 'essays' | 'meta'>,
  changes: readonly RowChange[],
  rows: readonly EssayRow[],
): Promise<void> {
  const before = rowsOf((await meta.get(KEY))?.value);
  const changed = new Set(changes.map(({ before: row, after }) => after?.id ?? row?.id ?? ''));
  const stay = before?.filter(({ id }) => !changed.has(id)) ?? [];
  // Of a record that is full, more follows after its last.
  const last = before !== null && before.length === NEWEST ? before.at(-1) : undefined;
  const come = rows.filter((row) => row.trashedAt === '' && (last === undefined || newestFirst(row, last) <= 0));
  if (before !== null && come.length === 0 && stay.length === before.length) return;
  let next: readonly EssayRow[] = [...stay, ...come].sort(newestFirst).slice(0, NEWEST);
  if (before === null || (last !== undefined && next.length < NEWEST)) {
    const order = essays.where('[trashedAt+keptAt+id]').between(['', Dexie.minKey], ['', Dexie.maxKey], false, false);
    next = await order.reverse().limit(NEWEST).toArray();
  }
  // The changes to a text may be long, and no list shows them.
  await meta.put({ key: KEY, value: next.map(({ textEdits: _, ...row }) => row) });
}

/**
 * The newest essays, as far as they are recorded and can be read: one record, so that a list is there before the database was
 * asked for it. None where there is no record or the database fails; whoever shows them follows with the list itself.
 */
export async function readNewest(collection: Collection): Promise<readonly EssayRow[]> {
  try {
    const { meta } = collection;
    const row = await readAtOnce(collection, [meta], ({ get }) => get(meta, KEY));
    return readableRows('essays', rowsOf(row?.value) ?? []);
  } catch {
    return [];
  }
}

const rowsOf = (value: unknown): EssayRow[] | null => (Array.isArray(value) ? value : null);
