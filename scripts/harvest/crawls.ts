import { openAsBlob } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { largestDirectory, mostEntries } from '../../lib/import/sources/limits.ts';
import { readZipDirectory } from '../../lib/zip/read-directory.ts';
import { packedEntry, readEntry } from '../../lib/zip/read-entry.ts';

/** Crawls on disk: their indexes, and the files that hold the records, by name. */
export interface Crawls {
  readonly indexes: readonly NamedBlob[];
  readonly files: ReadonlyMap<string, Blob>;
  /** False where an index was given by itself, whose WARC may be elsewhere; else what is not in the crawls is nowhere. */
  readonly areAll: boolean;
}

/** A file, or a part of one, by its name without folders. */
export interface NamedBlob {
  readonly name: string;
  readonly blob: Blob;
}

const isIndex = (name: string): boolean => /\.cdxj?(?:\.gz)?$/i.test(name);
const isCrawl = (name: string): boolean => /\.w?arc(?:\.gz)?$/i.test(name);

/**
 * Opens what is named: indexes, and the WARCs and ARCs that lie beside them; a WACZ with the indexes and WARCs in it; a WARC with the index
 * beside it. Nothing is read yet. Of a WACZ that is damaged `say` is told which parts cannot be read. Throws where a file is none of these, or a
 * crawl has no index.
 */
export async function openCrawls(files: readonly string[], say: (line: string) => void): Promise<Crawls> {
  const indexes: NamedBlob[] = [];
  const crawls = new Map<string, Blob>();
  for (const file of files) {
    const inside = /\.wacz$/i.test(file) ? await insideWacz(file, say) : await besides(file);
    indexes.push(...inside.indexes);
    for (const [name, blob] of inside.files) crawls.set(name, blob);
  }
  return { indexes, files: crawls, areAll: files.length > 0 && !files.some(isIndex) };
}

type Inside = Omit<Crawls, 'areAll'>;

async function insideWacz(file: string, say: (line: string) => void): Promise<Inside> {
  const zip = await openAsBlob(file);
  const directory = await readZipDirectory(zip, { entries: mostEntries, bytes: largestDirectory });
  if (typeof directory === 'string') throw new Error(`${basename(file)} is no WACZ.`);
  const indexes: NamedBlob[] = [];
  const files = new Map<string, Blob>();
  for (const entry of directory.entries) {
    const name = basename(entry.name);
    if (!isIndex(name) && !isCrawl(name)) continue;
    // WARCs stand in a WACZ as they are, so that a record can be read by its place; what was packed again is unpacked.
    const packed = entry.method === 0 ? await packedEntry(zip, entry) : null;
    const bytes = packed === null ? await readEntry(zip, entry) : null;
    const blob = packed ?? (bytes === null ? null : new Blob([bytes]));
    if (blob === null) say(`${basename(file)}: ${entry.name} is damaged and cannot be read.`);
    else if (isIndex(name)) indexes.push({ name, blob });
    else files.set(name, blob);
  }
  if (indexes.length === 0) throw new Error(`${basename(file)} has no index that can be read.`);
  return { indexes, files };
}

/** An index with all crawls in its folder, or a crawl with its own index. */
async function besides(file: string): Promise<Inside> {
  const folder = dirname(file);
  const names = await readdir(folder);
  const files = new Map<string, Blob>();
  if (isIndex(file)) {
    for (const name of names.filter(isCrawl)) files.set(name, await openAsBlob(join(folder, name)));
    return { indexes: [{ name: basename(file), blob: await openAsBlob(file) }], files };
  }
  const bare = basename(file).replace(/(?:\.w?arc)?(?:\.gz)?$/i, '');
  const index = names.find(
    (name) => isIndex(name) && [bare, basename(file)].includes(name.replace(/\.cdxj?(?:\.gz)?$/i, '')),
  );
  if (index === undefined)
    throw new Error(
      `${basename(file)} has no index beside it (${bare}.cdx or .cdxj): "npm run clip" reads whole crawls.`,
    );
  files.set(basename(file), await openAsBlob(file));
  return { indexes: [{ name: index, blob: await openAsBlob(join(folder, index)) }], files };
}
