import type { Collection } from '../../collection/collection.ts';
import { giveNumbersBack } from '../../collection/ledger/give-numbers-back.ts';
import type { SegmentRow } from '../../collection/ledger/index-rows.ts';
import { type Ledger, stateOf } from '../../collection/ledger/read-ledger.ts';
import { DEAD } from '../../collection/ledger/slot.ts';
import { yieldToPage } from '../../essay/yield-to-page.ts';
import { utf16Bytes } from '../../text/utf16.ts';
import type { IndexFiles } from '../files/index-files.ts';
import type { SegmentFiles } from '../files/segment-files.ts';
import { mergedTexts } from '../files/segment-texts.ts';
import type { BlockCache } from './block-cache.ts';
import { type Document, invert, writeTerm } from './build-segment.ts';
import { mergeInto } from './merge.ts';
import { mergeable } from './merge-policy.ts';
import { dropSegments, sweepBlocks, switchSegments, tailOf, writeSegment } from './segments.ts';
import type { IndexSizes } from './sizes.ts';
import { readDocuments } from './tail.ts';

/** Small segments that stay beside each other when there is nothing else to do: more are made one. */
const MOST_SMALL = 2;

/** The share of dead documents at which a segment is written anew without them. */
const MUCH_DEAD = 0.3;

/** What the indexer is given: `refresh` brings the ledger up to date and gives the segments of the same moment. */
export interface IndexerParts {
  readonly collection: Collection;
  readonly ledger: Ledger;
  readonly refresh: () => Promise<readonly SegmentRow[]>;
  /** Where segments' files are written; null where there are none, and blocks are rows of the database. */
  readonly files: IndexFiles | null;
  /** The files of segments, and their blocks, as searches read them. */
  readonly read: SegmentFiles;
  readonly cache: BlockCache;
  readonly sizes: IndexSizes;
  /** Told how much of the collection is in segments, 0 to 1, as it goes on. */
  readonly tell: (share: number) => void;
}

/**
 * Gives dead numbers back, makes segments of the tail and merges them until nothing is worth doing. What a crash left is swept on
 * the way. One caller at a time: see `withIndexLock`.
 */
export async function runIndexer(parts: IndexerParts): Promise<void> {
  let sweeps = true;
  for (;;) {
    const segments = await parts.refresh();
    // Refreshing closed the files of segments that were merged: until then they could not be taken away.
    if (sweeps) await sweepBlocks(parts.collection, parts.files);
    sweeps = false;
    parts.tell(shareOf(parts.ledger, tailOf(segments)));
    if (await giveNumbersBack(parts.collection, parts.ledger, parts.sizes.dead)) continue;
    const gone = segments.filter(({ to }) => to <= parts.ledger.base);
    if (gone.length > 0) {
      await dropSegments(parts.collection, gone);
      sweeps = true;
      continue;
    }
    const merged = segmentsToMerge(segments, parts);
    if (merged.length > 0) {
      if (!(await merge(merged, parts))) return;
      sweeps = true;
    } else if (!(await indexTail(tailOf(segments), parts))) {
      const small = smallAtTheEnd(segments, parts.sizes);
      const last = small.length > MOST_SMALL ? small : withoutTriples(segments, parts);
      if (last.length === 0 || !(await merge(last, parts))) return;
      sweeps = true;
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
async function indexTail(tail: number, { collection, ledger, sizes, files }: IndexerParts): Promise<boolean> {
  // Where all that was indexed is dead, the tail begins with the first number alive.
  const from = Math.max(tail, ledger.base);
  const end = ledger.base + ledger.size;
  if (end - from < sizes.tail) return false;
  const documents: Document[] = [];
  let to = end;
  let units = 0;
  for await (const document of readDocuments(collection, ledger, from, end)) {
    if (documents.length > 0 && units + document.text.length > sizes.run) {
      to = document.doc;
      break;
    }
    documents.push(document);
    units += document.text.length;
  }
  const pause = yieldToPage();
  const inverted = await invert(documents, pause);
  const raws = new Map(documents.map(({ doc, raw }) => [doc, raw]));
  const plan = { from, to, docs: documents.length };
  const made = await writeSegment(collection, files, sizes, plan, {
    pause,
    async fill(writer, drain) {
      for (let term = 0; term < inverted.keys.length; term += 1) {
        writeTerm(inverted, term, writer);
        await drain();
        await pause();
      }
    },
    async *texts() {
      for (let doc = from; doc < to; doc += 1) yield utf16Bytes(raws.get(doc) ?? '');
    },
  });
  return switchSegments(collection, [], made);
}

async function merge(
  merged: readonly SegmentRow[],
  { collection, ledger, sizes, files, read, cache }: IndexerParts,
): Promise<boolean> {
  const from = merged[0]?.from ?? 0;
  const to = merged.at(-1)?.to ?? 0;
  const states = Uint8Array.from({ length: to - from }, (_, at) => stateOf(ledger, from + at));
  const pause = yieldToPage();
  const dead = (doc: number): boolean => states[doc - from] === DEAD;
  const plan = { from, to, docs: states.reduce((count, state) => (state === DEAD ? count : count + 1), 0) };
  const made = await writeSegment(collection, files, sizes, plan, {
    pause,
    fill: (writer, drain) =>
      mergeInto(cache, merged, dead, writer, async () => {
        await drain();
        await pause();
      }),
    texts: () => mergedTexts(read, merged, dead),
  });
  const switched = await switchSegments(collection, merged, made);
  if (!switched) await sweepBlocks(collection, files);
  return switched;
}

/** Neighbours that are worth merging, or one segment with many dead; none when all is well. */
function segmentsToMerge(segments: readonly SegmentRow[], { ledger, sizes }: IndexerParts): readonly SegmentRow[] {
  const neighbours = mergeable(segments, sizes);
  if (neighbours.length > 0) return neighbours;
  const thin = segments.find(({ from, to, docs }) => {
    let dead = docs;
    for (let doc = from; doc < to; doc += 1) if (stateOf(ledger, doc) !== DEAD) dead -= 1;
    return docs > 0 && dead > docs * MUCH_DEAD;
  });
  return thin === undefined ? [] : [thin];
}

/**
 * The smallest segment that was written before there were triples, as the only one of a list; none when there is none. It is written anew
 * when nothing else is to be done: one of 180,000 essays takes minutes, and is begun anew when the reader leaves before it is done.
 */
function withoutTriples(segments: readonly SegmentRow[], { sizes, files }: IndexerParts): readonly SegmentRow[] {
  return segments
    .filter(({ docs, file, triples }) => files !== null && file && triples === undefined && docs >= sizes.triples)
    .toSorted((one, other) => one.docs - other.docs)
    .slice(0, 1);
}

/** The segments after the last that is not small. */
function smallAtTheEnd(segments: readonly SegmentRow[], { small }: IndexSizes): readonly SegmentRow[] {
  return segments.slice(segments.findLastIndex(({ docs }) => docs > small) + 1);
}

/** The share of the documents, but dead ones, that stand before a number. */
function shareOf({ states, size, base }: Ledger, before: number): number {
  let [all, indexed] = [0, 0];
  for (let place = 0; place < size; place += 1) {
    if (states[place] === DEAD) continue;
    all += 1;
    if (base + place < before) indexed += 1;
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
