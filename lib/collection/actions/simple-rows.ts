import type { Table } from 'dexie';
import type { Outcome } from '../../essay/outcome.ts';
import { attempt, type StorageProblem } from '../storage.ts';
import type { Done } from './change-rows.ts';
import { putBack } from './values-back.ts';

/** Adds a row of a table whose rows stand for themselves. */
export function addRow<Row extends { readonly id: string }>(
  table: Table<Row, string>,
  row: Row,
): Promise<Outcome<Done & { readonly id: string }, StorageProblem>> {
  const { id } = row;
  return attempt(async () => {
    await table.add(row);
    return { id, count: 1, undo: () => attempt(() => table.delete(id).then(() => 1)) };
  });
}

/** Changes such a row, or removes it where `change` gives null. Counts nothing where there is no such row. */
export function changeRow<Row extends { readonly id: string }>(
  table: Table<Row, string>,
  id: string,
  change: (row: Row) => Row | null,
): Promise<Outcome<Done, StorageProblem>> {
  const within = <T>(work: () => Promise<T>) => table.db.transaction('rw', table, work);
  return attempt(() =>
    within(async (): Promise<Done> => {
      const before = await table.get(id);
      if (before === undefined) return { count: 0, undo: () => attempt(async () => 0) };
      const after = change(before);
      if (after === null) {
        await table.delete(id);
        // One that came back by itself is another's.
        const restore = async () => ((await table.get(id)) === undefined ? table.add(before).then(() => 1) : 0);
        return { count: 1, undo: () => attempt(() => within(restore)) };
      }
      await table.put(after);
      return { count: 1, undo: () => attempt(() => within(() => putBack(table, before, after))) };
    }),
  );
}
