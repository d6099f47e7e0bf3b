import type { BlockPiece } from './block.ts';

/** A pair of a term: how far into the term it begins, and where it stands in the documents of one segment. */
export interface RunKey {
  readonly offset: number;
  /** In order of their documents; `bytes` are the places of the block that a piece is from. */
  readonly pieces: readonly { readonly piece: BlockPiece; readonly bytes: Uint8Array }[];
}

/** How far the places of one pair are read. */
interface Cursor extends RunKey {
  /** The piece at hand, the next document of it, and the last. */
  of: number;
  next: number;
  last: number;
  /** Where the places of that document begin. */
  byte: number;
}

/** Places that all pairs looked at so far share in the document at hand; made once, since garbage costs more than reading. */
interface Shared {
  places: Uint32Array;
  count: number;
}

/**
 * How often each of `docs`, which are in order, holds a run of pairs: at places that all pairs share when each is moved back by its offset.
 * Places are read as they stand in the blocks, a document after another, and those of other documents are passed over. The rarest pair
 * comes first: where it stands nowhere, the others are passed over as well.
 */
export function countRuns(keys: readonly RunKey[], docs: Uint32Array): Uint32Array {
  const cursors = keys
    .toSorted((one, other) => placesIn(one) - placesIn(other))
    .map((key): Cursor => ({ ...key, of: -1, next: 0, last: -1, byte: 0 }));
  const shared: Shared = { places: new Uint32Array(1024), count: 0 };
  const counts = new Uint32Array(docs.length);
  for (let at = 0; at < docs.length; at += 1) {
    const doc = docs[at] ?? 0;
    shared.count = 0;
    // A pair that is left out is sought from where it stands when it is wanted next.
    for (let nth = 0; nth < cursors.length; nth += 1) {
      const cursor = cursors[nth] as Cursor;
      if (!seek(cursor, doc)) shared.count = 0;
      else if (nth === 0) takePlaces(cursor, shared);
      else keepShared(cursor, shared);
      if (shared.count === 0) break;
    }
    counts[at] = cursors.length === 0 ? 0 : shared.count;
  }
  return counts;
}

/** Places of all documents of a pair. */
function placesIn({ pieces }: RunKey): number {
  let places = 0;
  for (const { piece } of pieces) for (let at = 0; at < piece.counts.length; at += 1) places += piece.counts[at] ?? 0;
  return places;
}

/** Goes to the places of a document; false where the pair is not in it. */
function seek(cursor: Cursor, doc: number): boolean {
  while (cursor.last < doc) {
    if (cursor.of + 1 >= cursor.pieces.length) return false;
    cursor.of += 1;
    cursor.next = 0;
    const { piece } = cursor.pieces[cursor.of] as RunKey['pieces'][number];
    cursor.last = piece.docs.at(-1) ?? 0;
    cursor.byte = piece.positionsFrom;
  }
  const { docs, counts } = (cursor.pieces[cursor.of] as RunKey['pieces'][number]).piece;
  let at = cursor.next;
  let left = 0;
  for (; (docs[at] ?? 0) < doc; at += 1) left += counts[at] ?? 0;
  cursor.next = at;
  if (left > 0) passOver(cursor, left);
  return docs[at] === doc;
}

/** Passes over so many places: the last byte of each is below 128. */
function passOver(cursor: Cursor, places: number): void {
  const bytes = cursor.pieces[cursor.of]?.bytes ?? new Uint8Array();
  let { byte } = cursor;
  for (let left = places; left > 0 && byte < bytes.length; byte += 1) if ((bytes[byte] ?? 0) < 128) left -= 1;
  cursor.byte = byte;
}

/** Takes the places of the document at hand, and goes to the next one. */
function takePlaces(cursor: Cursor, shared: Shared): void {
  const { piece, bytes = new Uint8Array() } = cursor.pieces[cursor.of] ?? {};
  const count = piece?.counts[cursor.next] ?? 0;
  if (shared.places.length < count) shared.places = new Uint32Array(2 * count);
  const { places } = shared;
  const { offset } = cursor;
  let [{ byte }, place, taken] = [cursor, 0, 0];
  for (let nth = 0; nth < count; nth += 1) {
    let part = bytes[byte] ?? 0;
    byte += 1;
    let step = part & 127;
    for (let shift = 7; part > 127 && shift < 35; shift += 7) {
      part = bytes[byte] ?? 0;
      byte += 1;
      step |= (part & 127) << shift;
    }
    place += step;
    if (place < offset) continue;
    places[taken] = place - offset;
    taken += 1;
  }
  shared.count = taken;
  cursor.byte = byte;
  cursor.next += 1;
}

/** Keeps of the shared places those that the pair has too, and goes to the next document. */
function keepShared(cursor: Cursor, shared: Shared): void {
  const { piece, bytes = new Uint8Array() } = cursor.pieces[cursor.of] ?? {};
  const count = piece?.counts[cursor.next] ?? 0;
  const { places, count: before } = shared;
  const { offset } = cursor;
  let [{ byte }, place, kept, at] = [cursor, 0, 0, 0];
  let wanted = (places[0] ?? 0) + offset;
  for (let nth = 0; nth < count; nth += 1) {
    let part = bytes[byte] ?? 0;
    byte += 1;
    let step = part & 127;
    for (let shift = 7; part > 127 && shift < 35; shift += 7) {
      part = bytes[byte] ?? 0;
      byte += 1;
      step |= (part & 127) << shift;
    }
    place += step;
    while (wanted < place) {
      at += 1;
      wanted = at < before ? (places[at] ?? 0) + offset : Number.POSITIVE_INFINITY;
    }
    if (wanted !== place) continue;
    places[kept] = place - offset;
    kept += 1;
  }
  shared.count = kept;
  cursor.byte = byte;
  cursor.next += 1;
}
