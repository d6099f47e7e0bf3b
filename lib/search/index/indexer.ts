import type { Collection } from '../../collection/collection.ts';
import type { SegmentRow } from '../../collection/ledger/index-rows.ts';
import type { Ledger } from '../../collection/ledger/read-ledger.ts';
import { DEAD } from '../../collection/ledger/slot.ts';
import { yieldToPage } from '../../essay/yield-to-page.ts';
import { blockWriter } from './block.ts';
import { type Document, invert, writeTerm } from './build-segment.ts';
import { mergeInto } from './merge.ts';
import { sweepBlocks, switchSegments, tailOf, writeSegment } from './segments.ts';
import type { IndexSizes } from './sizes.ts';
import { readDocuments } from './tail.ts';

/** Segments below the largest that stay beside each other when there is nothing else to do: more are made one. */
const MOST_SMALL = 2;

/** The share of dead documents at which a segment is written anew without them. */
const MUCH_DEAD = 0.3;

/** What the indexer is given: `refresh` brings the ledger up to date and gives the segments of the same moment. */
export interface IndexerParts {
  readonly collection: Collection;
  readonly ledger: Ledger;
  readonly refresh: () => Promise<readonly SegmentRow[]>;
  readonly sizes: IndexSizes;
  /** Told how much of the collection is in segments, 0 to 1, as it goes on. */
  readonly tell: (share: number) => void;
}

/**
 * Makes segments of the tail and merges them until nothing is worth doing. What a crash left is swept on
 * the way. One caller at a time: see `withIndexLock`.
 */
export async function runIndexer(parts: IndexerParts): Promise<void> {
  for (;;) {
    const segments = await parts.refresh();
    parts.tell(shareOf(parts.ledger, tailOf(segments)));
    const merged = segmentsToMerge(segments, parts);
    if (merged.length > 0) {
      if (!(await merge(merged, parts))) return;
    } else if (!(await indexTail(tailOf(segments), parts))) {
      const small = smallAtTheEnd(segments, parts.sizes);
      if (small.length <= MOST_SMALL || !(await merge(small, parts))) return;
    }
  }
}

/**
 * One page at a time indexes; another that wants to goes without, unless it `waits`. Where there are no locks, nothing
 * is kept apart.
 */
export async function withIndexLock(name: string, waits: boolean, run: () => Promise<void>): Promise<void> {
  const locks = typeof navigator === 'undefined' ? undefined : navigator.locks;
  if (locks === undefined) return run();
  await locks.request(`${name}-index`, { ifAvailable: !waits }, async (lock) => {
    if (lock !== null) await run();
  });
}

/** Makes one segment of the tail; false when the tail is too short for one. */
async function indexTail(from: number, { collection, ledger, sizes }: IndexerParts): Promise<boolean> {
  if (ledger.size - from < sizes.tail) return false;
  await sweepBlocks(collection);
  const documents: Document[] = [];
  let to = ledger.size;
  let units = 0;
  for await (const document of readDocuments(collection, ledger, from, ledger.size)) {
    if (documents.length > 0 && units + document.text.length > sizes.run) {
      to = document.doc;
      break;
    }
    documents.push(document);
    units += document.text.length;
  }
  const pause = yieldToPage();
  const inverted = await invert(documents, pause);
  const made = await writeSegment(
    collection,
    { from, to, docs: documents.length },
    async (writer, drain) => {
      for (let term = 0; term < inverted.keys.length; term += 1) {
        writeTerm(inverted, term, writer);
        await drain();
        await pause();
      }
    },
    blockWriter(),
  );
  return switchSegments(collection, [], made);
}

async function merge(merged: readonly SegmentRow[], { collection, ledger }: IndexerParts): Promise<boolean> {
  const from = merged[0]?.from ?? 0;
  const to = merged.at(-1)?.to ?? 0;
  const states = ledger.states.slice(from, to);
  const pause = yieldToPage();
  const made = await writeSegment(
    collection,
    { from, to, docs: states.reduce((count, state) => (state === DEAD ? count : count + 1), 0) },
    (writer, drain) =>
      mergeInto(
        collection,
        merged,
        (doc) => states[doc - from] === DEAD,
        writer,
        async () => {
          await drain();
          await pause();
        },
      ),
    blockWriter(),
  );
  const switched = await switchSegments(collection, merged, made);
  await sweepBlocks(collection);
  return switched;
}

/** Neighbours of one size class, as many as are merged at a time, or one segment with many dead; none when all is well. */
function segmentsToMerge(segments: readonly SegmentRow[], { ledger, sizes }: IndexerParts): readonly SegmentRow[] {
  const classOf = ({ docs }: SegmentRow): number =>
    docs > sizes.largest ? -1 : Math.floor(Math.log(Math.max(1, docs / sizes.tail)) / Math.log(sizes.fan));
  for (let end = segments.length; end >= sizes.fan; end -= 1) {
    const neighbours = segments.slice(end - sizes.fan, end);
    const [first = -1, ...others] = neighbours.map(classOf);
    if (first >= 0 && others.every((other) => other === first)) return neighbours;
  }
  const thin = segments.find(({ from, to, docs }) => {
    let dead = docs;
    for (let doc = from; doc < to; doc += 1) if (ledger.states[doc] !== DEAD) dead -= 1;
    return docs > 0 && dead > docs * MUCH_DEAD;
  });
  return thin === undefined ? [] : [thin];
}

/** The segments after the last that is merged no more. */
function smallAtTheEnd(segments: readonly SegmentRow[], { largest }: IndexSizes): readonly SegmentRow[] {
  return segments.slice(segments.findLastIndex(({ docs }) => docs > largest) + 1);
}

/** The share of the documents, but dead ones, that stand before a number. */
function shareOf({ states, size }: Ledger, before: number): number {
  let [all, indexed] = [0, 0];
  for (let doc = 0; doc < size; doc += 1) {
    if (states[doc] === DEAD) continue;
    all += 1;
    if (doc < before) indexed += 1;
  }
  return all === 0 ? 1 : indexed / all;
}

/** Takes the whole index away; the indexer then makes it anew from the essays. */
export async function clearIndex(collection: Collection): Promise<void> {
  const { segments, postings, positions } = collection;
  await collection.transaction('rw', segments, postings, positions, () =>
    Promise.all([segments.clear(), postings.clear(), positions.clear()]),
  );
}
