import type { Collection } from '../collection.ts';
import { partsOfEssay } from '../sync/essay-parts.ts';
import { keyOfText } from '../sync/log-keys.ts';
import { marksOf } from './mark-changes.ts';

/** Marks all rows of an essay as not copied, so that the second copy takes them in once more: what it had of them is gone. */
export async function markEssay(collection: Collection, essayId: string): Promise<void> {
  const { essays, captures, bodies, originals, images, highlights, sent, stamps, uncopied } = collection;
  const tables = [essays, captures, bodies, originals, images, highlights, sent, stamps, uncopied];
  await collection.transaction('rw', tables, async () => {
    const parts = await partsOfEssay(collection, essayId);
    const sendings = await sent.where('essayId').equals(essayId).primaryKeys();
    const stamped = await stamps.where('owner').equals(essayId).primaryKeys();
    await uncopied.bulkAdd([
      ...marksOf([
        { table: 'stamps', keys: stamped },
        { table: 'essays', keys: [essayId] },
        { table: 'sent', keys: sendings },
        ...parts.map(({ table, key }) => ({ table, keys: [keyOfText(table, key)] })),
      ]),
    ]);
  });
}
