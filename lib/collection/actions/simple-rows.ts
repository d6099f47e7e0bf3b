import type { Table } from 'dexie';
import type { Outcome } from '../../essay/outcome.ts';
import { attempt, type StorageProblem } from '../storage.ts';
import type { Done } from './change-rows.ts';

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
  return attempt(() =>
    table.db.transaction('rw', table, async () => {
      const before = await table.get(id);
      if (before === undefined) return { count: 0, undo: () => attempt(async () => 0) };
      const after = change(before);
      await (after === null ? table.delete(id) : table.put(after));
      return { count: 1, undo: () => attempt(() => table.put(before).then(() => 1)) };
    }),
  );
}
