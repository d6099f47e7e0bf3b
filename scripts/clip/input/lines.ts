/** Bytes of the longest line that is read: a page of 32 MB, and what JSON adds to it. */
const LONGEST = 96 * 1024 * 1024;
const LINE_FEED = 0x0a;

/**
 * The lines of a stream of UTF-8, one after another, empty ones left out; null stands for one that is too long, of which nothing is
 * held. Memory holds one line.
 */
export async function* linesOf(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  longest = LONGEST,
): AsyncGenerator<string | null> {
  const decoder = new TextDecoder();
  let held: Uint8Array[] = [];
  let size = 0;
  const line = (): string | null => {
    const whole = size > longest ? null : decoder.decode(Buffer.concat(held));
    held = [];
    size = 0;
    return whole;
  };
  const isBlank = (text: string | null): boolean => text !== null && text.trim() === '';
  const hold = (bytes: Uint8Array): void => {
    size += bytes.length;
    if (size > longest) held = [];
    else held.push(bytes);
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = chunk.indexOf(LINE_FEED); at >= 0; at = chunk.indexOf(LINE_FEED, from)) {
      hold(chunk.subarray(from, at));
      const whole = line();
      if (!isBlank(whole)) yield whole;
      from = at + 1;
    }
    if (from < chunk.length) hold(chunk.subarray(from));
  }
  const last = line();
  if (!isBlank(last)) yield last;
}
