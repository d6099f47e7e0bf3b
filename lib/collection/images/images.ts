import { type EssayImage, imageLimits } from '../../essay/image.ts';
import { fail, type Outcome } from '../../essay/outcome.ts';
import { readableRows } from '../checked/check-row.ts';
import { isImageAsStored, withImageDigest } from '../checked/image-digest.ts';
import type { Collection } from '../collection.ts';
import { findingId, settleFindings } from '../integrity/findings.ts';
import type { ImageRow } from '../rows.ts';
import { attempt, type StorageProblem } from '../storage.ts';
import { isEssayImage } from './image-shape.ts';

/**
 * Every image of an essay that was asked for, of all its versions: those that were obtained and those that were not. One whose bytes
 * are not those that were stored comes without bytes, as `damaged`.
 */
export function listImages(
  collection: Collection,
  essayId: string,
): Promise<Outcome<readonly ImageRow[], StorageProblem>> {
  return attempt(async () => {
    const rows = readableRows('images', await imagesOf(collection, essayId).toArray());
    const asStored = await Promise.all(rows.map(isImageAsStored));
    return rows.map((row, at): ImageRow => {
      if (asStored[at] === true) return row;
      const { digest: _, ...rest } = row;
      return { ...rest, type: '', bytes: null, problem: 'damaged' };
    });
  });
}

/**
 * Stores images with their essay, each with its digest; gives how many were. One that has its bytes already stays, so that asking
 * again loses none; a damaged one gives way to one that was obtained anew.
 * What is no image, or goes beyond `imageLimits`, is not stored; nor is anything of an essay that is not there any more.
 */
export async function putImages(
  collection: Collection,
  essayId: string,
  images: readonly EssayImage[],
): Promise<Outcome<number, StorageProblem>> {
  const { essays, images: table, quarantine, guard } = collection;
  const held = await guard.ready(images.reduce((sum, { bytes }) => sum + (bytes?.byteLength ?? 0), 0));
  if (held !== null) return fail(held);
  // Digests are made before the transaction, which closes when it waits for anything but itself.
  const digested = await Promise.all(images.filter(isEssayImage).map(withImageDigest));
  const found = await attempt(() => damagedAmong(collection, essayId, digested));
  if (!found.ok) return found;
  const damaged = found.value;
  return attempt(() =>
    collection.transaction('rw', [essays, table, quarantine], async () => {
      if ((await essays.get(essayId)) === undefined) return 0;
      const sizes = new Map<string, number>();
      await imagesOf(collection, essayId).each((row) => {
        const isDamaged = row.digest !== undefined && damaged.get(row.address) === row.digest;
        sizes.set(row.address, isDamaged ? 0 : (row.bytes?.byteLength ?? 0));
      });
      const rows: ImageRow[] = [];
      for (const image of digested) {
        const size = image.bytes?.byteLength ?? 0;
        const all = [...sizes.values()].reduce((sum, one) => sum + one, size);
        const fits = all <= imageLimits.essayBytes && (sizes.has(image.address) || sizes.size < MOST_ROWS);
        // What is left of a damaged one is more than a reason why there is none.
        const isWorse = image.bytes === null && damaged.has(image.address);
        if ((sizes.get(image.address) ?? 0) > 0 || !fits || isWorse) continue;
        rows.push({ ...image, essayId });
        sizes.set(image.address, size);
      }
      await table.bulkPut(rows);
      const anew = rows.filter(({ address }) => damaged.has(address));
      await settleFindings(
        collection,
        anew.map(({ address }) => findingId('images', `${essayId} ${address}`)),
      );
      return rows.length;
    }),
  );
}

/** Of images that are to be stored those whose stored bytes are damaged: the digests that they should have, by address. */
async function damagedAmong(
  { images: table }: Collection,
  essayId: string,
  images: readonly EssayImage[],
): Promise<ReadonlyMap<string, string>> {
  const keys = images.map(({ address }): [string, string] => [essayId, address]);
  const stored = readableRows('images', await table.bulkGet(keys));
  const asStored = await Promise.all(stored.map(isImageAsStored));
  return new Map(stored.flatMap(({ address, digest }, at) => (asStored[at] ? [] : [[address, digest ?? '']])));
}

/** Rows of one essay, those without bytes among them: several versions may name different images. */
const MOST_ROWS = 4 * imageLimits.count;

const imagesOf = ({ images }: Collection, essayId: string) =>
  images.where('[essayId+address]').between([essayId, ''], [essayId, '\uffff']);
