import type { BlockWriter } from '../block.ts';
import { isUnitKey } from '../tokens.ts';
import { MOST_PAIRS } from './triple-keys.ts';

/** The share of a segment's documents in which a pair is frequent. */
const SHARE = 0.25;

/** The share of all places that frequent pairs have at most, which bounds the room that triples take. */
const ROOM = 0.5;

/** A writer that notes which pairs are frequent while it is written to. */
export interface NotingWriter extends BlockWriter {
  /** The keys of the frequent pairs, in order. */
  frequent(): Uint32Array<ArrayBuffer>;
}

/** Writes lists of so many documents to another writer, and notes the pairs that many have. */
export function notingWriter(writer: BlockWriter, documents: number): NotingWriter {
  const many: { readonly key: number; readonly places: number }[] = [];
  const state = { key: 0, docs: 0, places: 0, all: 0 };
  const note = (): void => {
    const { key, docs, places } = state;
    if (docs > 0 && docs >= documents * SHARE && !isUnitKey(key)) many.push({ key, places });
    state.all += places;
    Object.assign(state, { docs: 0, places: 0 });
  };
  return {
    take: writer.take,
    term(key) {
      note();
      state.key = key;
      writer.term(key);
    },
    doc(doc, positions, from, to) {
      state.docs += 1;
      state.places += to - from;
      writer.doc(doc, positions, from, to);
    },
    frequent() {
      note();
      let left = state.all * ROOM;
      const kept = many
        .toSorted((a, b) => b.places - a.places)
        .slice(0, MOST_PAIRS)
        .filter(({ places }) => {
          if (places > left) return false;
          left -= places;
          return true;
        });
      return Uint32Array.from(kept, ({ key }) => key).sort();
    },
  };
}
