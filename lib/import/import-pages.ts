import { fileInto, type Target } from '../collection/actions/file-into.ts';
import type { Collection } from '../collection/collection.ts';
import { putImages } from '../collection/images/images.ts';
import { titleOf } from '../dom/tree.ts';
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
import { nameWithin, type SourceFile, type SourceOptions } from './sources/source.ts';

/** How an import is watched, and stopped. */
export interface ImportOptions {
  readonly signal?: AbortSignal;
  /** Told as files are read: how many of their bytes more. */
  readonly onBytes?: (count: number) => void;
  readonly open?: OpenBytes;
  /** False keeps no images of the essays. */
  readonly images?: boolean;
  /** True keeps pages as well that are not recognised as essays. */
  readonly anyway?: boolean;
  /** Names of the items that are wanted, as an import before has told them: all others are neither kept nor told. */
  readonly only?: ReadonlySet<string>;
  /** True tells as well, at the end, what was not looked into for a page, and the files that the import did not come to the end of. */
  readonly tellAll?: boolean;
  /** Where the essays go that are kept. */
  readonly into?: Target;
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
  options: ImportOptions = {},
): AsyncGenerator<ImportItem> {
  const { signal, onBytes, open = openInBrowser, images = true, only, into, tellAll = false } = options;
  const pause = yieldToPage();
  const together = keepTogether(collection);
  const pool = images ? createImagePool() : null;
  const passed: ImportItem[] = [];
  const onPassed: SourceOptions['onPassed'] = (name, why) => {
    if (tellAll) passed.push(lost(name, why === 'not-given' ? 'unreadable' : 'passed-over', why));
  };
  const file = (items: readonly ImportItem[]) => filed(collection, items, into);
  const rest = (from: number) => (tellAll ? [...passed, ...notReached(files.slice(from))] : []);
  for (const [at, source] of files.entries()) {
    if (only !== undefined && !holdsAny(source.name, only)) continue;
    const items = pagesOfSource(source, { onBytes, onImage: pool?.offer, onPassed });
    for await (const set of pageSets(items, open, pause)) {
      if (signal?.aborted) {
        if ('opened' in set) set.opened.close();
        yield* await file(await together.settle());
        await putLate(collection, pool);
        return yield* rest(at);
      }
      if (only !== undefined && !only.has('problem' in set ? set.name : set.first.name)) {
        if ('opened' in set) set.opened.close();
        continue;
      }
      const read =
        'problem' in set
          ? lost(set.name, 'unreadable', set.problem.code)
          : await readItem(set, { ...options, open }, pool, pause);
      const added = await together.add(read);
      const settled = pool !== null && pool.lateBytes() > LATE ? [...added, ...(await together.settle())] : added;
      const done = await file(settled);
      if (done.length > 0) await putLate(collection, pool);
      yield* done;
      if (isHopeless(done)) return yield* rest(at);
      await pause();
    }
  }
  yield* await file(await together.settle());
  await putLate(collection, pool);
  yield* passed;
}

/** True for a file that holds one of these items. */
const holdsAny = (file: string, names: ReadonlySet<string>): boolean =>
  names.has(file) || [...names].some((name) => name.startsWith(nameWithin(file, '')));

/** The files that an import did not come to the end of. */
const notReached = (files: readonly SourceFile[]): readonly ImportItem[] =>
  files.map(({ name }) => lost(name, 'not-reached', 'not-reached'));

/** The items, once the essays that were kept are where they are to go. */
async function filed(
  collection: Collection,
  items: readonly ImportItem[],
  into: Target | undefined,
): Promise<readonly ImportItem[]> {
  if (into === undefined) return items;
  const kept = items.flatMap(({ result, id }) => (result === 'kept' && id !== null ? [id] : []));
  if (await fileInto(collection, kept, into)) return items;
  return items.map((item) => (item.result === 'kept' ? { ...item, reason: 'not-filed' } : item));
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

/** Characters of a page's title that are told. */
const TITLE = 120;

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
  { open, anyway = false }: { readonly open: OpenBytes; readonly anyway?: boolean },
  pool: ImagePool | null,
  turn: () => Promise<void>,
): Promise<ReadPage | ImportItem> {
  const { name } = set.first;
  try {
    const read = await readSet(set, open, { turn, secondReader: true, any: anyway });
    if (read.ok) return { name, keeping: read.value, images: await imagesOf(read.value.essay, set, pool) };
    const { code } = read.problem;
    const title = titleOf(set.opened.document).trim().slice(0, TITLE);
    return lost(name, code === 'too-large' ? 'unreadable' : 'not-an-essay', code, title);
  } catch {
    return lost(name, 'unreadable', 'failed');
  } finally {
    set.opened.close();
  }
}
