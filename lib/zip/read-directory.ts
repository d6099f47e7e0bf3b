import { directoryPlace, longNumbers } from './zip64.ts';

/*
 * fflate reads a zip either whole in memory, or as a stream that guesses where a deflated file ends by its signature. An archive
 * or a backup is too large for the one and too dear for the other: so the directory (APPNOTE.TXT 4.3.12, 4.3.16) is read
 * here, and each file is taken from the blob by itself.
 */

/** A file in a zip, as the directory at its end lists it. */
export interface ZipEntry {
  /** A label and no more: nothing is ever written under it. */
  readonly name: string;
  readonly locked: boolean;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly unpacked: number;
  /** Where its local header starts, by the directory. */
  readonly offset: number;
  /** How far the directory stands from where it should: entries may as well. */
  readonly moved: number;
}

/** What a zip's directory lists. */
export interface ZipDirectory {
  readonly entries: readonly ZipEntry[];
  /** Where it starts: no file reaches beyond. */
  readonly start: number;
  /** True when it stands where its end says, fills that place, and lists as many files as it says. */
  readonly exact: boolean;
}

const END = { signature: 0x06054b50, length: 22, comment: 0xffff } as const;
const CENTRAL = { signature: 0x02014b50, length: 46 } as const;
/** Bytes of the Zip64 record and its locator, which stand between the directory and the end. */
const LONG_END = 76;

/**
 * Reads a zip's directory, also where bytes were lost or put in before it. `damaged` where there is none, `too-many` where it lists
 * more than `most`. Rejects when the blob cannot be read.
 */
export async function readZipDirectory(
  zip: Blob,
  most: { readonly entries: number; readonly bytes: number },
): Promise<ZipDirectory | 'damaged' | 'too-many'> {
  const tailStart = Math.max(0, zip.size - END.length - END.comment);
  const tail = await viewOf(zip, tailStart, zip.size);
  const end = findEnd(tail);
  if (end === null) return 'damaged';
  const { start, size, count, long } = await directoryPlace(zip, tail, end.at);
  if (count > most.entries || size > most.bytes) return 'too-many';
  const told = await viewOf(zip, start, start + size);
  // Where bytes were lost or put in before it, the directory still stands right before its end.
  const moved = size === 0 || isDirectory(told) ? 0 : tailStart + end.at - size - start;
  const directory = moved === 0 ? told : await viewOf(zip, Math.max(0, start + moved), tailStart + end.at);
  const { entries, length } = entriesOf(directory, moved);
  if (entries.length === 0 && count > 0) return 'damaged';
  const stands = end.fits && moved === 0 && start + size + (long ? LONG_END : 0) === tailStart + end.at;
  const exact = stands && length === directory.byteLength && entries.length === count;
  return { entries: entries.slice(0, most.entries), start: start + moved, exact };
}

const viewOf = async (blob: Blob, from: number, to: number): Promise<DataView> =>
  new DataView(await blob.slice(from, to).arrayBuffer());

const isDirectory = (view: DataView): boolean => view.byteLength >= 4 && view.getUint32(0, true) === CENTRAL.signature;

/** The last end whose comment reaches to the end of the file, else the last that there is. */
function findEnd(tail: DataView): { readonly at: number; readonly fits: boolean } | null {
  let last: number | null = null;
  for (let at = tail.byteLength - END.length; at >= 0; at -= 1) {
    if (tail.getUint32(at, true) !== END.signature) continue;
    if (tail.getUint16(at + 20, true) === tail.byteLength - at - END.length) return { at, fits: true };
    last ??= at;
  }
  return last === null ? null : { at: last, fits: false };
}

/** The files that are listed one after another, and how many bytes they take. */
function entriesOf(directory: DataView, moved: number): { readonly entries: ZipEntry[]; readonly length: number } {
  const entries: ZipEntry[] = [];
  let at = 0;
  while (at + CENTRAL.length <= directory.byteLength && directory.getUint32(at, true) === CENTRAL.signature) {
    const field = (offset: number): number => directory.getUint16(at + offset, true);
    const number = (offset: number): number => directory.getUint32(at + offset, true);
    const flags = field(8);
    const nameEnd = at + CENTRAL.length + field(28);
    const extraEnd = nameEnd + field(30);
    const [unpacked, packed, offset] = longNumbers(directory, [number(24), number(20), number(42)], {
      from: nameEnd,
      to: Math.min(extraEnd, directory.byteLength),
    });
    const name = new Uint8Array(directory.buffer).subarray(at + CENTRAL.length, nameEnd);
    entries.push({
      name: entryName(name, (flags & 0x800) !== 0),
      locked: (flags & 1) !== 0,
      method: field(10),
      crc: number(16),
      packed,
      unpacked,
      offset,
      moved,
    });
    at = extraEnd + field(32);
  }
  return { entries, length: at };
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
