import { deflateSync } from 'fflate';
import { crc32 } from './crc32.ts';

/** A file to stand in a zip. `stored`: as it is, for what is packed already or must be found unpacked. */
export interface ZipFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly stored?: boolean;
}

/*
 * fflate's own writer tells sizes behind the bytes, which readers of EPUB refuse for stored files, and ends at 4 GB and
 * 65,535 files. Here sizes are known before, all files bear one date, and Zip64 is written where numbers need it.
 * Numbers of sections are those of APPNOTE.TXT.
 */

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END64 = 0x06064b50;
const LOCATOR64 = 0x07064b50;
const UTF8_NAME = 0x0800;
/** Midnight of 1 January 1980. */
const FIRST_DAY = 0x0021_0000;
const FULL16 = 0xffff;
const FULL32 = 0xffff_ffff;

/** A zip that is written from start to end. */
export interface Zip {
  /** The bytes that come next for one more file. */
  add(file: ZipFile): readonly Uint8Array<ArrayBuffer>[];
  /** The directory, which comes last: without it the zip is none. */
  end(): readonly Uint8Array<ArrayBuffer>[];
}

/**
 * Begins a zip; of the files that are written it holds the directory's lines. `date` is what its files bear; the same files give
 * the same zip without one. `startAt`: bytes that stand before it in its file.
 */
export function createZip({ date, startAt = 0 }: { readonly date?: Date; readonly startAt?: number } = {}): Zip {
  const directory: Uint8Array<ArrayBuffer>[] = [];
  const stamp = date === undefined ? FIRST_DAY : stampOf(date);
  let offset = startAt;
  return {
    add({ name, bytes, stored = false }) {
      const packed = stored ? bytes : deflateSync(bytes, { level: 3 });
      // A short file may grow by packing.
      const shrunk = packed.length < bytes.length;
      const entry = {
        name: new TextEncoder().encode(name),
        method: shrunk ? 8 : 0,
        stamp,
        crc: crc32(bytes),
        packed: shrunk ? packed.length : bytes.length,
        size: bytes.length,
        offset,
      };
      const header = localHeader(entry);
      directory.push(centralHeader(entry));
      offset += header.length + entry.packed;
      return [header, new Uint8Array(shrunk ? packed : bytes)];
    },
    end() {
      const size = directory.reduce((sum, line) => sum + line.length, 0);
      return [...directory, endOf(directory.length, size, offset)];
    },
  };
}

/** Local time as MS-DOS writes it (4.4.6): seconds in twos, years from 1980. */
const stampOf = (date: Date): number =>
  (((date.getFullYear() - 1980) << 25) |
    ((date.getMonth() + 1) << 21) |
    (date.getDate() << 16) |
    (date.getHours() << 11) |
    (date.getMinutes() << 5) |
    (date.getSeconds() >> 1)) >>>
  0;

interface Entry {
  readonly name: Uint8Array;
  readonly method: number;
  readonly stamp: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

/** A number of so many bytes, the least first. */
type Field = readonly [bytes: 2 | 4 | 8, value: number];

/** The fields that both headers of a file share (4.3.7, 4.3.12). */
const shared = (
  { name, method, stamp, crc, packed, size }: Entry,
  version: number,
  extra: number,
): readonly Field[] => [
  [2, version],
  [2, UTF8_NAME],
  [2, method],
  [4, stamp],
  [4, crc],
  [4, packed],
  [4, size],
  [2, name.length],
  [2, extra],
];

const localHeader = (entry: Entry): Uint8Array<ArrayBuffer> =>
  record([[4, LOCAL], ...shared(entry, 20, 0)], entry.name);

function centralHeader(entry: Entry): Uint8Array<ArrayBuffer> {
  const long = entry.offset >= FULL32;
  const version = long ? 45 : 20;
  // Comment, disk and attributes: none.
  const none: readonly Field[] = [
    [2, 0],
    [2, 0],
    [2, 0],
    [4, 0],
  ];
  const fields: readonly Field[] = [
    [4, CENTRAL],
    [2, version],
    ...shared(entry, version, long ? 12 : 0),
    ...none,
    [4, Math.min(entry.offset, FULL32)],
  ];
  const extra: readonly Field[] = [
    [2, 1],
    [2, 8],
    [8, entry.offset],
  ];
  return record(fields, entry.name, long ? record(extra) : undefined);
}

/** The end of the directory (4.3.16), behind its Zip64 form (4.3.14, 4.3.15) where a number is too large for its field. */
function endOf(count: number, size: number, offset: number): Uint8Array<ArrayBuffer> {
  const end: readonly Field[] = [
    [4, END],
    [4, 0],
    [2, Math.min(count, FULL16)],
    [2, Math.min(count, FULL16)],
    [4, Math.min(size, FULL32)],
    [4, Math.min(offset, FULL32)],
    [2, 0],
  ];
  if (count < FULL16 && size < FULL32 && offset < FULL32) return record(end);
  const end64: readonly Field[] = [
    [4, END64],
    [8, 44],
    [2, 45],
    [2, 45],
    [8, 0],
    [8, count],
    [8, count],
    [8, size],
    [8, offset],
  ];
  const locator: readonly Field[] = [
    [4, LOCATOR64],
    [4, 0],
    [8, offset + size],
    [4, 1],
  ];
  return record([...end64, ...locator, ...end]);
}

/** The bytes of fields, and of a name and what stands behind it. */
function record(fields: readonly Field[], name?: Uint8Array, behind?: Uint8Array): Uint8Array<ArrayBuffer> {
  const length = fields.reduce((sum, [bytes]) => sum + bytes, 0);
  const bytes = new Uint8Array(length + (name?.length ?? 0) + (behind?.length ?? 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [width, value] of fields) {
    if (width === 2) view.setUint16(at, value, true);
    else if (width === 4) view.setUint32(at, value, true);
    else view.setBigUint64(at, BigInt(value), true);
    at += width;
  }
  if (name) bytes.set(name, length);
  if (behind) bytes.set(behind, length + (name?.length ?? 0));
  return bytes;
}
