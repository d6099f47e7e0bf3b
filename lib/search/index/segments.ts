import type { Collection } from '../../collection/collection.ts';
import {
  type SegmentParts,
  type SegmentRow,
  type SegmentTriples,
  sumOfSegment,
} from '../../collection/ledger/index-rows.ts';
import { checksumOfBytes } from '../../essay/checksum.ts';
import type { IndexFiles } from '../files/index-files.ts';
import { ledgerFileName } from '../files/ledger-file.ts';
import { fileOf, sweepFiles } from '../files/segment-files.ts';
import { type BlockWriter, blockWriter, type IndexBlock } from './block.ts';
import type { IndexSizes } from './sizes.ts';
import { notingWriter } from './triples/frequent-pairs.ts';
import { writeTriples } from './triples/write-triples.ts';

/** The segments in order of their documents. */
export async function listSegments({ segments }: Collection): Promise<SegmentRow[]> {
  return (await segments.toArray()).sort((a, b) => a.from - b.from);
}

/** The first document that no segment holds: from there on is the tail. */
export const tailOf = (segments: readonly SegmentRow[]): number => segments.at(-1)?.to ?? 0;

/** What a new segment is to be, before its blocks are written. */
export type SegmentPlan = Pick<SegmentRow, 'from' | 'to' | 'docs'>;

/** Where a segment's parts are written. */
interface SegmentSink {
  /** Writes blocks, of which the first has the number `first`. */
  blocks(first: number, blocks: readonly IndexBlock[]): Promise<void>;
  /** Writes the texts after the blocks; false where there is no file for them, nor for what comes after. */
  texts(): Promise<boolean>;
  /** What the row says of the file. */
  end(): SegmentParts | undefined;
  /** Ends without a segment: what was written is swept another time. */
  giveUp(): void;
}

/** Bytes of blocks that are written at a time. */
const BATCH = 2_000_000;

/** What is written into a segment: terms with their documents, and the text of each number where segments have files. */
export interface SegmentContent {
  readonly fill: (writer: BlockWriter, drain: () => Promise<void>) => Promise<void>;
  /** The text of each number in turn, as UTF-16; none for a dead one. They are asked for several times. */
  readonly texts: () => AsyncIterable<Uint8Array<ArrayBuffer>>;
  /** Gives others a turn. */
  readonly pause: () => Promise<void>;
}

/** Writes a segment block by block. No search sees it before `switchSegments` puts its row into the manifest. */
export async function writeSegment(
  collection: Collection,
  files: IndexFiles | null,
  sizes: Pick<IndexSizes, 'run' | 'triples'>,
  plan: SegmentPlan,
  content: SegmentContent,
): Promise<SegmentRow> {
  const id = crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
  const sink = files === null ? rowSink(collection, id) : await fileSink(files, id, content.texts);
  const write = async (): Promise<Omit<SegmentRow, keyof SegmentPlan>> => {
    const blocks = blockRun(sink);
    const noting = plan.docs < sizes.triples ? null : notingWriter(blocks.writer, plan.docs);
    await content.fill(noting ?? blocks.writer, () => blocks.drain(false));
    await blocks.drain(true);
    const firstKeys = Uint32Array.from(blocks.firstKeys);
    const row = { id, firstKeys, bytes: blocks.size.all };
    if (!(await sink.texts())) return row;
    const triples = noting === null ? null : await tripleBlocks(sink, noting.frequent(), sizes, plan, content);
    const file = sink.end();
    const whole = { ...row, bytes: file?.places.at(-1) ?? 0, ...(file && { file }) };
    return triples === null ? whole : { ...whole, triples };
  };
  const written = await write().catch((error: unknown) => {
    sink.giveUp();
    throw error;
  });
  const row: SegmentRow = { ...plan, ...written };
  return { ...row, sum: sumOfSegment(row) };
}

/** Blocks on their way to a segment: written when there are enough of them. */
function blockRun(sink: SegmentSink) {
  const writer = blockWriter();
  const firstKeys: number[] = [];
  const waiting: IndexBlock[] = [];
  const size = { all: 0, waiting: 0 };
  const drain = async (end: boolean): Promise<void> => {
    for (const block of writer.take(end)) {
      waiting.push(block);
      firstKeys.push(block.firstKey);
      const bytes = block.postings.length + block.positions.length;
      size.all += bytes;
      size.waiting += bytes;
    }
    if (size.waiting <= BATCH && !(end && waiting.length > 0)) return;
    size.waiting = 0;
    await sink.blocks(firstKeys.length - waiting.length, waiting.splice(0));
  };
  return { writer, firstKeys, size, drain };
}

