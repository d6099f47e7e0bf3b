import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

/** What was written: bytes on the disk, and their SHA-256. */
export interface WrittenFile {
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * Writes a file that appears under its name when it is whole, packed by gzip where that is wanted; until then it has `.part` behind it, and
 * a run that fails takes that away. The same pieces give the same bytes. Rejects when the disk or the pieces fail.
 */
export async function writeWhole(
  file: string,
  pieces: AsyncIterable<Uint8Array | string>,
  { gzip = false }: { readonly gzip?: boolean } = {},
): Promise<WrittenFile> {
  const unfinished = `${file}.part`;
  const hash = createHash('sha256');
  const seen = { bytes: 0 };
  const watch = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      seen.bytes += chunk.length;
      done(null, chunk);
    },
  });
  try {
    const source = Readable.from(pieces);
    const target = createWriteStream(unfinished);
    await (gzip ? pipeline(source, createGzip(), watch, target) : pipeline(source, watch, target));
    await rename(unfinished, file);
  } finally {
    await rm(unfinished, { force: true });
  }
  return { bytes: seen.bytes, sha256: hash.digest('hex') };
}
