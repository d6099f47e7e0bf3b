import { imageLimits } from '../../essay/image.ts';
import { readZipDirectory, type ZipEntry } from '../../zip/read-directory.ts';
import { packedEntry } from '../../zip/read-entry.ts';
import { blobChunks, collectBytes } from './blob-chunks.ts';
import { type ImageLookup, pathBeside, pathsOfImage } from './image-lookup.ts';
import { largestDirectory, largestPage, mostEntries } from './limits.ts';
import { pageOfFile } from './page-of-file.ts';
import { folderOf, pageAround } from './page-parts.ts';
import { whyPassed } from './passed-over.ts';
import { isImageName } from './readable-name.ts';
import { isSidecar, readSidecar, type Sidecar } from './sidecars.ts';
import {
  nameWithin,
  type SourceFile,
  type SourceItem,
  type SourceOptions,
  type SourcePage,
  type SourceProblemCode,
} from './source.ts';
import { readPackedWarc, readWarc } from './warc.ts';
import { BombError, inflateChunks } from './zip-entry.ts';

const PAGE = /\.(?:[sx]?html?|mht|mhtml)$/i;
const WARC = /\.w?arc(?:\.gz)?$/i;
const ARCHIVE = /\.(?:zip|wacz|htz|maff|rar|7z|tar|tgz|tar\.gz)$/i;
/** What macOS writes beside each file, under the same name. */
const SHADOW = /(?:^|\/)(?:__MACOSX\/|\._)/;

/** The pages in a zip, and in the WARCs in it (WACZ is such a zip). What is no page is passed over. */
export async function* readZip({ name, blob }: SourceFile, options: SourceOptions): AsyncGenerator<SourceItem> {
  const directory = await readZipDirectory(blob, { entries: mostEntries, bytes: largestDirectory });
  if (typeof directory === 'string') return yield { name, problem: { code: directory } };
  const zip = await contentsOf(blob, directory.entries);
  let pages = 0;
  const others: ZipEntry[] = [];
  for (const entry of directory.entries) {
    if (zip.inFrames.has(entry)) continue;
    const label = nameWithin(name, entry.name);
    if (SHADOW.test(entry.name)) {
      others.push(entry);
      continue;
    }
    if (ARCHIVE.test(entry.name)) yield { name: label, problem: { code: 'nested' } };
    else if (PAGE.test(entry.name)) yield* pageWithFrames(zip, entry, name, options.onBytes);
    else if (WARC.test(entry.name)) yield* warcOfEntry(blob, entry, label, options);
    else {
      others.push(entry);
      continue;
    }
    pages += 1;
  }
  if (pages === 0) yield { name, problem: { code: 'nothing-inside' } };
  tellPassed(name, others, zip, options.onPassed);
}

/** Told last: by then it is known which pictures went along with an essay. */
function tellPassed(name: string, others: readonly ZipEntry[], zip: Contents, tell: SourceOptions['onPassed']): void {
  if (tell === undefined) return;
  const isCrawl = others.some((entry) => entry.name === 'datapackage.json');
  for (const entry of others) {
    if (entry.name.endsWith('/')) continue;
    const own = isCrawl || isSidecar(entry.name) || zip.used.has(entry);
    tell(nameWithin(name, entry.name), whyPassed(entry.name, zip.names, own));
  }
}

/** What a zip holds beside its pages. */
interface Contents {
  readonly blob: Blob;
  readonly images: ReadonlyMap<string, ZipEntry>;
  /** What is told of the page of a folder. */
  readonly sidecars: ReadonlyMap<string, Sidecar>;
  /** Pages that stand in the folder of another, and are shown in its frames, by that one's path. */
  readonly frames: ReadonlyMap<string, readonly ZipEntry[]>;
  readonly inFrames: ReadonlySet<ZipEntry>;
  /** Paths of all pages. */
  readonly names: ReadonlySet<string>;
  /** Images that an essay took along. */
  readonly used: Set<ZipEntry>;
}

async function contentsOf(blob: Blob, entries: readonly ZipEntry[]): Promise<Contents> {
  const sidecars = new Map<string, Sidecar>();
  for (const entry of entries.filter(({ name }) => isSidecar(name)).slice(0, mostSidecars)) {
    const bytes = await bytesOfEntry(blob, entry, largestSidecar);
    const sidecar = bytes === null ? null : readSidecar(new TextDecoder().decode(bytes));
    if (sidecar !== null) sidecars.set(folderOf(entry.name), sidecar);
  }
  const pages = entries.filter(({ name }) => PAGE.test(name));
  const names = new Set(pages.map(({ name }) => name.replace(/\\/g, '/')));
  const frames = new Map<string, ZipEntry[]>();
  for (const entry of pages) {
    const index = sidecars.get(folderOf(entry.name))?.index ?? null;
    const own = index === null ? null : folderOf(entry.name) + index;
    const around = own !== null && own !== entry.name && names.has(own) ? own : pageAround(entry.name, names);
    if (around !== null) frames.set(around, [...(frames.get(around) ?? []), entry].slice(0, mostFrames));
  }
  const images = new Map(entries.filter(({ name }) => isImageName(name)).map((entry) => [entry.name, entry]));
  return { blob, images, sidecars, frames, inFrames: new Set([...frames.values()].flat()), names, used: new Set() };
}