/** Writes the lists of triples after the texts. */
async function tripleBlocks(
  sink: SegmentSink,
  pairs: Uint32Array<ArrayBuffer>,
  { run }: Pick<IndexSizes, 'run'>,
  { from }: SegmentPlan,
  { texts, pause }: SegmentContent,
): Promise<SegmentTriples> {
  const blocks = blockRun(sink);
  // Where there are no triples at all, the file has as many parts as if there were.
  await sink.blocks(0, []);
  await writeTriples({ pairs, from, texts, room: 2 * run }, blocks.writer, async () => {
    await blocks.drain(false);
    await pause();
  });
  await blocks.drain(true);
  return { pairs, firstKeys: Uint32Array.from(blocks.firstKeys) };
}

const rowSink = (collection: Collection, id: number): SegmentSink => ({
  async blocks(first, blocks) {
    const { postings, positions } = collection;
    const rowsOf = (kind: 'postings' | 'positions') =>
      blocks.map((block, at) => ({
        segment: id,
        block: first + at,
        bytes: block[kind],
        sum: checksumOfBytes(block[kind]),
      }));
    await collection.transaction('rw', postings, positions, () =>
      Promise.all([postings.bulkPut(rowsOf('postings')), positions.bulkPut(rowsOf('positions'))]),
    );
  },
  texts: async () => false,
  end: () => undefined,
  giveUp: () => undefined,
});

async function fileSink(files: IndexFiles, id: number, texts: SegmentContent['texts']): Promise<SegmentSink> {
  const file = await files.create(fileOf({ id }));
  const places = [0];
  const sums: number[] = [];
  const closed = { is: false };
  const put = (bytes: Uint8Array<ArrayBuffer>): void => {
    if (bytes.length > 0) file.append(bytes);
    places.push((places.at(-1) ?? 0) + bytes.length);
    sums.push(checksumOfBytes(bytes));
  };
  return {
    async blocks(_, blocks) {
      // Blocks stand at even places, those after the texts too: a search reads both by their number.
      if (sums.length % 2 === 1) put(new Uint8Array());
      for (const { postings, positions } of blocks) {
        put(postings);
        put(positions);
      }
    },
    async texts() {
      for await (const text of texts()) put(text);
      return true;
    },
    end() {
      file.close();
      closed.is = true;
      return { places: Float64Array.from(places), sums: Uint32Array.from(sums) };
    },
    giveUp() {
      if (!closed.is) file.close();
    },
  };
}

/**
 * Puts `made` into the manifest in the place of `replaced`, in one transaction. False, and nothing is done, when the
 * manifest is not what it was: another page was faster, or the index was cleared.
 */
export function switchSegments(
  collection: Collection,
  replaced: readonly SegmentRow[],
  made: SegmentRow,
): Promise<boolean> {
  const { segments } = collection;
  return collection.transaction('rw', segments, async () => {
    const ids = replaced.map(({ id }) => id);
    const there = await segments.bulkGet(ids);
    if (there.includes(undefined)) return false;
    const all = await listSegments(collection);
    if (replaced.length === 0 && all.length > 0 && tailOf(all) !== made.from) return false;
    await segments.bulkDelete(ids);
    await segments.add(made);
    return true;
  });
}

/** Takes segments whose documents are all dead out of the manifest. */
export async function dropSegments({ segments }: Collection, dropped: readonly SegmentRow[]): Promise<void> {
  await segments.bulkDelete(dropped.map(({ id }) => id));
}

/** Deletes files and blocks of segments that are not in the manifest: what a crash or a merge left. */
export async function sweepBlocks(collection: Collection, files: IndexFiles | null): Promise<void> {
  const { segments, postings, positions } = collection;
  if (files !== null) await sweepFiles(files, await segments.toArray(), await ledgerFileName(collection));
  const known = new Set((await segments.toCollection().primaryKeys()) as number[]);
  let after = -1;
  for (;;) {
    const found = await postings.where('[segment+block]').above([after, Number.POSITIVE_INFINITY]).first();
    if (found === undefined) return;
    after = found.segment;
    if (known.has(after)) continue;
    const range = [
      [after, 0],
      [after, Number.POSITIVE_INFINITY],
    ] as const;
    await collection.transaction('rw', postings, positions, async () => {
      await positions
        .where('[segment+block]')
        .between(...range)
        .delete();
      await postings
        .where('[segment+block]')
        .between(...range)
        .delete();
    });
  }
}
