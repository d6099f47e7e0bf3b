import type { Collection } from '../collection/collection.ts';
import { putImages } from '../collection/images/images.ts';
import type { Essay } from '../essay/essay.ts';
import { essayId } from '../essay/identity.ts';
import type { EssayImage } from '../essay/image.ts';
import { yieldToPage } from '../essay/yield-to-page.ts';
import { imageAddresses } from '../images/essay-images.ts';
import { createImagePool, type ImagePool } from './image-pool.ts';
import { imagesAtHand } from './images-at-hand.ts';
import { type ImportItem, lost } from './import-item.ts';
import { keepTogether, type ReadPage } from './keep-together.ts';
import { type OpenBytes, openInBrowser } from './open-source.ts';
import { type PageSet, pageSets } from './page-sets.ts';
import { readSet } from './read-set.ts';
import { pagesOfSource } from './sources/read-source.ts';
import type { SourceFile } from './sources/source.ts';

/** How an import is watched, and stopped. */
export interface ImportOptions {
  readonly signal?: AbortSignal;
  /** Told as files are read: how many of their bytes more. */
  readonly onBytes?: (count: number) => void;
  readonly open?: OpenBytes;
  /** False keeps no images of the essays. */
  readonly images?: boolean;
}

/** Bytes of images that came after their essays, held until these are kept. */
const LATE = 16 * 1024 * 1024;

/**
 * Keeps every essay in these files and tells what became of each page. Pages are read one at a time and kept some at a time.
 * An essay that is kept already stays as it is, unless it lacked pages that are here. Ends early when it is stopped, once what
 * was read by then is kept, or when the collection cannot be written to; never throws.
 */
export async function* importPages(
  collection: Collection,
  files: readonly SourceFile[],
  { signal, onBytes, open = openInBrowser, images = true }: ImportOptions = {},
): AsyncGenerator<ImportItem> {
  const pause = yieldToPage();
  const together = keepTogether(collection);
  const pool = images ? createImagePool() : null;
  for (const file of files) {
    for await (const set of pageSets(pagesOfSource(file, { onBytes, onImage: pool?.offer }), open, pause)) {
      if (signal?.aborted) {
        if ('opened' in set) set.opened.close();
        yield* await together.settle();
        await putLate(collection, pool);
        return;
      }
      const read =
        'problem' in set ? lost(set.name, 'unreadable', set.problem.code) : await readItem(set, open, pool, pause);
      const added = await together.add(read);
      const items = pool !== null && pool.lateBytes() > LATE ? [...added, ...(await together.settle())] : added;
      if (items.length > 0) await putLate(collection, pool);
      yield* items;
      if (isHopeless(items)) return;
      await pause();
    }
  }
  yield* await together.settle();
  await putLate(collection, pool);
}

/** Stores the images that came after their essays, which are kept by now. */
async function putLate(collection: Collection, pool: ImagePool | null): Promise<void> {
  for (const { essayId: id, image } of pool?.takeLate() ?? []) await putImages(collection, id, [image]);
}

/** Reasons that hold for whatever comes next. */
const lasting: readonly string[] = ['storage-full', 'storage-trouble', 'storage-newer', 'storage-blocked'];

/** The disk is full or the store closed, or nothing of what should have been kept was. */
function isHopeless(items: readonly ImportItem[]): boolean {
  const failed = items.filter(({ result }) => result === 'not-stored');
  if (failed.some(({ reason }) => reason !== null && lasting.includes(reason))) return true;
  return failed.length > 0 && !items.some(({ result }) => result === 'kept');
}

async function imagesOf(essay: Essay, set: PageSet, pool: ImagePool | null): Promise<readonly EssayImage[]> {
  if (pool === null) return [];
  const atHand = await imagesAtHand(essay, [set.first, ...set.others.values()]);
  const found = new Set(atHand.map(({ address }) => address));
  const missing = imageAddresses(essay.html).filter((address) => !found.has(address));
  if (missing.length === 0) return atHand;
  return [...atHand, ...pool.want(await essayId(essay.originalUrl), missing)];
}

/** The essay of a set of pages, whose first page is closed by this; or what became of the page. */
async function readItem(
  set: PageSet,
  open: OpenBytes,
  pool: ImagePool | null,
  turn: () => Promise<void>,
): Promise<ReadPage | ImportItem> {
  const { name } = set.first;
  try {
    const read = await readSet(set, open, { turn, secondReader: true });
    if (read.ok) return { name, keeping: read.value, images: await imagesOf(read.value.essay, set, pool) };
    const { code } = read.problem;
    return lost(name, code === 'too-large' ? 'unreadable' : 'not-an-essay', code);
  } catch {
    return lost(name, 'unreadable', 'failed');
  } finally {
    set.opened.close();
  }
}
