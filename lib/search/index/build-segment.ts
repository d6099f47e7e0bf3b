import type { BlockWriter } from './block.ts';
import { eachPair, eachUnit, isUnitKey } from './tokens.ts';

/** One document to index: its number, its folded text, and that as it stands. */
export interface Document {
  readonly doc: number;
  readonly text: string;
  readonly raw: string;
}

/** The terms of a run of documents, each with the tokens that it has, in order of documents and places. */
export interface Inverted {
  /** Keys in order. */
  readonly keys: Uint32Array;
  /** Where the tokens of each key begin; one more than keys. */
  readonly starts: Uint32Array;
  readonly docs: Uint32Array;
  readonly places: Uint32Array;
}

/** Inverts documents given in order of their numbers. A counting sort: linear in the length of the texts. `pause` may give others a turn. */
export async function invert(
  documents: readonly Pick<Document, 'doc' | 'text'>[],
  pause: () => Promise<void>,
): Promise<Inverted> {
  const room = documents.reduce((sum, { text }) => sum + 2 * text.length, 0);
  const terms = new Uint32Array(room);
  const docs = new Uint32Array(room);
  const places = new Uint32Array(room);
  const table = keyTable();
  let tokens = 0;
  const put = (key: number, doc: number, place: number): void => {
    terms[tokens] = table.numberOf(key);
    docs[tokens] = doc;
    places[tokens] = place;
    tokens += 1;
  };
  const seen = new Int32Array(0x10000).fill(-1);
  for (const [at, { doc, text }] of documents.entries()) {
    eachPair(text, (key, place) => put(key, doc, place));
    eachUnit(text, (key, unit) => {
      if (seen[unit] !== at) put(key, doc, 0);
      seen[unit] = at;
    });
    await pause();
  }
  const keys = table.keys();
  const order = keys.slice().sort();
  const counts = new Uint32Array(keys.length);
  for (let at = 0; at < tokens; at += 1) increment(counts, terms[at] ?? 0);
  const starts = new Uint32Array(keys.length + 1);
  const next = new Uint32Array(keys.length);
  for (const [place, key] of order.entries()) {
    const number = table.numberOf(key);
    next[number] = starts[place] ?? 0;
    starts[place + 1] = (starts[place] ?? 0) + (counts[number] ?? 0);
  }
  const sortedDocs = new Uint32Array(tokens);
  const sortedPlaces = new Uint32Array(tokens);
  for (let at = 0; at < tokens; at += 1) {
    const number = terms[at] ?? 0;
    const to = next[number] ?? 0;
    next[number] = to + 1;
    sortedDocs[to] = docs[at] ?? 0;
    sortedPlaces[to] = places[at] ?? 0;
    if ((at & 0xffff) === 0) await pause();
  }
  return { keys: order, starts, docs: sortedDocs, places: sortedPlaces };
}

const increment = (counts: Uint32Array, at: number): void => {
  counts[at] = (counts[at] ?? 0) + 1;
};

/** Writes one term of an inverted run. */
export function writeTerm({ keys, starts, docs, places }: Inverted, term: number, writer: BlockWriter): void {
  const end = starts[term + 1] ?? 0;
  const key = keys[term] ?? 0;
  const placed = !isUnitKey(key);
  writer.term(key);
  for (let from = starts[term] ?? 0, to = from; from < end; from = to) {
    const doc = docs[from] ?? 0;
    while (to < end && docs[to] === doc) to += 1;
    writer.doc(doc, places, from, placed ? to : from);
  }
}

/** Numbers keys in the order of their first coming: an open-addressed table, since a Map of numbers above 2^30 is slow. */
function keyTable(): { numberOf(key: number): number; keys(): Uint32Array } {
  const state = { slots: new Int32Array(1 << 16).fill(-1), keys: new Uint32Array(1 << 15), count: 0 };
  const slotOf = (key: number): number => {
    const mask = state.slots.length - 1;
    let slot = (Math.imul(key, 0x9e3779b1) >>> 7) & mask;
    for (;;) {
      const number = state.slots[slot] ?? -1;
      if (number < 0 || state.keys[number] === key) return slot;
      slot = (slot + 1) & mask;
    }
  };
  const grow = (): void => {
    const keys = new Uint32Array(state.keys.length * 2);
    keys.set(state.keys);
    state.keys = keys;
    state.slots = new Int32Array(state.slots.length * 2).fill(-1);
    for (let number = 0; number < state.count; number += 1) state.slots[slotOf(keys[number] ?? 0)] = number;
  };
  return {
    numberOf(key) {
      const slot = slotOf(key);
      const number = state.slots[slot] ?? -1;
      if (number >= 0) return number;
      if (state.count === state.keys.length) {
        grow();
        return this.numberOf(key);
      }
      state.slots[slot] = state.count;
      state.keys[state.count] = key;
      state.count += 1;
      return state.count - 1;
    },
    keys: () => state.keys.slice(0, state.count),
  };
}
