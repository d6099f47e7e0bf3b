import { chunkSize } from './limits.ts';

/** Bytes of a file or of what it unpacks to, piece by piece. */
export type Chunks = AsyncIterable<Uint8Array<ArrayBuffer>>;

/** The bytes of a blob in pieces, so that a file of any size can be read. */
export async function* blobChunks(
  blob: Blob,
  onBytes?: ((count: number) => void) | undefined,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (let at = 0; at < blob.size; at += chunkSize) {
    const chunk = await blobBytes(blob, at, at + chunkSize);
    onBytes?.(chunk.length);
    yield chunk;
  }
}

/** The bytes of a blob from one place to another; fewer where it ends. */
export const blobBytes = async (blob: Blob, from: number, to: number): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await blob.slice(from, to).arrayBuffer());

/** All of it as one run of bytes; null when there are more than `most`. */
export async function collectBytes(
  chunks: AsyncIterable<Uint8Array>,
  most: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const held: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > most) return null;
    held.push(chunk);
  }
  return join(held);
}

/** Several runs of bytes as one. */
export function join(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
