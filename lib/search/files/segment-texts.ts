import type { SegmentRow } from '../../collection/ledger/index-rows.ts';
import { utf16Text } from '../../text/utf16.ts';
import { DamagedIndex } from '../index/damaged-index.ts';
import type { SegmentFiles } from './segment-files.ts';

/** Texts that are read at a time while segments are merged. */
const AT_A_TIME = 64;

/** The texts of documents of one segment as they stand, '' for a dead one; null where it has no file, or none any more. */
export async function readTexts(
  files: SegmentFiles,
  segment: SegmentRow,
  docs: ArrayLike<number>,
): Promise<readonly string[] | null> {
  const read = await readUnits(files, segment, docs);
  return read?.map(utf16Text) ?? null;
}

/** The same as their units, of which no strings are made. */
export async function readUnits(
  files: SegmentFiles,
  segment: SegmentRow,
  docs: ArrayLike<number>,
): Promise<readonly Uint16Array<ArrayBuffer>[] | null> {
  if (segment.file === undefined) return null;
  const read = await files.read(segment, Array.from(docs, partOf(segment)));
  return read?.map(unitsOf) ?? null;
}

function unitsOf(bytes: Uint8Array<ArrayBuffer>): Uint16Array<ArrayBuffer> {
  const { buffer, byteOffset, byteLength } = bytes.byteOffset % 2 === 0 ? bytes : bytes.slice();
  return new Uint16Array(buffer, byteOffset, byteLength >> 1);
}

const partOf =
  ({ firstKeys, from }: SegmentRow) =>
  (doc: number): number =>
    2 * firstKeys.length + doc - from;

/** The texts of segments that are merged, a number after another, without those that are dead by now. */
export async function* mergedTexts(
  files: SegmentFiles,
  merged: readonly SegmentRow[],
  dead: (doc: number) => boolean,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (const segment of merged) {
    for (let from = segment.from; from < segment.to; from += AT_A_TIME) {
      const docs = Array.from({ length: Math.min(AT_A_TIME, segment.to - from) }, (_, at) => from + at);
      const alive = docs.filter((doc) => !dead(doc));
      const read = segment.file === undefined ? null : await files.read(segment, alive.map(partOf(segment)));
      if (read === null) throw new DamagedIndex(`Segment ${segment.id} has no texts.`);
      const texts = new Map(alive.map((doc, at) => [doc, read[at]]));
      for (const doc of docs) yield texts.get(doc) ?? new Uint8Array();
    }
  }
}
