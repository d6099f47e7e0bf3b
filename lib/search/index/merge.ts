import type { SegmentRow } from '../../collection/ledger/index-rows.ts';
import { type BlockPiece, type BlockWriter, piecesOf, positionsOf } from './block.ts';
import type { BlockCache } from './block-cache.ts';
import { isUnitKey } from './tokens.ts';

/** Blocks that are read at a time from each segment. */
const AHEAD = 32;

/** A piece with its documents' places, one document after another; none for a unit's key. */
interface PlacedPiece {
  readonly piece: BlockPiece;
  readonly places: Uint32Array;
}

/**
 * Writes neighbouring segments, given in order of their documents, as one; `dead` documents are left out.
 */
export async function mergeInto(
  cache: BlockCache,
  merged: readonly SegmentRow[],
  dead: (doc: number) => boolean,
  writer: BlockWriter,
  drain: () => Promise<void>,
): Promise<void> {
  const streams = merged.map((segment) => piecesInOrder(cache, segment));
  const heads = await Promise.all(streams.map((stream) => stream.next()));
  for (;;) {
    let key = Number.POSITIVE_INFINITY;
    for (const head of heads) if (!head.done && head.value.piece.key < key) key = head.value.piece.key;
    if (key === Number.POSITIVE_INFINITY) return;
    writer.term(key);
    for (const [at, stream] of streams.entries()) {
      for (let head = heads[at]; head && !head.done && head.value.piece.key === key; head = heads[at]) {
        writePiece(head.value, dead, writer);
        heads[at] = await stream.next();
      }
    }
    await drain();
  }
}

function writePiece({ piece, places }: PlacedPiece, dead: (doc: number) => boolean, writer: BlockWriter): void {
  let from = 0;
  for (let at = 0; at < piece.docs.length; at += 1) {
    const to = places.length === 0 ? from : from + (piece.counts[at] ?? 0);
    const doc = piece.docs[at] ?? 0;
    if (!dead(doc)) writer.doc(doc, places, from, to);
    from = to;
  }
}

async function* piecesInOrder(cache: BlockCache, segment: SegmentRow): AsyncGenerator<PlacedPiece> {
  const count = segment.firstKeys.length;
  for (let from = 0; from < count; from += AHEAD) {
    const blocks = Array.from({ length: Math.min(AHEAD, count - from) }, (_, at) => [segment, from + at] as const);
    const [postings, positions] = await Promise.all([cache.read('postings', blocks), cache.read('positions', blocks)]);
    for (const [at, bytes] of postings.entries()) {
      const placed = positions[at] ?? new Uint8Array();
      for (const piece of piecesOf(bytes, null)) {
        yield { piece, places: isUnitKey(piece.key) ? new Uint32Array() : positionsOf(piece, placed) };
      }
    }
  }
}
