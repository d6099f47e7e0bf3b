import type { SegmentRow } from '../../collection/ledger/index-rows.ts';
import type { BlockCache } from './block-cache.ts';
import { readPlaces, type TermLists } from './term-lists.ts';
import { keysOfTerm, type TermKey } from './tokens.ts';

/** The documents that match, and how often the terms occur in each (each term counts up to 20 times). */
export interface Matches {
  /** By document number: 1 for a match. */
  readonly hits: Uint8Array;
  readonly weights: Uint16Array;
}

/** A term that occurs more often tells no more of an essay. */
export const MOST_COUNTED = 20;

/**
 * Leaves marked the documents of one segment that hold all terms and none of the others, exactly. `matches.hits` says
 * on entry which documents are looked at at all.
 */
export async function matchSegment(
  cache: BlockCache,
  segment: SegmentRow,
  lists: TermLists,
  all: readonly string[],
  none: readonly string[],
  { hits, weights }: Matches,
): Promise<void> {
  const terms = all.map(keysOfTerm);
  const keys = [...new Set(terms.flatMap((term) => term.map(({ key }) => key)))];
  const shared = sharedBy(segment, lists, keys, hits);
  for (let doc = segment.from; doc < segment.to; doc += 1) {
    if (hits[doc] === 1 && shared[doc - segment.from] !== 1) hits[doc] = 0;
  }
  for (const term of terms) {
    const counts = await countTerm(cache, segment, lists, term, (doc) => hits[doc] === 1);
    for (let doc = segment.from; doc < segment.to; doc += 1) {
      if (hits[doc] !== 1) continue;
      const count = counts[doc - segment.from] ?? 0;
      if (count === 0) hits[doc] = 0;
      else weights[doc] = (weights[doc] ?? 0) + Math.min(count, MOST_COUNTED);
    }
  }
  for (const term of none.map(keysOfTerm)) {
    const counts = await countTerm(cache, segment, lists, term, (doc) => hits[doc] === 1);
    for (let at = 0; at < counts.length; at += 1) if ((counts[at] ?? 0) > 0) hits[segment.from + at] = 0;
  }
}

/** By place in the segment: 1 for documents that are looked at and have all keys. */
function sharedBy(segment: SegmentRow, lists: TermLists, keys: readonly number[], hits: Uint8Array): Uint8Array {
  const shared = new Uint16Array(segment.to - segment.from);
  const lengths = new Map(
    keys.map((key) => [key, (lists.get(key) ?? []).reduce((sum, { piece }) => sum + piece.docs.length, 0)]),
  );
  // The rarest first: later lists have less to mark.
  const order = keys.toSorted((a, b) => (lengths.get(a) ?? 0) - (lengths.get(b) ?? 0));
  for (const [at, key] of order.entries()) {
    for (const { piece } of lists.get(key) ?? []) {
      const { docs } = piece;
      for (let place = 0; place < docs.length; place += 1) {
        const own = (docs[place] ?? 0) - segment.from;
        if (shared[own] === at) shared[own] = at + 1;
      }
    }
  }
  const marks = new Uint8Array(shared.length);
  for (let at = 0; at < marks.length; at += 1) {
    if (shared[at] === keys.length && hits[segment.from + at] === 1) marks[at] = 1;
  }
  return marks;
}

/** By place in the segment: how often a document holds the term; documents that are not `wanted` may be left at 0. */
async function countTerm(
  cache: BlockCache,
  segment: SegmentRow,
  lists: TermLists,
  term: readonly TermKey[],
  wanted: (doc: number) => boolean,
): Promise<Uint32Array> {
  const counts = new Uint32Array(segment.to - segment.from);
  const [first] = term;
  if (first === undefined) return counts;
  if (term.length === 1) {
    for (const { piece } of lists.get(first.key) ?? []) {
      for (let at = 0; at < piece.docs.length; at += 1) {
        counts[(piece.docs[at] ?? 0) - segment.from] = piece.counts[at] ?? 0;
      }
    }
    return counts;
  }
  const keys = [...new Set(term.map(({ key }) => key))];
  const candidates = new Set<number>();
  for (const { piece } of lists.get(first.key) ?? [])
    for (const doc of piece.docs) if (wanted(doc)) candidates.add(doc);
  if (candidates.size === 0) return counts;
  const places = await readPlaces(cache, segment, lists, keys, (doc) => candidates.has(doc));
  for (const doc of candidates) {
    let starts = places.get(first.key)?.get(doc) ?? new Uint32Array();
    for (const { key, offset } of term.slice(1)) {
      starts = startsThatGoOn(starts, places.get(key)?.get(doc) ?? new Uint32Array(), offset);
    }
    counts[doc - segment.from] = starts.length;
  }
  return counts;
}

/** The starts that have a place exactly `offset` after them; both are in order. */
function startsThatGoOn(starts: Uint32Array, places: Uint32Array, offset: number): Uint32Array {
  let at = 0;
  return starts.filter((start) => {
    while (at < places.length && (places[at] ?? 0) < start + offset) at += 1;
    return places[at] === start + offset;
  });
}
