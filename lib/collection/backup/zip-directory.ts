import { Inflate } from 'fflate';
import { crc32 } from '../../zip/crc32.ts';
import { directoryPlace, longNumbers } from '../../zip/zip64.ts';

/** One file of a zip, as the directory at its end tells. */
export interface BackupEntry {
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  /** Where its local header starts. */
  readonly offset: number;
}

/*
 * fflate reads a zip either whole in memory, or as a stream that guesses where a deflated file ends by its signature. A backup
 * is too large for the one and too dear for the other: so the directory (APPNOTE.TXT 4.3.12, 4.3.16) is read here, and each
 * file is taken from the blob by itself.
 */

const END = { signature: 0x06054b50, length: 22, comment: 0xffff } as const;
const CENTRAL = { signature: 0x02014b50, length: 46 } as const;
/** Bytes of the Zip64 record and its locator, which stand between the directory and the end. */
const LONG_END = 76;
const LOCAL = { signature: 0x04034b50, length: 30 } as const;

/** Bytes of one file at most, unpacked: a row of the longest body, and some. */
export const mostEntryBytes = 200_000_000;
/** Deflate packs no more than 1032 bytes into one: what claims more is a bomb. */
const PACKED_TIGHTEST = 1032;

/** The files of a zip by name; null when the blob is none, or its directory does not fit it. Rejects when the blob cannot be read. */
export async function readBackupDirectory(blob: Blob): Promise<ReadonlyMap<string, BackupEntry> | null> {
  const tailStart = Math.max(0, blob.size - END.length - END.comment);
  const tail = await viewOf(blob.slice(tailStart));
  const end = findEnd(tail);
  if (end === null) return null;
  const { start, size, count, long } = await directoryPlace(blob, tail, end);
  if (start + size + (long ? LONG_END : 0) !== tailStart + end) return null;
  return entriesOf(await viewOf(blob.slice(start, start + size)), count, start);
}

const viewOf = async (blob: Blob): Promise<DataView> => new DataView(await blob.arrayBuffer());

function findEnd(tail: DataView): number | null {
  for (let at = tail.byteLength - END.length; at >= 0; at -= 1) {
    if (tail.getUint32(at, true) !== END.signature) continue;
    if (tail.getUint16(at + 20, true) === tail.byteLength - at - END.length) return at;
  }
  return null;
}

function entriesOf(directory: DataView, count: number, limit: number): ReadonlyMap<string, BackupEntry> | null {
  const entries = new Map<string, BackupEntry>();
  let at = 0;
  while (at + CENTRAL.length <= directory.byteLength) {
    if (directory.getUint32(at, true) !== CENTRAL.signature) return null;
    const [nameLength = 0, extra = 0, comment = 0] = [28, 30, 32].map((field) => directory.getUint16(at + field, true));
    const next = at + CENTRAL.length + nameLength + extra + comment;
    if (next > directory.byteLength) return null;
    const nameEnd = at + CENTRAL.length + nameLength;
    const [size, packed, offset] = longNumbers(
      directory,
      [directory.getUint32(at + 24, true), directory.getUint32(at + 20, true), directory.getUint32(at + 42, true)],
      { from: nameEnd, to: nameEnd + extra },
    );
    const entry: BackupEntry = {
      name: textOf(directory, at + CENTRAL.length, nameLength),
      method: directory.getUint16(at + 10, true),
      crc: directory.getUint32(at + 16, true),
      packed,
      size,
      offset,
    };
    if (!isPlausible(entry, limit) || entries.has(entry.name)) return null;
    entries.set(entry.name, entry);
    at = next;
  }
  return at === directory.byteLength && entries.size === count ? entries : null;
}

function isPlausible({ method, packed, size, offset }: BackupEntry, limit: number): boolean {
  if (offset + LOCAL.length + packed > limit || size > mostEntryBytes) return false;
  return method === 8 ? size <= packed * PACKED_TIGHTEST : method === 0 && size === packed;
}

const textOf = (view: DataView, at: number, length: number): string =>
  new TextDecoder().decode(new Uint8Array(view.buffer, view.byteOffset + at, length));

/** The bytes of a file of the zip; null when they do not come out as the directory says. Rejects when the blob cannot be read. */
export async function readEntry(blob: Blob, entry: BackupEntry): Promise<Uint8Array<ArrayBuffer> | null> {
  const header = await viewOf(blob.slice(entry.offset, entry.offset + LOCAL.length));
  if (header.byteLength < LOCAL.length || header.getUint32(0, true) !== LOCAL.signature) return null;
  const start = entry.offset + LOCAL.length + header.getUint16(26, true) + header.getUint16(28, true);
  const packed = new Uint8Array(await blob.slice(start, start + entry.packed).arrayBuffer());
  if (packed.byteLength !== entry.packed) return null;
  const bytes = entry.method === 0 ? packed : inflate(packed, entry.size);
  return bytes !== null && crc32(bytes) === entry.crc ? bytes : null;
}

/** Unpacks into a room of the size that is told, and stops at the first byte too many. */
function inflate(packed: Uint8Array, size: number): Uint8Array<ArrayBuffer> | null {
  const bytes = new Uint8Array(size);
  let filled = 0;
  const inflating = new Inflate((chunk) => {
    if (filled + chunk.byteLength > size) throw new RangeError('more bytes than told');
    bytes.set(chunk, filled);
    filled += chunk.byteLength;
  });
  try {
    // In pieces, so that what a piece unpacks to stays small.
    for (let at = 0; at < packed.byteLength; at += PIECE)
      inflating.push(packed.subarray(at, at + PIECE), at + PIECE >= packed.byteLength);
  } catch {
    return null;
  }
  return filled === size ? bytes : null;
}

const PIECE = 65_536;
