import { checksumOfBytes, checksumOfNumbers } from '../../essay/checksum.ts';
import { isBytes, isTypedArray } from '../../essay/typed-array.ts';

/** One immutable segment of the search index: the documents numbered `from` up to `to` (not included). The rows together are the index's manifest. */
export interface SegmentRow {
  readonly id: number;
  readonly from: number;
  readonly to: number;
  /** Documents in it that were not dead when it was made. */
  readonly docs: number;
  /** The first key of each block, in order: where to look for a term. */
  readonly firstKeys: Uint32Array<ArrayBuffer>;
  /** Bytes of its blocks, postings and positions together. */
  readonly bytes: number;
  /** Where its parts stand in its file; one whose blocks are rows of the database has none. */
  readonly file?: SegmentParts;
  /** Its lists of three neighbours, which stand in its file; one that is small, or was written before there were any, has none. */
  readonly triples?: SegmentTriples;
  /** Checksum of all that is above; see `sumOfSegment`. A segment that was written before there were any has none. */
  readonly sum?: number;
}

/** The lists of a segment of three neighbours whose two pairs both stand in many of its documents. */
export interface SegmentTriples {
  /** The keys of those pairs, in order: a triple's key is its first pair's place among them, with its last unit. */
  readonly pairs: Uint32Array<ArrayBuffer>;
  /** The first key of each block, in order. */
  readonly firstKeys: Uint32Array<ArrayBuffer>;
}

/**
 * The parts of a segment's file, one after another: postings and positions of each block, then the text of each number, UTF-16, then postings and
 * positions of each block of triples, after an empty part where it makes their number even.
 */
export interface SegmentParts {
  /** Where each part begins, and where the last ends. */
  readonly places: Float64Array<ArrayBuffer>;
  /** A checksum of each part. */
  readonly sums: Uint32Array<ArrayBuffer>;
}

/** The checksum of a segment's row. */
export function sumOfSegment({ id, from, to, docs, firstKeys, bytes, file, triples }: SegmentRow): number {
  const lists = [firstKeys, file?.places ?? [], file?.sums ?? [], triples?.pairs ?? [], triples?.firstKeys ?? []];
  const parts = [[id, from, to, docs, bytes], ...lists];
  // Set as they stand: spread into one list, a hundred thousand numbers are garbage of some megabytes.
  const numbers = new Float64Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    numbers.set(part, at);
    at += part.length;
  }
  return checksumOfNumbers(numbers);
}

/** True when a row is a segment as it was written. */
export function isWholeSegment(row: unknown): row is SegmentRow {
  if (typeof row !== 'object' || row === null) return false;
  const { id, from, to, docs, firstKeys, bytes, file, triples, sum } = row as Readonly<
    Record<keyof SegmentRow, unknown>
  >;
  const counts = [id, from, to, docs, bytes].every((value) => Number.isSafeInteger(value) && Number(value) >= 0);
  if (!counts || !isTypedArray(firstKeys, 'Uint32Array') || Number(to) < Number(from)) return false;
  if (triples !== undefined && (file === undefined || !areTriples(triples))) return false;
  if (file !== undefined && !isFileOf(file, partsOf(row as Pick<SegmentRow, 'from' | 'to' | 'firstKeys' | 'triples'>)))
    return false;
  return sum === undefined || sum === sumOfSegment(row as SegmentRow);
}

/** The number of the block at which a segment's triples begin: they go on after its texts, two parts each. */
export const firstTripleBlock = ({ from, to, firstKeys }: Pick<SegmentRow, 'from' | 'to' | 'firstKeys'>): number =>
  firstKeys.length + Math.ceil((to - from) / 2);

/** How many parts a segment's file has. */
const partsOf = (row: Pick<SegmentRow, 'from' | 'to' | 'firstKeys' | 'triples'>): number =>
  row.triples === undefined
    ? 2 * row.firstKeys.length + row.to - row.from
    : 2 * (firstTripleBlock(row) + row.triples.firstKeys.length);

function areTriples(triples: unknown): triples is SegmentTriples {
  if (typeof triples !== 'object' || triples === null) return false;
  const { pairs, firstKeys } = triples as Readonly<Record<keyof SegmentTriples, unknown>>;
  return isTypedArray(pairs, 'Uint32Array') && isTypedArray(firstKeys, 'Uint32Array');
}

function isFileOf(file: unknown, parts: number): boolean {
  if (typeof file !== 'object' || file === null) return false;
  const { places, sums } = file as Readonly<Record<keyof SegmentParts, unknown>>;
  return (
    isTypedArray(places, 'Float64Array') &&
    isTypedArray(sums, 'Uint32Array') &&
    places.length === parts + 1 &&
    sums.length === parts
  );
}

/** One block of a segment: of the table `postings` or of `positions`, with the same number in both. */
export interface BlockRow {
  readonly segment: number;
  readonly block: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Checksum of the bytes; a block that was written before there were any has none. */
  readonly sum?: number;
}

/** True when a row is a block as it was written. */
export function isWholeBlock(row: BlockRow | undefined): row is BlockRow {
  const bytes: unknown = row?.bytes;
  return isBytes(bytes) && (row?.sum === undefined || row.sum === checksumOfBytes(bytes));
}
