import type { Collection } from '../../collection/collection.ts';
import { CHUNK } from '../../collection/ledger/chunk.ts';
import { bytesOfLedger, fillFromBytes } from '../../collection/ledger/ledger-bytes.ts';
import type { Ledger } from '../../collection/ledger/read-ledger.ts';
import { checksumOfBytes } from '../../essay/checksum.ts';
import type { IndexFile, IndexFiles } from './index-files.ts';

/*
 * The ledger in one file, beside its chunks in the database: a first search reads it at once, where a hundred rows cross from another
 * process one by one (at 100,000 essays half of the time to its first result). It is a ledger of some time ago: what was entered since is
 * read from the chunks. A file that is lost, damaged or of another layout is not used, and nothing is lost with it.
 */

const KEY = 'ledger-file';

/** What the row of `meta` says of the file. It goes with the database, so that no file tells of another one's numbers. */
interface LedgerFile extends Pick<Ledger, 'base' | 'chunks'> {
  readonly name: string;
  /** Bytes of its two parts, and a checksum of each. */
  readonly lengths: readonly [numbers: number, texts: number];
  readonly sums: readonly [numbers: number, texts: number];
}

/** The row as it was written; null where there is none, or another thing. */
async function rowOf({ meta }: Collection): Promise<LedgerFile | null> {
  const row = (await meta.get(KEY))?.value as Partial<Record<keyof LedgerFile, unknown>> | undefined;
  if (typeof row?.name !== 'string' || typeof row.base !== 'number') return null;
  return [row.chunks, row.lengths, row.sums].every(Array.isArray) ? (row as unknown as LedgerFile) : null;
}

/** The name of the file that is in use; null where there is none. */
export const ledgerFileName = async (collection: Collection): Promise<string | null> =>
  (await rowOf(collection))?.name ?? null;

/**
 * Fills a ledger that is empty from its file. Where there is no file that can be used, nothing is done: all is in the chunks. One that is lost, damaged or
 * of another layout is forgotten, so that it is written anew.
 */
export async function takeLedgerFile(
  collection: Collection,
  open: () => Promise<IndexFiles | null>,
  ledger: Ledger,
): Promise<void> {
  // The folder is opened while the database is asked: in a new browser either takes its time.
  const [row, files] = await Promise.all([rowOf(collection), open()]);
  if (row === null || files === null) return;
  const [numbers, texts] = await readParts(await files.open(row.name), row).catch(() => []);
  const isFilled = numbers !== undefined && texts !== undefined && fillFromBytes(ledger, { numbers, texts });
  if (!isFilled) await forget(collection, row);
}

/** Another page may have written another one meanwhile, which is whole. */
async function forget(collection: Collection, { name }: LedgerFile): Promise<void> {
  const { meta } = collection;
  await collection.transaction('rw', meta, async () => {
    if ((await rowOf(collection))?.name === name) await meta.delete(KEY);
  });
}

/** Both parts; none where there is no file, or one is not as it was written. Rejects where it cannot be read. */
async function readParts(
  file: IndexFile | null,
  { lengths, sums }: LedgerFile,
): Promise<readonly Uint8Array<ArrayBuffer>[]> {
  if (file === null) return [];
  try {
    const [first, second] = lengths;
    const parts = await Promise.all([file.read(0, first), file.read(first, second)]);
    return parts.every((bytes, at) => bytes.length === lengths[at] && checksumOfBytes(bytes) === sums[at]) ? parts : [];
  } finally {
    file.close();
  }
}

/** Writes the ledger anew into a file where `most` chunks are not as they are in the one in use, which is taken away then, or swept another time. Rejects where it cannot be written. */
export async function renewLedgerFile(
  collection: Collection,
  files: IndexFiles,
  ledger: Ledger,
  most: number,
): Promise<void> {
  const known = await rowOf(collection);
  const { base, chunks } = ledger;
  const missing = chunks.filter((version, at) => versionIn(known, base / CHUNK + at) !== version);
  if (missing.length < most) return;
  const bytes = bytesOfLedger(ledger);
  const name = `${crypto.randomUUID()}.ledger`;
  const parts = [bytes.numbers, bytes.texts] as const;
  const file = await files.create(name);
  try {
    for (const part of parts) file.append(part);
  } finally {
    file.close();
  }
  const [numbers, texts] = parts;
  const row: LedgerFile = {
    ...{ name, base, chunks },
    lengths: [numbers.length, texts.length],
    sums: [checksumOfBytes(numbers), checksumOfBytes(texts)],
  };
  await collection.meta.put({ key: KEY, value: row });
  if (known !== null) await files.remove(known.name);
}

const versionIn = (file: LedgerFile | null, chunk: number): number | undefined =>
  file === null ? undefined : file.chunks[chunk - file.base / CHUNK];
