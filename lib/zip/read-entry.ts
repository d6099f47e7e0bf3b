import { Inflate } from 'fflate';
import { crc32 } from './crc32.ts';
import type { ZipEntry } from './read-directory.ts';

/** The header before each file (APPNOTE.TXT 4.3.7). */
export const LOCAL = { signature: 0x04034b50, length: 30 } as const;

/** The bytes of a zip's entry as they stand in the zip; null where they do not. Rejects when the blob cannot be read. */
export async function packedEntry(zip: Blob, entry: ZipEntry): Promise<Blob | null> {
  for (const offset of new Set([entry.offset, entry.offset + entry.moved])) {
    const from = Math.max(0, offset);
    const header = new DataView(await zip.slice(from, Math.max(0, offset + LOCAL.length)).arrayBuffer());
    if (header.byteLength < LOCAL.length || header.getUint32(0, true) !== LOCAL.signature) continue;
    const start = offset + LOCAL.length + header.getUint16(26, true) + header.getUint16(28, true);
    if (start + entry.packed <= zip.size) return zip.slice(start, start + entry.packed);
  }
  return null;
}

/** The bytes of a file of the zip; null when they do not come out as the directory says. Rejects when the blob cannot be read. */
export async function readEntry(zip: Blob, entry: ZipEntry): Promise<Uint8Array<ArrayBuffer> | null> {
  const blob = await packedEntry(zip, entry);
  if (blob === null) return null;
  const packed = new Uint8Array(await blob.arrayBuffer());
  const bytes = entry.method === 0 ? packed : inflate(packed, entry.unpacked);
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
