import type { SegmentRow } from '../../collection/ledger/index-rows.ts';
import type { SegmentFiles } from '../files/segment-files.ts';
import { readTexts, readUnits } from '../files/segment-texts.ts';
import { fold } from '../text/fold.ts';
import type { BlockCache } from './block-cache.ts';
import { countRuns } from './count-runs.ts';
import { isPlain, MOST_COUNTED, occurrences, occurrencesIn } from './occurrences.ts';
import { counted, countsAt, intersection } from './sorted-docs.ts';
import { readPlaces, type TermList, type TermLists } from './term-lists.ts';
import { keysAround, keysOfTerm, pairsAt, pairsOfTerm, type TermKey } from './tokens.ts';

/** The documents that match, and how often the terms occur in each (each term counts up to 20 times). */
export interface Matches {
  /** By place in the ledger: 1 for a match. */
  readonly hits: Uint8Array;
  readonly weights: Uint16Array;
  /** The number of the first place's document. */
  readonly base: number;
}

/** A segment with the lists of all keys that are asked for. */
interface SegmentSearch {
  readonly cache: BlockCache;
  readonly files: SegmentFiles;
  readonly segment: SegmentRow;
  readonly lists: TermLists;
}

/**
 * Leaves marked the documents of one segment that hold all terms and none of the others, exactly. `matches.hits` says
 * on entry which documents are looked at at all.
 */
export async function matchSegment(
  parts: SegmentSearch,
  all: readonly string[],
  none: readonly string[],
  { hits, weights, base }: Matches,
): Promise<void> {
  const from = Math.max(parts.segment.from, base);
  const to = Math.max(parts.segment.to, base);
  // Short terms need no places: they go first, and leave less to the others.
  const terms = all.toSorted((a, b) => a.length - b.length);
  const keys = terms.flatMap(pairsOfTerm);
  let docs = lookedAt(keys.length === 0 ? numbers(from, to) : withAll(null, keys, parts.lists), hits, base);
  for (const term of terms) {
    const counts = await countTerm(parts, term, docs);
    for (let at = 0; at < docs.length; at += 1) {
      const doc = docs[at] ?? 0;
      weights[doc - base] = (weights[doc - base] ?? 0) + Math.min(counts[at] ?? 0, MOST_COUNTED);
    }
    docs = counted(docs, counts);
  }
  hits.fill(0, from - base, to - base);
  // By their places, here and below: what hands out one after another makes an object for each.
  for (let at = 0; at < docs.length; at += 1) hits[(docs[at] ?? 0) - base] = 1;
  for (const term of none) {
    const candidates = withAll(docs, pairsOfTerm(term), parts.lists);
    const gone = counted(candidates, await countTerm(parts, term, candidates));
    for (let at = 0; at < gone.length; at += 1) hits[(gone[at] ?? 0) - base] = 0;
  }
}

const numbers = (from: number, to: number): Uint32Array => new Uint32Array(to - from).map((_, at) => from + at);

/** Those of some documents that are looked at, often all; numbers before the first place are dead. */
function lookedAt(docs: Uint32Array, hits: Uint8Array, base: number): Uint32Array {
  const isLookedAt = (doc: number): boolean => doc >= base && hits[doc - base] === 1;
  let count = 0;
  while (count < docs.length && isLookedAt(docs[count] ?? 0)) count += 1;
  if (count === docs.length) return docs;
  const looked = new Uint32Array(docs.length);
  looked.set(docs.subarray(0, count));
  for (let at = count + 1; at < docs.length; at += 1) {
    const doc = docs[at] ?? 0;
    if (!isLookedAt(doc)) continue;
    looked[count] = doc;
    count += 1;
  }
  return looked.subarray(0, count);
}

/** The documents that have all keys, those of `docs` where there are any. The shortest list first: it leaves the least to compare with the others. */
function withAll(docs: Uint32Array | null, keys: readonly number[], lists: TermLists): Uint32Array {
  const wanted = [...new Set(keys)].map((key) => lists.get(key)?.docs ?? new Uint32Array());
  const [shortest = new Uint32Array(), ...others] = wanted.sort((a, b) => a.length - b.length);
  return others.reduce(intersection, docs === null ? shortest : intersection(shortest, docs));
}

/** How often each of `docs`, which have all keys of the term, holds the term. */
async function countTerm(parts: SegmentSearch, term: string, docs: Uint32Array): Promise<Uint32Array> {
  const { cache, segment, lists } = parts;
  // A pair stands for itself: its list counts it.
  if (term.length > 2 && docs.length > 0 && docs.length <= FEW) {
    const counted = await countInTexts(parts, term, docs);
    if (counted !== null) return counted;
  }
  const keys = coverOf(term, lists);
  const [first] = keys;
  if (first === undefined || docs.length === 0) return new Uint32Array(docs.length);
  if (term.length < 3) return countsAt(docs, first.list.docs, first.list.counts);
  const places = await readPlaces(
    cache,
    segment,
    keys.map(({ list }) => list),
    docs,
  );
  return countRuns(
    places.map((pieces, at) => ({ offset: keys[at]?.offset ?? 0, pieces })),
    docs,
  );
}

/** A pair of a term, how far into the term it begins, and how often it stands in the segment. */
interface CoverPair {
  readonly list: TermList;
  readonly offset: number;
  readonly places: number;
}

/** What is read of the places of further pairs, where a rare one was read first: few reach to the end of a document. */
const READ_AFTER = 0.6;

/**
 * The pairs whose places are read: those that cover the term end to end, or those around its rarest pair where that is so much rarer that one pair more is less to
 * read. A document without one of them is none that is asked for; then there is nothing to count either.
 */
function coverOf(term: string, lists: TermLists): readonly CoverPair[] {
  const found = (keys: readonly TermKey[]): CoverPair[] =>
    keys.flatMap(({ key, offset }) => {
      const list = lists.get(key);
      return list === undefined ? [] : [{ list, offset, places: placesOf(list) }];
    });
  const plain = found(keysOfTerm(term));
  if (term.length < 4) return plain;
  const [rarest] = found(pairsAt(term)).sort((a, b) => a.places - b.places);
  if (rarest === undefined) return plain;
  const around = found(keysAround(term, rarest.offset));
  return toRead(around) < toRead(plain) ? around : plain;
}

/** Places that are read of pairs: all of the rarest, and of the others as a rule no more than a part. */
function toRead(pairs: readonly CoverPair[]): number {
  const all = pairs.reduce((sum, { places }) => sum + places, 0);
  const rarest = Math.min(...pairs.map(({ places }) => places));
  return rarest + (all - rarest) * READ_AFTER;
}

function placesOf({ counts }: TermList): number {
  let places = 0;
  for (let at = 0; at < counts.length; at += 1) places += counts[at] ?? 0;
  return places;
}

/** Documents so few that their texts are read sooner than the places of pairs that thousands have. */
const FEW = 128;

/** The same by their texts; null where the segment has none at hand. */
async function countInTexts(
  { files, segment }: SegmentSearch,
  term: string,
  docs: Uint32Array,
): Promise<Uint32Array | null> {
  if (isPlain(term)) {
    const read = await readUnits(files, segment, docs);
    return read && Uint32Array.from(read, (units) => occurrencesIn(units, term));
  }
  const texts = await readTexts(files, segment, docs);
  return texts && Uint32Array.from(texts, (text) => occurrences(fold(text), term));
}
