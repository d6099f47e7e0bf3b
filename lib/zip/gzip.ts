/** Compresses bytes with gzip. */
export function gzip(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return pipeThrough(bytes, new CompressionStream('gzip'));
}

/** Compresses bytes that come piece by piece, so that they never stand in memory together. Rejects where a piece fails to come. */
export function gzipPieces(pieces: AsyncIterable<Uint8Array<ArrayBuffer>>): Promise<Uint8Array<ArrayBuffer>> {
  return pipeThrough(pieces, new CompressionStream('gzip'));
}

/** Gives back the bytes that `gzip` compressed. Rejects when they are damaged, or more than `most`: a few bytes may hold gigabytes. */
export function gunzip(
  bytes: Uint8Array<ArrayBuffer>,
  most = Number.POSITIVE_INFINITY,
): Promise<Uint8Array<ArrayBuffer>> {
  return pipeThrough(bytes, new DecompressionStream('gzip'), most);
}

/** The same, a piece at a time, so that they never stand in memory together. */
export async function* gunzipPieces(
  bytes: Uint8Array<ArrayBuffer>,
  most = Number.POSITIVE_INFINITY,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const { readable, writable } = new DecompressionStream('gzip');
  const written = writeWhole(writable.getWriter(), bytes);
  // Whoever reads is told as well.
  written.catch(() => undefined);
  const reader = readable.getReader();
  let size = 0;
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      size += next.value.byteLength;
      if (size > most) throw new RangeError(`There are more than ${most} bytes.`);
      yield next.value;
    }
    await written;
  } finally {
    // Writing what is not read any more would wait for ever.
    await reader.cancel().catch(() => undefined);
  }
}

async function pipeThrough(
  bytes: Uint8Array<ArrayBuffer> | AsyncIterable<Uint8Array<ArrayBuffer>>,
  { readable, writable }: CompressionStream | DecompressionStream,
  most = Number.POSITIVE_INFINITY,
): Promise<Uint8Array<ArrayBuffer>> {
  // Written by hand: a Blob of the bytes would be handed to the browser's own process first, a millisecond for each essay.
  const writer = writable.getWriter();
  const written = bytes instanceof Uint8Array ? writeWhole(writer, bytes) : writePieces(writer, bytes);
  const [result] = await Promise.all([
    new Response(most === Number.POSITIVE_INFINITY ? readable : upTo(readable, most)).arrayBuffer(),
    written,
  ]);
  return new Uint8Array(result);
}

/** A stream that fails when more than so many bytes come. */
function upTo(
  readable: ReadableStream<Uint8Array<ArrayBuffer>>,
  most: number,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  let size = 0;
  return readable.pipeThrough(
    new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform: (chunk, controller) => {
        size += chunk.byteLength;
        if (size > most) controller.error(new RangeError(`There are more than ${most} bytes.`));
        else controller.enqueue(chunk);
      },
    }),
  );
}

/** Bytes that are packed at once: one page, some ten milliseconds of a thread that may be a page's on a quiet machine. */
const ALONE = 262_144;
/** Of more, bytes that are packed before others get their turn. */
const TURN = 49_152;

type Writer = WritableStreamDefaultWriter<Uint8Array<ArrayBuffer>>;

function writeWhole(writer: Writer, bytes: Uint8Array<ArrayBuffer>): Promise<unknown> {
  if (bytes.byteLength <= ALONE) return Promise.all([writer.write(bytes), writer.close()]);
  return writeInTurns(writer, bytes).then(() => writer.close());
}

async function writePieces(writer: Writer, pieces: AsyncIterable<Uint8Array<ArrayBuffer>>): Promise<void> {
  try {
    for await (const piece of pieces) await writeInTurns(writer, piece);
    await writer.close();
  } catch (error) {
    // Who reads what is packed would wait for ever.
    await writer.abort(error);
    throw error;
  }
}

async function writeInTurns(writer: Writer, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  for (let at = 0; at < bytes.byteLength; at += TURN) {
    // Others get their turn between two portions, and wait for none behind the last: most files of a line or two are one.
    if (at > 0) await new Promise((resolve) => setTimeout(resolve, 0));
    await writer.write(bytes.subarray(at, at + TURN));
  }
}
