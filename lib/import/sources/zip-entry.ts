import { Inflate } from 'fflate';
import { blobChunks } from './blob-chunks.ts';
import { isBomb } from './limits.ts';

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
