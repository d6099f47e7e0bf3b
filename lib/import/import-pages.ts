import type { Target } from '../collection/actions/file-into.ts';
import type { Collection } from '../collection/collection.ts';
import { putImages } from '../collection/images/images.ts';
import { attempt } from '../collection/storage.ts';
import type { Essay } from '../essay/essay.ts';
import { essayId } from '../essay/identity.ts';
import type { EssayImage } from '../essay/image.ts';
import { yieldToPage } from '../essay/yield-to-page.ts';
import { imageAddresses } from '../images/essay-images.ts';
import { createImagePool, type ImagePool } from './image-pool.ts';
import { imagesAtHand } from './images-at-hand.ts';
import { type ImportItem, lost } from './import-item.ts';
import type { JoinedPages } from './join-pages.ts';
import { keepTogether, type ReadPage } from './keep-together.ts';
import { readSets, type SetReading } from './read-sets.ts';
import type { SetReader } from './set-reader.ts';
import { pagesOfSource } from './sources/read-source.ts';
import { nameWithin, type SourceFile, type SourceOptions } from './sources/source.ts';

/** How an import is watched, and stopped. */
export interface ImportOptions {
  readonly reader: SetReader;
  readonly signal?: AbortSignal;
  /** Told as files are read: how many of their bytes more. */
  readonly onBytes?: (count: number) => void;
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
  /** Told when the library was made anew under the import, which ends with that: ids of essays that it kept, or found, and that are not there at its end. */
  readonly onAnew?: (gone: ReadonlySet<string>) => void;
}

/** Bytes of images that came after their essays, held until these are kept. */
const LATE = 16 * 1024 * 1024;

/**
 * Keeps every essay in these files and tells what became of each page. Pages are read one at a time and kept some at a time.
 * An essay that is kept already stays as it is, unless it lacked pages that are here. Ends early when it is stopped, once what
 * was read by then is kept, when the collection cannot be written to, or when another stands in its place; never throws.
 */
export async function* importPages(
  collection: Collection,
  files: readonly SourceFile[],
  { onAnew, ...options }: ImportOptions,
): AsyncGenerator<ImportItem> {
  const stay = await collection.stay();
  const ids = new Set<string>();
  try {
    const signal = AbortSignal.any([stay.anew, ...(options.signal ? [options.signal] : [])]);
    for await (const item of readAndKeep(collection, files, { ...options, signal }, stay.anew)) {
      if (item.id !== null) ids.add(item.id);
      yield item;
    }
    if (await stay.look()) onAnew?.(await missingOf(collection, [...ids]));
  } finally {
    stay.end();
  }
}

/** Ids looked for at a time. */
const LOOKED_FOR = 1000;

/** Of these ids those of which there is no essay; all of them where the database fails. */
async function missingOf({ essays }: Collection, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const missing = new Set(ids);
  for (let at = 0; at < ids.length; at += LOOKED_FOR) {
    const some = ids.slice(at, at + LOOKED_FOR);
    const there = await attempt(() => essays.where('id').anyOf(some).primaryKeys());
    for (const id of there.ok ? there.value : []) missing.delete(id);
  }
  return missing;
}

async function* readAndKeep(
  collection: Collection,
  files: readonly SourceFile[],
  options: Omit<ImportOptions, 'onAnew'>,
  anew: AbortSignal,
): AsyncGenerator<ImportItem> {
  const { reader, signal, onBytes, images = true, anyway = false, only, into, tellAll = false } = options;
  const pause = yieldToPage();
  const together = keepTogether(collection, into, anew);
  const pool = images ? createImagePool() : null;
  const passed: ImportItem[] = [];
  const onPassed: SourceOptions['onPassed'] = (name, why) => {
    if (tellAll) passed.push(lost(name, why === 'not-given' ? 'unreadable' : 'passed-over', why));
  };
  const rest = (from: number) => (tellAll ? [...passed, ...notReached(files.slice(from))] : []);
  for (const [at, source] of files.entries()) {
    if (only !== undefined && !holdsAny(source.name, only)) continue;
    const items = pagesOfSource(source, { onBytes, onImage: pool?.offer, onPassed });
    for await (const set of readSets(items, reader, { any: anyway })) {
      if (signal?.aborted) {
        yield* await together.settle();
        await putLate(collection, pool);
        return yield* rest(at);
      }
      if (only !== undefined && !only.has('problem' in set ? set.name : set.pages.first.name)) continue;
      const read = 'problem' in set ? lost(set.name, 'unreadable', set.problem.code) : await readItem(set, pool);
      const added = await together.add(read);
      const done = pool !== null && pool.lateBytes() > LATE ? [...added, ...(await together.settle())] : added;
      if (done.length > 0) await putLate(collection, pool);
      yield* done;
      if (isHopeless(done)) return yield* rest(at);
      await pause();
    }
  }
  yield* await together.settle();
  await putLate(collection, pool);
  yield* passed;
}

/** True for a file that holds one of these items. */
const holdsAny = (file: string, names: ReadonlySet<string>): boolean =>
  names.has(file) || [...names].some((name) => name.startsWith(nameWithin(file, '')));

/** The files that an import did not come to the end of. */
const notReached = (files: readonly SourceFile[]): readonly ImportItem[] =>
  files.map(({ name }) => lost(name, 'not-reached', 'not-reached'));

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

async function imagesOf(essay: Essay, set: JoinedPages, pool: ImagePool | null): Promise<readonly EssayImage[]> {
  if (pool === null) return [];
  const atHand = await imagesAtHand(essay, [set.first, ...set.others.values()]);
  const found = new Set(atHand.map(({ address }) => address));
  const missing = imageAddresses(essay.html).filter((address) => !found.has(address));
  if (missing.length === 0) return atHand;
  return [...atHand, ...pool.want(await essayId(essay.originalUrl), missing)];
}

/** Reasons that lie in the page or in us, not in what the page is. */
const unread: readonly string[] = ['too-large', 'failed', 'took-too-long'];

/** The essay of a set of pages with its images; or what became of the page. */
async function readItem({ pages, reading, title }: SetReading, pool: ImagePool | null): Promise<ReadPage | ImportItem> {
  const { name } = pages.first;
  if (reading.ok) return { name, keeping: reading.value, images: await imagesOf(reading.value.essay, pages, pool) };
  const { code } = reading.problem;
  return lost(name, unread.includes(code) ? 'unreadable' : 'not-an-essay', code, title.trim().slice(0, TITLE));
}
