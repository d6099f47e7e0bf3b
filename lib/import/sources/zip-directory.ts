import { fail, type Outcome, succeed } from '../../essay/outcome.ts';
import { directoryPlace, longNumbers } from '../../zip/zip64.ts';
import { blobBytes } from './blob-chunks.ts';
import { mostEntries } from './limits.ts';

/** A file in a zip, as the directory at its end lists it (APPNOTE 4.3.12). */
export interface ZipEntry {
  /** A label and no more: nothing is ever written under it. */
  readonly name: string;
  readonly locked: boolean;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  /** Where its local header starts, by the directory. */
  readonly offset: number;
  /** How far the directory stands from where it should: entries may as well. */
  readonly moved: number;
}

const END = 0x06054b50;
const END_SIZE = 22;
const LONGEST_COMMENT = 0xffff;
const ENTRY = 0x02014b50;
/** Bytes of a directory of the most entries with long names. */
const largestDirectory = 128 * 1024 * 1024;

/** The files that a zip's directory lists. Fails with `damaged` where there is none, `too-many` where it is beyond reason. */
export async function readDirectory(zip: Blob): Promise<Outcome<readonly ZipEntry[], 'damaged' | 'too-many'>> {
  const tailStart = Math.max(0, zip.size - END_SIZE - LONGEST_COMMENT);
  const tail = view(await blobBytes(zip, tailStart, zip.size));
  const end = lastSignature(tail);
  if (end < 0) return fail('damaged');
  const { start, size, count } = await directoryPlace(zip, tail, end);
  if (count > mostEntries || size > largestDirectory) return fail('too-many');
  const told = await blobBytes(zip, start, start + size);
  // Where bytes were lost or put in before it, the directory still stands right before its end.
  const moved = isDirectory(told) ? 0 : tailStart + end - size - start;
  const bytes = moved === 0 ? told : await blobBytes(zip, Math.max(0, start + moved), tailStart + end);
  const entries = [...entriesOf(view(bytes), bytes)].map((entry) => ({ ...entry, moved }));
  return entries.length === 0 && count > 0 ? fail('damaged') : succeed(entries.slice(0, mostEntries));
}

const isDirectory = (bytes: Uint8Array<ArrayBuffer>): boolean =>
  bytes.length >= 4 && view(bytes).getUint32(0, true) === ENTRY;

const view = (bytes: Uint8Array<ArrayBuffer>): DataView => new DataView(bytes.buffer);

function lastSignature(tail: DataView): number {
  for (let at = tail.byteLength - END_SIZE; at >= 0; at -= 1) if (tail.getUint32(at, true) === END) return at;
  return -1;
}

function* entriesOf(directory: DataView, bytes: Uint8Array<ArrayBuffer>): Generator<Omit<ZipEntry, 'moved'>> {
  for (let at = 0; at + 46 <= directory.byteLength && directory.getUint32(at, true) === ENTRY; ) {
    const flags = directory.getUint16(at + 8, true);
    const nameEnd = at + 46 + directory.getUint16(at + 28, true);
    const extraEnd = nameEnd + directory.getUint16(at + 30, true);
    const [unpacked, packed, offset] = longNumbers(
      directory,
      [directory.getUint32(at + 24, true), directory.getUint32(at + 20, true), directory.getUint32(at + 42, true)],
      { from: nameEnd, to: Math.min(extraEnd, directory.byteLength) },
    );
    yield {
      name: entryName(bytes.subarray(at + 46, nameEnd), (flags & 0x800) !== 0),
      locked: (flags & 1) !== 0,
      method: directory.getUint16(at + 10, true),
      packed,
      unpacked,
      offset,
    };
    at = extraEnd + directory.getUint16(at + 32, true);
  }
}

/** Chinese Windows wrote names in its own encoding; others write UTF-8 with the flag that says so, or without. */
function entryName(bytes: Uint8Array, utf8: boolean): string {
  if (utf8) return new TextDecoder().decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
