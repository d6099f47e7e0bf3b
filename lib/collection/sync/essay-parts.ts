import type { Collection } from '../collection.ts';
import { textOfKey } from './log-keys.ts';

/** Tables of what belongs to an essay and is sent for itself, with the index that finds it. */
export const partIndexes = {
  captures: '[essayId+takenAt]',
  bodies: 'essayId',
  originals: 'essayId',
  images: '[essayId+address]',
  highlights: 'essayId',
} as const;

const partNames = Object.keys(partIndexes) as (keyof typeof partIndexes)[];

/** What belongs to an essay, by table and key as they stand in the log. Inside a transaction, or by itself. */
export async function partsOfEssay(
  collection: Collection,
  essayId: string,
): Promise<readonly { readonly table: string; readonly key: string }[]> {
  const parts = [];
  for (const table of partNames) {
    const keys: readonly unknown[] = await rowsOf(collection, table, essayId).primaryKeys();
    parts.push(...keys.map((key) => ({ table, key: textOfKey(key) })));
  }
  return parts;
}

/** Deletes what belongs to essays. Inside a transaction. */
export async function deleteEssayParts(collection: Collection, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    for (const table of partNames) await rowsOf(collection, table, id).delete();
    await collection.sent.where('essayId').equals(id).delete();
  }
}

function rowsOf(collection: Collection, table: keyof typeof partIndexes, essayId: string) {
  const index = partIndexes[table];
  const rows = collection.table<unknown, unknown>(table).where(index);
  return index === 'essayId' ? rows.equals(essayId) : rows.between([essayId, ''], [essayId, '\uffff']);
}
