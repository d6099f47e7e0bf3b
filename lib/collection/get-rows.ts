import { checkEssayRow } from './check-rows.ts';
import type { Collection } from './collection.ts';
import type { EssayRow } from './rows.ts';

/**
 * The rows of essays, in the order of their ids; null where there is none or where it is damaged.
 * Rejects when the database fails.
 */
export async function getRows(collection: Collection, ids: readonly string[]): Promise<readonly (EssayRow | null)[]> {
  const rows = await collection.essays.bulkGet([...ids]);
  return rows.map((row) => (row !== undefined && checkEssayRow(row) ? row : null));
}
