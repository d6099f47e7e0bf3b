import { utf16Text } from '../../../text/utf16.ts';
import { fold } from '../../text/fold.ts';
import type { BlockWriter } from '../block.ts';
import { type Inverted, writeTerm } from '../build-segment.ts';
import { tripleReader } from './triple-keys.ts';

/** What triples are made of. */
export interface TripleSource {
  /** The keys of the pairs that are frequent, in order. */
  readonly pairs: Uint32Array;
  /** The first document's number, and the text of each number in turn as UTF-16: gone through several times. */
  readonly from: number;
  readonly texts: () => AsyncIterable<Uint8Array<ArrayBuffer>>;
  /** Places that are held in memory at a time, eight bytes each. */
  readonly room: number;
}

/** Writes the lists of all triples, in order of their keys: some of them at a time, since all are hundreds of megabytes. */
export async function writeTriples(
  source: TripleSource,
  writer: BlockWriter,
  drain: () => Promise<void>,
): Promise<void> {
  const read = tripleReader(source.pairs);
  const counts = new Map<number, number>();
  const eachText = async (take: (text: string, doc: number) => void): Promise<void> => {
    let doc = source.from;
    for await (const bytes of source.texts()) {
      if (bytes.length > 0) take(fold(textOf(bytes)), doc);
      doc += 1;
      await drain();
    }
  };
  await eachText((text) => read(text, (key) => counts.set(key, (counts.get(key) ?? 0) + 1)));
  for (const keys of inParts(counts, source.room)) {
    const { lists, put } = listsOf(keys, counts);
    await eachText((text, doc) => read(text, (key, at) => put(key, doc, at)));
    for (let term = 0; term < keys.length; term += 1) {
      writeTerm(lists, term, writer);
      await drain();
    }
  }
}

function textOf(bytes: Uint8Array<ArrayBuffer>): string {
  const { buffer, byteOffset, byteLength } = bytes.byteOffset % 2 === 0 ? bytes : bytes.slice();
  return utf16Text(new Uint16Array(buffer, byteOffset, byteLength >> 1));
}

/** Keys in order, in parts of which none but a single key has more places than there is room for. */
function inParts(counts: ReadonlyMap<number, number>, room: number): readonly Uint32Array[] {
  const keys = Uint32Array.from(counts.keys()).sort();
  const parts: Uint32Array[] = [];
  let from = 0;
  let places = 0;
  for (let at = 0; at < keys.length; at += 1) {
    const more = counts.get(keys[at] ?? 0) ?? 0;
    if (places > 0 && places + more > room) {
      parts.push(keys.subarray(from, at));
      from = at;
      places = 0;
    }
    places += more;
  }
  if (from < keys.length) parts.push(keys.subarray(from));
  return parts;
}

/** Room for the documents and places of some keys, and what puts one there; of other keys it takes none. */
function listsOf(
  keys: Uint32Array,
  counts: ReadonlyMap<number, number>,
): { readonly lists: Inverted; readonly put: (key: number, doc: number, at: number) => void } {
  const starts = new Uint32Array(keys.length + 1);
  const termOf = new Map<number, number>();
  for (let term = 0; term < keys.length; term += 1) {
    termOf.set(keys[term] ?? 0, term);
    starts[term + 1] = (starts[term] ?? 0) + (counts.get(keys[term] ?? 0) ?? 0);
  }
  const next = starts.slice();
  const [first, last] = [keys[0] ?? 0, keys.at(-1) ?? 0];
  const all = starts.at(-1) ?? 0;
  const lists = { keys, starts, docs: new Uint32Array(all), places: new Uint32Array(all) };
  return {
    lists,
    put(key, doc, at) {
      if (key < first || key > last) return;
      const term = termOf.get(key) ?? 0;
      const to = next[term] ?? 0;
      next[term] = to + 1;
      lists.docs[to] = doc;
      lists.places[to] = at;
    },
  };
}
