import { blobBytes, blobChunks } from './blob-chunks.ts';
import { imagesBeside } from './image-lookup.ts';
import { largestPage } from './limits.ts';
import { pageOfFile } from './page-of-file.ts';
import type { SourceFile, SourceItem, SourceOptions } from './source.ts';
import { readPackedWarc, readWarc } from './warc.ts';
import { readZip } from './zip.ts';

/**
 * The pages of a file, one after another: HTML, MHTML, a zip of these, WARC and ARC (plain or gzip) and WACZ, told by their first
 * bytes. What cannot be read is given as a problem under its name; never throws. Holds one page or record at a time.
 */
export async function* pagesOfSource(file: SourceFile, options: SourceOptions = {}): AsyncGenerator<SourceItem> {
  let read = 0;
  const onBytes = (count: number): void => {
    read += count;
    options.onBytes?.(count);
  };
  try {
    if (file.passed !== undefined) options.onPassed?.(file.name, file.passed());
    else yield* itemsOf(file, { ...options, onBytes });
  } catch (error) {
    yield { name: file.name, problem: { code: 'damaged', detail: String(error) } };
  }
  onBytes(Math.max(0, file.blob.size - read));
}

async function* itemsOf(file: SourceFile, options: SourceOptions): AsyncGenerator<SourceItem> {
  const { name, blob, beside } = file;
  const kind = kindOf(await blobBytes(blob, 0, 8));
  if (kind === 'zip') yield* readZip(file, options);
  else if (kind === 'crawl') yield* readWarc(name, blobChunks(blob, options.onBytes), options);
  else if (kind === 'gzip') yield* readPackedWarc(name, blobChunks(blob, options.onBytes), options);
  else {
    options.onBytes?.(blob.size);
    if (blob.size > largestPage) yield { name, problem: { code: 'too-large' } };
    else yield pageOfFile(name, await blobBytes(blob, 0, blob.size), beside && imagesBeside(beside));
  }
}

/** True for the first eight bytes of an archive of pages. */
export const isArchiveStart = (bytes: Uint8Array): boolean => kindOf(bytes) !== 'page';

function kindOf([first, second, third, fourth, ...more]: Uint8Array): 'zip' | 'crawl' | 'gzip' | 'page' {
  if (first === 0x1f && second === 0x8b) return 'gzip';
  const start = String.fromCharCode(first ?? 0, second ?? 0, third ?? 0, fourth ?? 0, ...more);
  // An empty zip is nothing but its end.
  if (start.startsWith('PK') && (third === 3 || third === 5)) return 'zip';
  return /^(?:WARC\/|filedesc)/.test(start) ? 'crawl' : 'page';
}
