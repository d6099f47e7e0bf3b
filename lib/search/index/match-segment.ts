import type { SegmentRow } from '../../collection/ledger/index-rows.ts';
import type { SegmentFiles } from '../files/segment-files.ts';
import { readTexts, readUnits } from '../files/segment-texts.ts';
import { fold } from '../text/fold.ts';
import type { BlockCache } from './block-cache.ts';
import { countRuns } from './count-runs.ts';
import { isPlain, MOST_COUNTED, occurrences, occurrencesIn } from './occurrences.ts';
import { counted, countsAt, intersection } from './sorted-docs.ts';
import { type ListedPart, readPlaces, type TermList, type TermLists } from './term-lists.ts';
import { coverOf } from './triples/cover.ts';

/** The documents that match, and how often the terms occur in each (each term counts up to 20 times). */
export interface Matches {
  /** By place in the ledger: 1 for a match. */
  readonly hits: Uint8Array;
  readonly weights: Uint16Array;
  /** The number of the first place's document. */
  readonly base: number;
}

/** A segment with the lists of all terms that are asked for. */
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
  const listed = terms.flatMap((term) => partsIn(parts, term));
  let docs = lookedAt(listed.length === 0 ? numbers(from, to) : withAll(null, listed), hits, base);
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
    const candidates = withAll(docs, partsIn(parts, term));
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

const partsIn = ({ lists }: SegmentSearch, term: string): readonly ListedPart[] => lists.get(term) ?? [];

/** The documents that have all parts, those of `docs` where there are any. The shortest list first: it leaves the least to compare with the others. */
function withAll(docs: Uint32Array | null, parts: readonly ListedPart[]): Uint32Array {
  const wanted = [...new Set(parts.map(({ list }) => list.docs))];
  const [shortest = new Uint32Array(), ...others] = wanted.sort((a, b) => a.length - b.length);
  return others.reduce(intersection, docs === null ? shortest : intersection(shortest, docs));
}

/** How often each of `docs`, which have all parts of the term, holds the term. */
async function countTerm(search: SegmentSearch, term: string, docs: Uint32Array): Promise<Uint32Array> {
  const { cache, segment } = search;
  const [whole, ...others] = partsIn(search, term);
  if (whole === undefined || docs.length === 0) return new Uint32Array(docs.length);
  // A list of the term itself counts it.
  if (others.length === 0) return countsAt(docs, whole.list.docs, whole.list.counts);
  if (docs.length <= FEW) {
    const counted = await countInTexts(search, term, docs);
    if (counted !== null) return counted;
  }
  const parts = [whole, ...others].map((part) => ({ ...part, places: placesOf(part.list) }));
  const cover = coverOf(parts, term.length);
  const places = await readPlaces(
    cache,
    segment,
    cover.map(({ list }) => list),
    docs,
  );
  return countRuns(
    places.map((pieces, at) => ({ offset: cover[at]?.offset ?? 0, pieces })),
    docs,
  );
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
