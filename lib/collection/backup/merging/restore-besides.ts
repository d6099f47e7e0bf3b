import type { Collection } from '../../collection.ts';
import { findingId, settleFindings } from '../../integrity/findings.ts';
import type { ImageRow } from '../../rows.ts';
import type { EachPart } from '../each-part.ts';
import type { Row } from '../row-text.ts';
import { tableOf } from '../tables.ts';
import type { MergeWatch } from './merge-watch.ts';

/** Highlights, images and fingerprints, unless they are here; gives how many were. Runs inside the restoring transaction. */
export async function restoreBesides(
  collection: Collection,
  eachPart: EachPart,
  watch: MergeWatch | undefined,
): Promise<number> {
  let duplicates = 0;
  await eachPart('highlights', async (rows, old) => {
    const table = tableOf(collection, 'highlights');
    const likeness = ({ essayId, colour, note, quote, position }: Row): string =>
      JSON.stringify([essayId, colour, note, quote, position]);
    const here = await table
      .where('essayId')
      .anyOf(rows.map(({ essayId }) => String(essayId)))
      .toArray();
    const known = new Set(here.flatMap((row) => [String(row['id']), likeness(row)]));
    const fresh = rows.filter(
      (row) => !known.has(String(row['id'])) && !known.has(likeness(row)) && !old.has(String(row['id'])),
    );
    await table.bulkPut(fresh);
    watch?.marks(fresh.map(({ id }) => String(id)));
    duplicates += rows.length - fresh.length;
  });
  await eachPart('images', async (rows) => {
    const { images } = collection;
    const here = await images.bulkGet(rows.map(({ essayId, address }) => [String(essayId), String(address)]));
    const ids = rows.map(({ essayId, address }) => findingId('images', `${essayId} ${address}`));
    const told = await collection.quarantine.bulkGet(ids);
    const isLost = (at: number): boolean => here[at]?.bytes === null || told[at]?.settled === false;
    const fresh = rows.filter(({ bytes }, at) => here[at] === undefined || (bytes !== null && isLost(at)));
    await settleFindings(
      collection,
      ids.filter((_, at) => fresh.includes(rows[at] as Row) && told[at]?.settled === false),
    );
    // Their shape was looked at when the part was read.
    await images.bulkPut(fresh as unknown as ImageRow[]);
    duplicates += rows.length - fresh.length;
  });
  await eachPart('sent', async (rows) => {
    const table = tableOf(collection, 'sent');
    const here = await table.bulkGet(rows.map(({ id }) => String(id)));
    // Of two sendings to one library the later knows what stands there.
    const fresh = rows.filter(({ sentAt }, at) => String(here[at]?.['sentAt'] ?? '') < String(sentAt));
    await table.bulkPut(fresh);
    duplicates += rows.length - fresh.length;
  });
  await eachPart('fingerprints', async (rows) => {
    const table = tableOf(collection, 'fingerprints');
    const here = await table.bulkGet(rows.map(({ essayId }) => String(essayId)));
    await table.bulkPut(rows.filter((_, at) => here[at] === undefined));
  });
  return duplicates;
}
