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
  /** The places of that piece's block, and the same in fours. */
  bytes: Uint8Array;
  words: Uint32Array;
  /** Where the places of that document begin. */
  byte: number;
}

/** Places that all pairs looked at so far share in the document at hand; made once, since garbage costs more than reading. */
interface Shared {
  places: Uint32Array;
  count: number;
}

const NONE = new Uint8Array();
const NO_WORDS = new Uint32Array();

/**
 * How often each of `docs`, which are in order, holds a run of pairs: at places that all pairs share when each is moved back by its offset.
 * Places are read as they stand in the blocks, a document after another, and those of other documents are passed over. The rarest pair
 * comes first: where it stands nowhere, the others are passed over as well.
 */
export function countRuns(keys: readonly RunKey[], docs: Uint32Array): Uint32Array {
  const cursors = keys
    .toSorted((one, other) => placesIn(one) - placesIn(other))
    .map((key): Cursor => ({ ...key, of: -1, next: 0, last: -1, bytes: NONE, words: NO_WORDS, byte: 0 }));
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

/** Bytes in fours: none where they do not begin at one. */
const wordsOf = ({ buffer, byteOffset, byteLength }: Uint8Array): Uint32Array =>
  byteOffset % 4 === 0 ? new Uint32Array(buffer, byteOffset, byteLength >>> 2) : NO_WORDS;

/** Goes to the places of a document; false where the pair is not in it. */
function seek(cursor: Cursor, doc: number): boolean {
  while (cursor.last < doc) {
    if (cursor.of + 1 >= cursor.pieces.length) return false;
    cursor.of += 1;
    cursor.next = 0;
    const { piece, bytes } = cursor.pieces[cursor.of] as RunKey['pieces'][number];
    cursor.last = piece.docs.at(-1) ?? 0;
    cursor.byte = piece.positionsFrom;
    cursor.bytes = bytes;
    cursor.words = wordsOf(bytes);
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
  cursor.byte = afterPlaces(cursor.bytes, cursor.words, cursor.byte, places);
}

/** Where so many more places end. Four bytes at a time, as long as the last of them cannot be among those. */
function afterPlaces(bytes: Uint8Array, words: Uint32Array, from: number, places: number): number {
  let byte = from;
  let left = places;
  while (left > 0 && (byte & 3) !== 0 && byte < bytes.length) {
    if ((bytes[byte] ?? 0) < 128) left -= 1;
    byte += 1;
  }
  for (let word = byte >>> 2; left > 4 && word < words.length; word += 1) {
    left -= Math.imul((~(words[word] ?? 0) >>> 7) & 0x01010101, 0x01010101) >>> 24;
    byte += 4;
  }
  for (; left > 0 && byte < bytes.length; byte += 1) if ((bytes[byte] ?? 0) < 128) left -= 1;
  return byte;
}

/** Takes the places of the document at hand, and goes to the next one. */
function takePlaces(cursor: Cursor, shared: Shared): void {
  const count = countAtHand(cursor);
  if (shared.places.length < count) shared.places = new Uint32Array(2 * count);
  const { places } = shared;
  const { offset, bytes } = cursor;
  // One by one: an array of them would be garbage for each document.
  let byte = cursor.byte;
  let place = 0;
  let taken = 0;
  for (let nth = 0; nth < count; nth += 1) {
    let step = bytes[byte] ?? 0;
    byte += 1;
    // Nearly all steps are of one byte or two.
    if (step > 127) {
      const part = bytes[byte] ?? 0;
      byte += 1;
      step = (step & 127) | ((part & 127) << 7);
      if (part > 127) {
        step |= rest(bytes, byte);
        byte = afterPlaces(bytes, NO_WORDS, byte, 1);
      }
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

/** Keeps of the shared places those that the pair has too, and goes to the next document. Places after the last shared one are not read. */
function keepShared(cursor: Cursor, shared: Shared): void {
  const count = countAtHand(cursor);
  const { places, count: before } = shared;
  const { offset, bytes } = cursor;
  let byte = cursor.byte;
  let place = 0;
  let kept = 0;
  let at = 0;
  let left = count;
  let wanted = (places[0] ?? 0) + offset;
  while (left > 0) {
    let step = bytes[byte] ?? 0;
    byte += 1;
    left -= 1;
    if (step > 127) {
      const part = bytes[byte] ?? 0;
      byte += 1;
      step = (step & 127) | ((part & 127) << 7);
      if (part > 127) {
        step |= rest(bytes, byte);
        byte = afterPlaces(bytes, NO_WORDS, byte, 1);
      }
    }
    place += step;
    if (place < wanted) continue;
    while (wanted < place && at < before) {
      at += 1;
      wanted = (places[at] ?? 0) + offset;
    }
    if (at >= before) break;
    if (wanted !== place) continue;
    places[kept] = place - offset;
    kept += 1;
  }
  shared.count = kept;
  cursor.byte = left > 0 ? afterPlaces(bytes, cursor.words, byte, left) : byte;
  cursor.next += 1;
}

const countAtHand = (cursor: Cursor): number => cursor.pieces[cursor.of]?.piece.counts[cursor.next] ?? 0;

/** What the bytes from the third on add to a step. */
function rest(bytes: Uint8Array, from: number): number {
  let step = 0;
  for (let byte = from, shift = 14; shift < 35; byte += 1, shift += 7) {
    const part = bytes[byte] ?? 0;
    step |= (part & 127) << shift;
    if (part < 128) break;
  }
  return step;
}
