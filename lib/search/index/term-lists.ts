import type { SegmentRow } from '../../collection/ledger/index-rows.ts';
import { type Piece, piecesOf, placesOf } from './block.ts';
import { type BlockCache, blocksOfKey } from './block-cache.ts';

/** One key's share of one block of a segment. */
interface PlacedPiece {
  readonly block: number;
  readonly piece: Piece;
}

/** The lists of keys in one segment; a key that the segment does not have has no pieces. */
export type TermLists = ReadonlyMap<number, readonly PlacedPiece[]>;

/** Reads the lists of keys in every segment, all blocks at one go. */
export async function readLists(
  cache: BlockCache,
  segments: readonly SegmentRow[],
  keys: ReadonlySet<number>,
): Promise<readonly TermLists[]> {
  const wanted = segments.flatMap((segment) =>
    [...new Set([...keys].flatMap((key) => blocksOfKey(segment, key)))]
      .sort((a, b) => a - b)
      .map((block) => ({ segment, block })),
  );
  const read = await cache.read(
    'postings',
    wanted.map(({ segment, block }) => [segment.id, block] as const),
  );
  const lists = new Map(segments.map((segment) => [segment, new Map<number, PlacedPiece[]>()]));
  for (const [at, { segment, block }] of wanted.entries()) {
    const own = lists.get(segment);
    for (const piece of piecesOf(read[at] ?? new Uint8Array(), keys)) {
      const pieces = own?.get(piece.key);
      if (pieces) pieces.push({ block, piece });
      else own?.set(piece.key, [{ block, piece }]);
    }
  }
  return [...lists.values()];
}

/** The places of keys, by key and document, in the documents that `wanted` lets through. */
export async function readPlaces(
  cache: BlockCache,
  segment: SegmentRow,
  lists: TermLists,
  keys: readonly number[],
  wanted: (doc: number) => boolean,
): Promise<ReadonlyMap<number, ReadonlyMap<number, Uint32Array>>> {
  const needed = keys.map((key) => ({
    key,
    pieces: (lists.get(key) ?? []).filter(({ piece }) => piece.docs.some(wanted)),
  }));
  const blocks = [...new Set(needed.flatMap(({ pieces }) => pieces.map(({ block }) => block)))];
  const read = await cache.read(
    'positions',
    blocks.map((block) => [segment.id, block] as const),
  );
  const bytesOf = new Map(blocks.map((block, at) => [block, read[at] ?? new Uint8Array()]));
  return new Map(
    needed.map(({ key, pieces }) => {
      const places = new Map<number, Uint32Array>();
      for (const { block, piece } of pieces) {
        for (const [doc, found] of placesOf(piece, bytesOf.get(block) ?? new Uint8Array(), wanted)) {
          places.set(doc, found);
        }
      }
      return [key, places];
    }),
  );
}
