import { join } from './blob-chunks.ts';

/** Reads a stream of bytes by lines, counts and marks, holding no more of it than was asked for. */
export interface ByteReader {
  /** The next line with its line feed, at most `most` bytes of it; empty at the end. */
  readonly line: (most: number) => Promise<Uint8Array<ArrayBuffer>>;
  /** The next `count` bytes; fewer at the end. */
  readonly take: (count: number) => Promise<Uint8Array<ArrayBuffer>>;
  /** Puts bytes back in front. */
  readonly putBack: (bytes: Uint8Array<ArrayBuffer>) => void;
  /** Goes to the next line that starts with the mark; false when there is none. */
  readonly seekLine: (mark: string) => Promise<boolean>;
}

const LINE_FEED = 0x0a;

/** A reader of these bytes. */
export function createByteReader(chunks: AsyncIterable<Uint8Array<ArrayBuffer>>): ByteReader {
  const source = chunks[Symbol.asyncIterator]();
  let held = new Uint8Array(0);
  let ended = false;

  /** Reads on until this many bytes are held, or all there are. */
  async function fill(count: number): Promise<void> {
    const parts = [held];
    let size = held.length;
    while (size < count && !ended) {
      const { value, done } = await source.next();
      ended = done === true;
      if (ended) break;
      parts.push(value);
      size += value.length;
    }
    if (parts.length > 1) held = join(parts);
  }

  async function take(count: number): Promise<Uint8Array<ArrayBuffer>> {
    await fill(count);
    const taken = held.subarray(0, count);
    held = held.subarray(taken.length);
    return taken;
  }

  async function line(most: number): Promise<Uint8Array<ArrayBuffer>> {
    for (let size = 1024; ; size = Math.min(size * 4, most)) {
      await fill(size);
      const end = held.subarray(0, most).indexOf(LINE_FEED);
      if (end >= 0) return take(end + 1);
      if (size >= most || held.length < size) return take(Math.min(most, held.length));
    }
  }

  async function seekLine(mark: string): Promise<boolean> {
    const wanted = [...mark].map((character) => character.charCodeAt(0));
    let fresh = true;
    for (;;) {
      await fill(64 * 1024);
      for (let at = fresh ? 0 : held.indexOf(LINE_FEED) + 1; at + wanted.length <= held.length; ) {
        if ((at > 0 || fresh) && wanted.every((byte, index) => held[at + index] === byte)) {
          held = held.subarray(at);
          return true;
        }
        const feed = held.indexOf(LINE_FEED, at);
        if (feed < 0) break;
        at = feed + 1;
      }
      if (held.length < 64 * 1024 && ended) return false;
      // Enough stays to find a mark that is cut here, with the line feed before it.
      held = held.subarray(Math.max(1, held.length - wanted.length));
      fresh = false;
    }
  }

  const putBack = (bytes: Uint8Array<ArrayBuffer>): void => {
    held = join([bytes, held]);
  };
  return { line, take, putBack, seekLine };
}
