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
/** Bytes that are looked through at once for a mark. */
const SOUGHT = 64 * 1024;

/** Bytes of the memory that it reads through. */
const USUAL = 256 * 1024;

/** A reader of these bytes: they go through one stretch of memory, which is used again, and what is taken of them is a copy. */
export function createByteReader(chunks: AsyncIterable<Uint8Array<ArrayBuffer>>): ByteReader {
  const source = chunks[Symbol.asyncIterator]();
  let memory = new Uint8Array(USUAL);
  // What is held stands from one place to the other.
  const state = { from: 0, to: 0, ended: false };
  const held = (): Uint8Array<ArrayBuffer> => memory.subarray(state.from, state.to);

  /** Makes room for so many bytes behind those that are held, and `before` them. */
  function makeRoom(count: number, before = 0): void {
    const size = before + state.to - state.from + count;
    const usual = size <= USUAL && memory.length > USUAL;
    const length = usual ? USUAL : Math.max(size, 2 * memory.length);
    const next = size > memory.length || usual ? new Uint8Array(length) : memory;
    if (next === memory) memory.copyWithin(before, state.from, state.to);
    else next.set(held(), before);
    memory = next;
    [state.from, state.to] = [before, size - count];
  }

  /** Reads on until this many bytes are held, or all there are. */
  async function fill(count: number): Promise<void> {
    while (state.to - state.from < count && !state.ended) {
      const { value, done } = await source.next();
      state.ended = done === true;
      if (value === undefined || done) break;
      if (state.to + value.length > memory.length) makeRoom(value.length);
      memory.set(value, state.to);
      state.to += value.length;
    }
  }

  async function take(count: number): Promise<Uint8Array<ArrayBuffer>> {
    await fill(count);
    const taken = held().slice(0, count);
    state.from += taken.length;
    return taken;
  }

  async function line(most: number): Promise<Uint8Array<ArrayBuffer>> {
    for (let size = 1024; ; size = Math.min(size * 4, most)) {
      await fill(size);
      const end = held().subarray(0, most).indexOf(LINE_FEED);
      if (end >= 0) return take(end + 1);
      const there = state.to - state.from;
      if (size >= most || there < size) return take(Math.min(most, there));
    }
  }

  async function seekLine(mark: string): Promise<boolean> {
    const wanted = [...mark].map((character) => character.charCodeAt(0));
    let fresh = true;
    for (;;) {
      await fill(SOUGHT);
      const all = held();
      for (let at = fresh ? 0 : all.indexOf(LINE_FEED) + 1; at + wanted.length <= all.length; ) {
        if ((at > 0 || fresh) && wanted.every((byte, index) => all[at + index] === byte)) {
          state.from += at;
          return true;
        }
        const feed = all.indexOf(LINE_FEED, at);
        if (feed < 0) break;
        at = feed + 1;
      }
      if (all.length < SOUGHT && state.ended) return false;
      // Enough stays to find a mark that is cut here, with the line feed before it.
      state.from += Math.max(1, all.length - wanted.length);
      fresh = false;
    }
  }

  function putBack(bytes: Uint8Array<ArrayBuffer>): void {
    if (bytes.length > state.from) makeRoom(0, bytes.length);
    state.from -= bytes.length;
    memory.set(bytes, state.from);
  }
  return { line, take, putBack, seekLine };
}
