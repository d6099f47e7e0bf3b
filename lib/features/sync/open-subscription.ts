import type { Collection } from '../../collection/collection.ts';
import { getRows } from '../../collection/get-rows.ts';
import type { EssayRow } from '../../collection/rows.ts';
import { foreignId } from '../../collection/subscriptions/foreign-id.ts';

/** The rows of another's essays as a list of the reader's shows them: with ids that tell whose they are, and nothing of how others file them. */
export async function foreignRows(
  collection: Collection,
  from: string,
  ids: readonly string[],
): Promise<readonly (EssayRow | null)[]> {
  const rows = await getRows(collection, ids);
  return rows.map((row) => row && { ...row, id: foreignId(from, row.id), tags: [], shelves: [], cluster: '' });
}