/** Folders that are described, and bytes of a description: some lines. */
const mostSidecars = 20_000;
const largestSidecar = 256 * 1024;

/** The page of an entry with those of its frames; a frame that cannot be read is named beside it. */
async function* pageWithFrames(
  zip: Contents,
  entry: ZipEntry,
  archive: string,
  onBytes: SourceOptions['onBytes'],
): AsyncGenerator<SourceItem> {
  const name = nameWithin(archive, entry.name);
  const read = (one: ZipEntry, label: string): Promise<SourceItem> =>
    pageOfEntry(zip.blob, one, label, onBytes, imagesOfEntry(zip, one));
  const item = await read(entry, name);
  if ('problem' in item) return yield item;
  const sidecar = item.address === null ? zip.sidecars.get(folderOf(entry.name)) : undefined;
  const told = sidecar && { address: sidecar.address, capturedAt: sidecar.capturedAt, container: sidecar.container };
  const frames: SourcePage[] = [];
  for (const frame of zip.frames.get(entry.name.replace(/\\/g, '/')) ?? []) {
    const one = await read(frame, name);
    if ('problem' in one) yield { ...one, name: nameWithin(archive, frame.name) };
    else frames.push({ ...one, ...told });
  }
  yield { ...item, ...told, ...(frames.length === 0 ? {} : { frames: [...(item.frames ?? []), ...frames] }) };
}

/** Pages that one page shows in its frames. */
const mostFrames = 20;

async function pageOfEntry(
  zip: Blob,
  entry: ZipEntry,
  name: string,
  onBytes: SourceOptions['onBytes'],
  images: ImageLookup,
): Promise<SourceItem> {
  const problem = (code: SourceProblemCode): SourceItem => ({ name, problem: { code } });
  if (entry.unpacked > largestPage) return problem('too-large');
  const chunks = await chunksOf(zip, entry, onBytes);
  if (typeof chunks === 'string') return problem(chunks);
  try {
    const bytes = await collectBytes(chunks, largestPage);
    return bytes === null ? problem('bomb') : pageOfFile(name, bytes, images);
  } catch (error) {
    return problem(error instanceof BombError ? 'bomb' : 'damaged');
  }
}

/** The images of the folder that was saved beside a page, unpacked when they are asked for. */
function imagesOfEntry({ blob, images, used }: Contents, page: ZipEntry): ImageLookup {
  return async (address, pageUrl) => {
    const paths = pathsOfImage(address, pageUrl).map((path) => pathBeside(page.name, path));
    const entry = paths.map((path) => images.get(path)).find((found) => found !== undefined);
    if (entry === undefined) return null;
    used.add(entry);
    return bytesOfEntry(blob, entry, imageLimits.bytes);
  };
}

/** The bytes of an entry; null for one that cannot be read, or has more than `most`. */
async function bytesOfEntry(zip: Blob, entry: ZipEntry, most: number): Promise<Uint8Array<ArrayBuffer> | null> {
  if (entry.unpacked > most) return null;
  const chunks = await chunksOf(zip, entry, undefined);
  return typeof chunks === 'string' ? null : collectBytes(chunks, most).catch(() => null);
}

async function* warcOfEntry(
  zip: Blob,
  entry: ZipEntry,
  name: string,
  options: SourceOptions,
): AsyncGenerator<SourceItem> {
  const chunks = await chunksOf(zip, entry, options.onBytes);
  if (typeof chunks === 'string') return yield { name, problem: { code: chunks } };
  try {
    yield* /\.gz$/i.test(entry.name) ? readPackedWarc(name, chunks, options) : readWarc(name, chunks, options);
  } catch (error) {
    yield { name, problem: { code: error instanceof BombError ? 'bomb' : 'damaged' } };
  }
}

/** The bytes of an entry, unpacked; the reason where that cannot be. */
async function chunksOf(
  zip: Blob,
  entry: ZipEntry,
  onBytes: SourceOptions['onBytes'],
): Promise<AsyncIterable<Uint8Array<ArrayBuffer>> | SourceProblemCode> {
  if (entry.locked || (entry.method !== 0 && entry.method !== 8)) return 'locked';
  const packed = await packedEntry(zip, entry);
  if (packed === null) return 'damaged';
  return entry.method === 8 ? inflateChunks(packed, onBytes) : blobChunks(packed, onBytes);
}
