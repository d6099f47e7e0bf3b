import type { SegmentRow } from '../../collection/ledger/index-rows.ts';
import { type BlockPiece, headsOf, type PieceHead, readPiece } from './block.ts';
import { type BlockCache, blocksOfKey } from './block-cache.ts';

/** One key's share of one block of a segment. */
interface PlacedPiece {
  readonly block: number;
  readonly piece: BlockPiece;
}

/** The documents that have a key in one segment, in order, and how often each has it. */
export interface TermList {
  readonly docs: Uint32Array;
  readonly counts: Uint32Array;
  readonly pieces: readonly PlacedPiece[];
}

/** The lists of keys in one segment; a key that the segment does not have is not there. */
export type TermLists = ReadonlyMap<number, TermList>;

/** Reads the lists of keys in every segment, all blocks at one go. */
export async function readLists(
  cache: BlockCache,
  segments: readonly SegmentRow[],
  keys: ReadonlySet<number>,
): Promise<readonly TermLists[]> {
  const wanted = segments.flatMap((segment, of) =>
    [...new Set([...keys].flatMap((key) => blocksOfKey(segment, key)))]
      .sort((a, b) => a - b)
      .map((block) => ({ of, segment, block })),
  );
  const read = await cache.read(
    'postings',
    wanted.map(({ segment, block }) => [segment, block] as const),
  );
  const inOrder = Uint32Array.from(keys).sort();
  const lists = segments.map(() => new Map<number, PlacedHead[]>());
  for (const [at, { of, block }] of wanted.entries()) {
    const own = lists[of];
    const postings = read[at] ?? new Uint8Array();
    for (const head of headsOf(postings, inOrder)) {
      const heads = own?.get(head.key);
      if (heads) heads.push({ block, postings, head });
      else own?.set(head.key, [{ block, postings, head }]);
    }
  }
  return lists.map((own) => new Map([...own].map(([key, heads]) => [key, listOf(heads)])));
}

/** Where one key's share of a block stands. */
interface PlacedHead {
  readonly block: number;
  readonly postings: Uint8Array;
  readonly head: PieceHead;
}

/** The pieces read into one array each for all of them: of a key that every essay has, they are megabytes. */
function listOf(heads: readonly PlacedHead[]): TermList {
  const length = heads.reduce((sum, { head }) => sum + head.count, 0);
  const docs = new Uint32Array(length);
  const counts = new Uint32Array(length);
  let filled = 0;
  const pieces = heads.map(({ block, postings, head }) => {
    const [from, to] = [filled, filled + head.count];
    filled = to;
    return { block, piece: readPiece(postings, head, docs.subarray(from, to), counts.subarray(from, to)) };
  });
  return { docs, counts, pieces };
}

/** Pieces that hold documents which are looked at, with the places of their blocks. */
export type PlacedPieces = readonly { readonly piece: BlockPiece; readonly bytes: Uint8Array }[];

/** Where each list stands in the documents `wanted`, which are in order: all blocks are read at one go, those without any of them left out. */
export async function readPlaces(
  cache: BlockCache,
  segment: SegmentRow,
  lists: readonly TermList[],
  wanted: Uint32Array,
): Promise<readonly PlacedPieces[]> {
  const needed = lists.map(({ pieces }) => pieces.filter(({ piece }) => holdsAny(piece, wanted)));
  const blocks = [...new Set(needed.flatMap((pieces) => pieces.map(({ block }) => block)))];
  const read = await cache.read(
    'positions',
    blocks.map((block) => [segment, block] as const),
  );
  const bytesOf = new Map(blocks.map((block, at) => [block, read[at] ?? new Uint8Array()]));
  return needed.map((pieces) =>
    pieces.map(({ piece, block }) => ({ piece, bytes: bytesOf.get(block) ?? new Uint8Array() })),
  );
}

/** True when one of the documents wanted, which are in order, is in the piece. */
function holdsAny({ docs }: BlockPiece, wanted: Uint32Array): boolean {
  let from = 0;
  for (let to = wanted.length; from < to; ) {
    const middle = (from + to) >>> 1;
    if ((wanted[middle] ?? 0) < (docs[0] ?? 0)) from = middle + 1;
    else to = middle;
  }
  for (let at = 0; at < docs.length && from < wanted.length; at += 1) {
    const doc = docs[at] ?? 0;
    while (from < wanted.length && (wanted[from] ?? 0) < doc) from += 1;
    if (wanted[from] === doc) return true;
  }
  return false;
}
