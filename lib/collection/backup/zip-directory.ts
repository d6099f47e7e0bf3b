import { readZipDirectory, type ZipEntry } from '../../zip/read-directory.ts';
import { LOCAL } from '../../zip/read-entry.ts';

/** Bytes of one file at most, unpacked: a row of the longest body, and some. */
export const mostEntryBytes = 200_000_000;
/** Deflate packs no more than 1032 bytes into one: what claims more is a bomb. */
const PACKED_TIGHTEST = 1032;
/** Files of the largest backup, and bytes of its directory. */
const most = { entries: 10_000_000, bytes: 1_000_000_000 };

/**
 * The files of a backup by name. A backup is read whole or not at all: null when the blob is no zip, when its directory does not
 * fit it to the byte, or when it lists a name twice or a file that cannot be. Rejects when the blob cannot be read.
 */
export async function readBackupDirectory(blob: Blob): Promise<ReadonlyMap<string, ZipEntry> | null> {
  const directory = await readZipDirectory(blob, most);
  if (typeof directory === 'string' || !directory.exact) return null;
  const { entries, start } = directory;
  const files = new Map(entries.map((entry) => [entry.name, entry]));
  return files.size === entries.length && entries.every((entry) => isPlausible(entry, start)) ? files : null;
}

function isPlausible({ locked, method, packed, unpacked, offset }: ZipEntry, limit: number): boolean {
  if (locked || offset + LOCAL.length + packed > limit || unpacked > mostEntryBytes) return false;
  return method === 8 ? unpacked <= packed * PACKED_TIGHTEST : method === 0 && unpacked === packed;
}
