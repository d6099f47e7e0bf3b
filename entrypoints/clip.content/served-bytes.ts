/** How long the site may take when the page is no longer in the browser's cache, in milliseconds. */
const PATIENCE = 10_000;

/**
 * The bytes that the site served for the page at hand, from the browser's cache where it has them.
 * Null when they cannot be had: other than HTML, redirected, refused, too slow, or more than `most` bytes.
 */
export async function servedBytes(url: string, most: number): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    const signal = AbortSignal.timeout(PATIENCE);
    const response = await fetch(url, { cache: 'force-cache', signal });
    const type = response.headers.get('content-type') ?? '';
    if (!response.ok || response.redirected || response.body === null || !/^$|html/i.test(type)) return null;
    return await allOf(response.body, most);
  } catch {
    // A file:, data: or sandboxed page, no connection, or out of patience: the live document stands in.
    return null;
  }
}

async function allOf(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  most: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.byteLength;
    if (length > most) {
      await reader.cancel();
      return null;
    }
    chunks.push(value);
  }
  // Copied into memory of our own: in Firefox what the network gives belongs to the page, and slicing it is forbidden.
  const all = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.byteLength;
  }
  return all;
}
