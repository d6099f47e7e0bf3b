import type { Collection } from '../collection/collection.ts';
import { getBody, getCapture, getEssay } from '../collection/get-essay.ts';
import { listImages, putImages } from '../collection/images/images.ts';
import { noteMissingImages } from '../collection/lacks/note-missing-images.ts';
import type { StorageProblem } from '../collection/storage.ts';
import type { FetchBytes } from '../essay/image.ts';
import { fail, type Outcome, succeed } from '../essay/outcome.ts';
import { fetchImages, type ImageOptions, imageAddresses } from './essay-images.ts';

/** How far the images of an essay are: how many are through, of how many that it lacked, and how many could not be obtained. */
export interface ImagesThrough {
  readonly done: number;
  readonly of: number;
  readonly missing: number;
}

/** How storing is watched and stopped. */
export interface StoringOptions extends Pick<ImageOptions, 'signal'> {
  /** Told before the first image and after each. */
  readonly onImage?: (through: ImagesThrough) => void;
}

/**
 * Stores the images that a kept essay lacks, one after another as they come, and why the others could not be obtained. An essay
 * without a lack asks for nothing. Gives how many there were to obtain.
 */
export async function storeImages(
  collection: Collection,
  id: string,
  fetchBytes: FetchBytes,
  { onImage, ...options }: StoringOptions = {},
): Promise<Outcome<ImagesThrough, 'no-essay' | StorageProblem>> {
  const row = await getEssay(collection, id);
  if (!row.ok) return row;
  if (row.value === null) return fail('no-essay');
  const { captureId } = row.value;
  const [body, capture] = [await getBody(collection, captureId), await getCapture(collection, captureId)];
  if (!body.ok) return body;
  if (!capture.ok) return capture;
  if (body.value === null || capture.value === null) return fail('no-essay');
  const listed = await listImages(collection, id);
  if (!listed.ok) return listed;
  const stored = new Map(
    listed.value.flatMap(({ address, bytes }) => (bytes === null ? [] : [[address, bytes.byteLength] as const])),
  );
  const { html, archivedCopy } = body.value;
  const reading = { pageUrl: capture.value.pageUrl, archivedCopy };
  const of = imageAddresses(html).filter((address) => !stored.has(address)).length;
  let through: ImagesThrough = { done: 0, of, missing: 0 };
  if (of > 0) onImage?.(through);
  for await (const image of fetchImages(html, reading, fetchBytes, { ...options, stored })) {
    const put = await putImages(collection, id, [image]);
    if (!put.ok) return put;
    const missing = through.missing + (image.bytes === null || put.value === 0 ? 1 : 0);
    through = { done: through.done + 1, of, missing };
    onImage?.(through);
  }
  await noteMissingImages(collection, id, through.missing > 0 || through.done < through.of);
  return succeed(through);
}
