/** The bytes of a body as it comes in; null, and no more is read, when they are more than `most`. */
export async function readBody(
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

/** The charset that a content type names; null for none. */
export const charsetOfType = (type: string): string | null => /charset\s*=\s*["']?([\w-]+)/i.exec(type)?.[1] ?? null;
