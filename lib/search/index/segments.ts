import type { Collection } from '../../collection/collection.ts';
import { type SegmentRow, sumOfSegment } from '../../collection/ledger/index-rows.ts';
import { checksumOfBytes } from '../../essay/checksum.ts';
import type { BlockWriter, IndexBlock } from './block.ts';

/** The segments in order of their documents. */
export async function listSegments({ segments }: Collection): Promise<SegmentRow[]> {
  return (await segments.toArray()).sort((a, b) => a.from - b.from);
}

/** The first document that no segment holds: from there on is the tail. */
export const tailOf = (segments: readonly SegmentRow[]): number => segments.at(-1)?.to ?? 0;

/** What a new segment is to be, before its blocks are written. */
export type SegmentPlan = Pick<SegmentRow, 'from' | 'to' | 'docs'>;

/** Bytes of blocks that are written in one transaction. */
const BATCH = 2_000_000;

/** Writes a segment block by block. No search sees it before `switchSegments` puts its row into the manifest. */
export async function writeSegment(
  collection: Collection,
  plan: SegmentPlan,
  fill: (writer: BlockWriter, drain: () => Promise<void>) => Promise<void>,
  writer: BlockWriter,
): Promise<SegmentRow> {
  const id = crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
  const firstKeys: number[] = [];
  const waiting: IndexBlock[] = [];
  const size = { all: 0, waiting: 0 };
  const flush = async (): Promise<void> => {
    const first = firstKeys.length - waiting.length;
    const rows = waiting.map(({ postings, positions }, at) => ({
      postings,
      positions,
      key: { segment: id, block: first + at },
    }));
    waiting.length = 0;
    size.waiting = 0;
    await collection.transaction('rw', collection.postings, collection.positions, async () => {
      await collection.postings.bulkPut(
        rows.map(({ key, postings }) => ({ ...key, bytes: postings, sum: checksumOfBytes(postings) })),
      );
      await collection.positions.bulkPut(
        rows.map(({ key, positions }) => ({ ...key, bytes: positions, sum: checksumOfBytes(positions) })),
      );
    });
  };
  const take = async (end: boolean): Promise<void> => {
    for (const block of writer.take(end)) {
      waiting.push(block);
      firstKeys.push(block.firstKey);
      const bytes = block.postings.length + block.positions.length;
      size.all += bytes;
      size.waiting += bytes;
    }
    if (size.waiting > BATCH || (end && waiting.length > 0)) await flush();
  };
  await fill(writer, () => take(false));
  await take(true);
  const row = { ...plan, id, firstKeys: Uint32Array.from(firstKeys), bytes: size.all };
  return { ...row, sum: sumOfSegment(row) };
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

/** Deletes blocks of segments that are not in the manifest: what a crash or a merge left. Gives how many segments' were. */
export async function sweepBlocks(collection: Collection): Promise<number> {
  const { segments, postings, positions } = collection;
  const known = new Set((await segments.toCollection().primaryKeys()) as number[]);
  let swept = 0;
  let after = -1;
  for (;;) {
    const found = await postings.where('[segment+block]').above([after, Number.POSITIVE_INFINITY]).first();
    if (found === undefined) return swept;
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
    swept += 1;
  }
}
