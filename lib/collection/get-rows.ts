import { readableRow } from './checked/check-row.ts';
import type { Collection } from './collection.ts';
import type { EssayRow } from './rows.ts';

/**
 * The rows of essays, in the order of their ids, as far as they can be read; null where there is none, or too little of it.
 * Rejects when the database fails.
 */
export async function getRows(collection: Collection, ids: readonly string[]): Promise<readonly (EssayRow | null)[]> {
  const rows = await collection.essays.bulkGet([...ids]);
  return rows.map((row) => readableRow('essays', row));
}
