/** Compresses bytes with gzip. */
export function gzip(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return pipeThrough(bytes, new CompressionStream('gzip'));
}

/** Gives back the bytes that `gzip` compressed. Rejects when they are damaged. */
export function gunzip(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return pipeThrough(bytes, new DecompressionStream('gzip'));
}

async function pipeThrough(
  bytes: Uint8Array<ArrayBuffer>,
  { readable, writable }: CompressionStream | DecompressionStream,
): Promise<Uint8Array<ArrayBuffer>> {
  // Written by hand: a Blob of the bytes would be handed to the browser's own process first, a millisecond for each essay.
  const writer = writable.getWriter();
  const written = writeInTurns(writer, bytes);
  const [result] = await Promise.all([new Response(readable).arrayBuffer(), written]);
  return new Uint8Array(result);
}

/** Bytes that are packed before others get their turn: some ten milliseconds of a thread that may be a page's. */
const TURN = 262_144;

async function writeInTurns(
  writer: WritableStreamDefaultWriter<Uint8Array<ArrayBuffer>>,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<unknown> {
  if (bytes.byteLength <= TURN) return Promise.all([writer.write(bytes), writer.close()]);
  for (let at = 0; at < bytes.byteLength; at += TURN) {
    await writer.write(bytes.subarray(at, at + TURN));
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  return writer.close();
}
