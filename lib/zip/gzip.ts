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
  const written = Promise.all([writer.write(bytes), writer.close()]);
  const [result] = await Promise.all([new Response(readable).arrayBuffer(), written]);
  return new Uint8Array(result);
}
