import { Inflate } from 'fflate';
import { fail, type Outcome, succeed } from '../../essay/outcome.ts';
import { blobBytes, blobChunks } from './blob-chunks.ts';
import { isBomb } from './limits.ts';
import type { ZipEntry } from './zip-directory.ts';

const LOCAL = 0x04034b50;

/** The bytes of a zip's entry as they stand in the zip. `damaged` where they do not. */
export async function packedEntry(zip: Blob, entry: ZipEntry): Promise<Outcome<Blob, 'damaged'>> {
  for (const offset of new Set([entry.offset, entry.offset + entry.moved])) {
    const header = new DataView((await blobBytes(zip, Math.max(0, offset), Math.max(0, offset + 30))).buffer);
    if (header.byteLength < 30 || header.getUint32(0, true) !== LOCAL) continue;
    const start = offset + 30 + header.getUint16(26, true) + header.getUint16(28, true);
    if (start + entry.packed <= zip.size) return succeed(zip.slice(start, start + entry.packed));
  }
  return fail('damaged');
}

/** Thrown by what unpacks to out of all proportion. */
export class BombError extends Error {}

/** Unpacks a deflated entry piece by piece. Throws where it is damaged, a `BombError` where it is a bomb. */
export async function* inflateChunks(
  packed: Blob,
  onBytes?: ((count: number) => void) | undefined,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const sizes = { packed: 0, unpacked: 0 };
  let out: Uint8Array<ArrayBuffer>[] = [];
  const inflate = new Inflate((piece) => {
    out.push(piece);
  });
  for await (const chunk of blobChunks(packed, onBytes)) {
    sizes.packed += chunk.length;
    inflate.push(chunk, sizes.packed === packed.size);
    for (const piece of out) sizes.unpacked += piece.length;
    if (isBomb(sizes.packed, sizes.unpacked)) throw new BombError();
    yield* out;
    out = [];
  }
}
