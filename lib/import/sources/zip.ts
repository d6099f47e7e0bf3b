import { savedImagePath } from '../../archive/saved-image.ts';
import { imageLimits } from '../../essay/image.ts';
import { blobChunks, collectBytes } from './blob-chunks.ts';
import { type ImageLookup, pathBeside } from './image-lookup.ts';
import { largestPage } from './limits.ts';
import { pageOfFile } from './page-of-file.ts';
import { isImageName } from './readable-name.ts';
import { nameWithin, type SourceFile, type SourceItem, type SourceOptions, type SourceProblemCode } from './source.ts';
import { readPackedWarc, readWarc } from './warc.ts';
import { readDirectory, type ZipEntry } from './zip-directory.ts';
import { BombError, inflateChunks, packedEntry } from './zip-entry.ts';

const PAGE = /\.(?:[sx]?html?|mht|mhtml)$/i;
const WARC = /\.warc(?:\.gz)?$/i;
const ARCHIVE = /\.(?:zip|wacz|htz|maff|rar|7z|tar|tgz|tar\.gz)$/i;
/** What macOS writes beside each file, under the same name. */
const SHADOW = /(?:^|\/)(?:__MACOSX\/|\._)/;

/** The pages in a zip, and in the WARCs in it (WACZ is such a zip). What is no page is passed over. */
export async function* readZip({ name, blob }: SourceFile, options: SourceOptions): AsyncGenerator<SourceItem> {
  const directory = await readDirectory(blob);
  if (!directory.ok) return yield { name, problem: directory.problem };
  const images = new Map(
    directory.value.filter(({ name: path }) => isImageName(path)).map((entry) => [entry.name, entry]),
  );
  let pages = 0;
  for (const entry of directory.value) {
    if (SHADOW.test(entry.name)) continue;
    const label = nameWithin(name, entry.name);
    if (ARCHIVE.test(entry.name)) yield { name: label, problem: { code: 'nested' } };
    else if (PAGE.test(entry.name))
      yield await pageOfEntry(blob, entry, label, options.onBytes, imagesOfEntry(blob, entry, images));
    else if (WARC.test(entry.name)) yield* warcOfEntry(blob, entry, label, options);
    else continue;
    pages += 1;
  }
  if (pages === 0) yield { name, problem: { code: 'nothing-inside' } };
}

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
function imagesOfEntry(zip: Blob, page: ZipEntry, images: ReadonlyMap<string, ZipEntry>): ImageLookup {
  return async (address) => {
    const path = savedImagePath(address);
    const entry = path === null ? undefined : images.get(pathBeside(page.name, path));
    if (entry === undefined || entry.unpacked > imageLimits.bytes) return null;
    const chunks = await chunksOf(zip, entry, undefined);
    return typeof chunks === 'string' ? null : collectBytes(chunks, imageLimits.bytes);
  };
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
  if (!packed.ok) return packed.problem.code;
  return entry.method === 8 ? inflateChunks(packed.value, onBytes) : blobChunks(packed.value, onBytes);
}
