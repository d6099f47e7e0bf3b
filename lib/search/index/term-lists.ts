import { firstTripleBlock, type SegmentRow } from '../../collection/ledger/index-rows.ts';
import { type BlockPiece, headsOf, type PieceHead, readPiece } from './block.ts';
import { type BlockCache, blocksOfKey } from './block-cache.ts';
import { partsOfTerm, type TermPart } from './triples/term-parts.ts';

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

/** A part of a term with its list in one segment; an empty one where the segment does not have it. */
export interface ListedPart extends TermPart {
  readonly list: TermList;
}

/** The parts of terms in one segment, by term. */
export type TermLists = ReadonlyMap<string, readonly ListedPart[]>;

const NO_LIST: TermList = { docs: new Uint32Array(), counts: new Uint32Array(), pieces: [] };

/** Reads the lists of all parts of terms in every segment, all blocks at one go. */
export async function readLists(
  cache: BlockCache,
  segments: readonly SegmentRow[],
  terms: readonly string[],
): Promise<readonly TermLists[]> {
  const parts = segments.map(({ triples }) => new Map(terms.map((term) => [term, partsOfTerm(term, triples)])));
  const shelves = segments.flatMap((segment, at) => shelvesOf(segment, [...(parts[at]?.values() ?? [])].flat()));
  const wanted = shelves.flatMap((shelf) =>
    [...new Set([...shelf.keys].flatMap((key) => blocksOfKey(shelf, key)))]
      .sort((a, b) => a - b)
      .map((block) => ({ shelf, block: shelf.firstBlock + block })),
  );
  const read = await cache.read(
    'postings',
    wanted.map(({ shelf, block }) => [shelf.segment, block] as const),
  );
  const found = new Map(shelves.map((shelf) => [shelf, new Map<number, PlacedHead[]>()]));
  for (const [at, { shelf, block }] of wanted.entries()) {
    const own = found.get(shelf);
    const postings = read[at] ?? new Uint8Array();
    for (const head of headsOf(postings, shelf.keys)) {
      const heads = own?.get(head.key);
      if (heads) heads.push({ block, postings, head });
      else own?.set(head.key, [{ block, postings, head }]);
    }
  }
  return segments.map((segment, at) => {
    const lists = { pairs: new Map<number, TermList>(), triples: new Map<number, TermList>() };
    for (const [{ segment: of, kind }, heads] of found)
      if (of === segment) for (const [key, placed] of heads) lists[kind].set(key, listOf(placed));
    const listed = (part: TermPart): ListedPart => ({ ...part, list: lists[part.of].get(part.key) ?? NO_LIST });
    return new Map([...(parts[at] ?? [])].map(([term, own]) => [term, own.map(listed)]));
  });
}

/** Keys of one kind that are asked of a segment, in order, and where blocks of that kind stand. */
interface Shelf {
  readonly segment: SegmentRow;
  readonly kind: TermPart['of'];
  readonly keys: Uint32Array;
  readonly firstKeys: SegmentRow['firstKeys'];
  readonly firstBlock: number;
}

function shelvesOf(segment: SegmentRow, parts: readonly TermPart[]): readonly Shelf[] {
  const keysOf = (kind: TermPart['of']): Uint32Array =>
    Uint32Array.from(new Set(parts.filter(({ of }) => of === kind).map(({ key }) => key))).sort();
  const { triples, firstKeys } = segment;
  const pairs: Shelf = { segment, kind: 'pairs', keys: keysOf('pairs'), firstKeys, firstBlock: 0 };
  if (triples === undefined) return [pairs];
  const firstBlock = firstTripleBlock(segment);
  return [pairs, { segment, kind: 'triples', keys: keysOf('triples'), firstKeys: triples.firstKeys, firstBlock }];
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
