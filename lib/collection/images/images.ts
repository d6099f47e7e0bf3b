import { type EssayImage, imageLimits } from '../../essay/image.ts';
import { fail, type Outcome } from '../../essay/outcome.ts';
import { readableRows } from '../checked/check-row.ts';
import type { Collection } from '../collection.ts';
import type { ImageRow } from '../rows.ts';
import { attempt, type StorageProblem } from '../storage.ts';
import { isEssayImage } from './image-shape.ts';

/** Every image of an essay that was asked for, of all its versions: those that were obtained and those that were not. */
export function listImages(
  collection: Collection,
  essayId: string,
): Promise<Outcome<readonly ImageRow[], StorageProblem>> {
  return attempt(async () => readableRows('images', await imagesOf(collection, essayId).toArray()));
}

/**
 * Stores images with their essay; gives how many were. One that has its bytes already stays, so that asking again loses none.
 * What is no image, or goes beyond `imageLimits`, is not stored; nor is anything of an essay that is not there any more.
 */
export async function putImages(
  collection: Collection,
  essayId: string,
  images: readonly EssayImage[],
): Promise<Outcome<number, StorageProblem>> {
  const { essays, images: table, guard } = collection;
  const held = await guard.ready(images.reduce((sum, { bytes }) => sum + (bytes?.byteLength ?? 0), 0));
  if (held !== null) return fail(held);
  return attempt(() =>
    collection.transaction('rw', [essays, table], async () => {
      if ((await essays.get(essayId)) === undefined) return 0;
      const sizes = new Map<string, number>();
      await imagesOf(collection, essayId).each((row) => sizes.set(row.address, row.bytes?.byteLength ?? 0));
      const rows: ImageRow[] = [];
      for (const image of images) {
        const size = image.bytes?.byteLength ?? 0;
        const all = [...sizes.values()].reduce((sum, one) => sum + one, size);
        const fits = all <= imageLimits.essayBytes && (sizes.has(image.address) || sizes.size < MOST_ROWS);
        if (!isEssayImage(image) || (sizes.get(image.address) ?? 0) > 0 || !fits) continue;
        rows.push({ ...image, essayId });
        sizes.set(image.address, size);
      }
      await table.bulkPut(rows);
      return rows.length;
    }),
  );
}

/** Rows of one essay, those without bytes among them: several versions may name different images. */
const MOST_ROWS = 4 * imageLimits.count;

const imagesOf = ({ images }: Collection, essayId: string) =>
  images.where('[essayId+address]').between([essayId, ''], [essayId, '\uffff']);
