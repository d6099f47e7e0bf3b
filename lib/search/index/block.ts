import {
  type ByteWriter,
  byteWriter,
  readVarint,
  type VarintReader,
  writeBytes,
  writeVarint,
  writtenBytes,
} from './varint.ts';

/*
 * A block holds the documents of many terms, in order of their keys:
 *   terms · for each: key (less the one before), documents, bytes of documents, bytes of positions · documents of each
 * Documents are deltas doubled, plus one where a term occurs more than once and its count follows. The positions of a
 * block's terms stand in a row of their own, in the same order: for each document the places, as deltas.
 * A long list runs on through several blocks as pieces of the same key.
 */

/** Bytes at which a block is full: small enough to read for one term, large enough to be few. */
const DOCS_FULL = 16_000;
const POSITIONS_FULL = 48_000;

/** A full block, to be written in the row of its number. */
export interface IndexBlock {
  readonly firstKey: number;
  readonly postings: Uint8Array<ArrayBuffer>;
  readonly positions: Uint8Array<ArrayBuffer>;
}

interface Entry {
  readonly key: number;
  count: number;
  readonly docsFrom: number;
  readonly positionsFrom: number;
}

/** Takes terms in order of their keys and makes blocks of them. */
export interface BlockWriter {
  /** Begins a term; its documents follow in order. */
  term(key: number): void;
  /** Adds a document with the places `positions[from]` up to `positions[to]`; none for a unit's key. */
  doc(doc: number, positions: Uint32Array, from: number, to: number): void;
  /** The blocks that are full by now, or all of them at the `end`. */
  take(end: boolean): IndexBlock[];
}

export function blockWriter(): BlockWriter {
  const full: IndexBlock[] = [];
  const state = { entries: [] as Entry[], docs: byteWriter(1 << 15), positions: byteWriter(1 << 16), key: 0, last: 0 };

  const begin = (key: number): void => {
    Object.assign(state, { key, last: 0 });
    state.entries.push({ key, count: 0, docsFrom: state.docs.length, positionsFrom: state.positions.length });
  };
  const close = (): void => {
    const entries = state.entries.filter(({ count }) => count > 0);
    const [first] = entries;
    if (first !== undefined) {
      full.push({
        firstKey: first.key,
        postings: packPostings(entries, state.docs, state.positions),
        positions: writtenBytes(state.positions),
      });
    }
    Object.assign(state, { entries: [], docs: byteWriter(1 << 15), positions: byteWriter(1 << 16) });
  };

  return {
    term(key) {
      if (state.entries.at(-1)?.count === 0) state.entries.pop();
      begin(key);
    },
    doc(doc, positions, from, to) {
      if (state.docs.length + state.entries.length * 5 > DOCS_FULL || state.positions.length > POSITIONS_FULL) {
        const { key } = state;
        close();
        begin(key);
      }
      const entry = state.entries.at(-1);
      if (entry === undefined) return;
      entry.count += 1;
      const delta = doc - state.last;
      state.last = doc;
      writeVarint(state.docs, delta * 2 + (to - from > 1 ? 1 : 0));
      if (to - from > 1) writeVarint(state.docs, to - from);
      let last = 0;
      for (let at = from; at < to; at += 1) {
        const place = positions[at] ?? 0;
        writeVarint(state.positions, place - last);
        last = place;
      }
    },
    take(end) {
      if (end) close();
      return full.splice(0);
    },
  };
}

function packPostings(entries: readonly Entry[], docs: ByteWriter, positions: ByteWriter): Uint8Array<ArrayBuffer> {
  const packed = byteWriter(docs.length + entries.length * 8);
  writeVarint(packed, entries.length);
  let last = 0;
  for (const [at, { key, count, docsFrom, positionsFrom }] of entries.entries()) {
    const next = entries[at + 1];
    writeVarint(packed, key - last);
    writeVarint(packed, count);
    writeVarint(packed, (next?.docsFrom ?? docs.length) - docsFrom);
    writeVarint(packed, (next?.positionsFrom ?? positions.length) - positionsFrom);
    last = key;
  }
  writeBytes(packed, docs.bytes.subarray(0, docs.length));
  return writtenBytes(packed);
}

/** One term's share of one block. */
export interface BlockPiece {
  readonly key: number;
  readonly docs: Uint32Array;
  /** How often the term occurs in each document; 1 for a unit's key. */
  readonly counts: Uint32Array;
  /** Where its positions begin in the block's positions. */
  readonly positionsFrom: number;
}

/** The pieces of a block whose keys are wanted; all of them when `wanted` is null. */
export function* piecesOf(postings: Uint8Array, wanted: ReadonlySet<number> | null): Generator<BlockPiece> {
  const head: VarintReader = { bytes: postings, at: 0 };
  const terms = readVarint(head);
  const heads = new Uint32Array(terms * 4);
  let key = 0;
  for (let at = 0; at < terms; at += 1) {
    key = (key + readVarint(head)) >>> 0;
    heads[at * 4] = key;
    for (let part = 1; part < 4; part += 1) heads[at * 4 + part] = readVarint(head);
  }
  let docsFrom = head.at;
  let positionsFrom = 0;
  for (let at = 0; at < terms; at += 1) {
    const found = heads[at * 4] ?? 0;
    if (wanted === null || wanted.has(found)) {
      yield { key: found, positionsFrom, ...readDocs(postings, docsFrom, heads[at * 4 + 1] ?? 0) };
    }
    docsFrom += heads[at * 4 + 2] ?? 0;
    positionsFrom += heads[at * 4 + 3] ?? 0;
  }
}

function readDocs(bytes: Uint8Array, from: number, count: number): Pick<BlockPiece, 'docs' | 'counts'> {
  const reader: VarintReader = { bytes, at: from };
  const docs = new Uint32Array(count);
  const counts = new Uint32Array(count);
  let doc = 0;
  for (let at = 0; at < count; at += 1) {
    // Most steps to the next document fit into one byte.
    const byte = bytes[reader.at] ?? 0;
    const coded = byte < 128 ? byte : readVarint(reader);
    if (byte < 128) reader.at += 1;
    doc += coded >>> 1;
    docs[at] = doc;
    counts[at] = (coded & 1) === 1 ? readVarint(reader) : 1;
  }
  return { docs, counts };
}

/** The places of a piece, one document after another: `counts` tells how many each has. */
export function positionsOf(piece: BlockPiece, positions: Uint8Array): Uint32Array {
  let total = 0;
  for (const count of piece.counts) total += count;
  const places = new Uint32Array(total);
  takePlaces(piece, positions, piece.docs, 0, places, 0);
  return places;
}

/** Places of some documents: those of the nth are `places[starts[n]]` up to `places[starts[n + 1]]`. */
export interface Places {
  readonly starts: Uint32Array;
  readonly places: Uint32Array;
}

/**
 * The places of the documents `wanted`, in order, from the pieces of one key, in order; `bytesOf` gives the positions of
 * the block that a piece is from. Other documents are skipped, not read, and so are pieces without any that is wanted.
 */
export function placesOf<P extends { readonly piece: BlockPiece }>(
  pieces: readonly P[],
  wanted: Uint32Array,
  bytesOf: (placed: P) => Uint8Array,
): Places {
  const starts = new Uint32Array(wanted.length + 1);
  let next = 0;
  for (const { piece } of pieces) {
    for (let at = 0; at < piece.docs.length && next < wanted.length; at += 1) {
      const doc = piece.docs[at] ?? 0;
      for (; next < wanted.length && (wanted[next] ?? 0) < doc; next += 1) starts[next + 1] = starts[next] ?? 0;
      if (wanted[next] !== doc) continue;
      starts[next + 1] = (starts[next] ?? 0) + (piece.counts[at] ?? 0);
      next += 1;
    }
  }
  for (; next < wanted.length; next += 1) starts[next + 1] = starts[next] ?? 0;
  const places = new Uint32Array(starts[wanted.length] ?? 0);
  let from = 0;
  let filled = 0;
  for (const placed of pieces) {
    if (!holdsAny(placed.piece, wanted)) continue;
    const taken = takePlaces(placed.piece, bytesOf(placed), wanted, from, places, filled);
    [from, filled] = [taken.next, taken.filled];
  }
  return { starts, places };
}

/** True when one of the documents wanted, which are in order, is in the piece. */
export function holdsAny({ docs }: BlockPiece, wanted: Uint32Array): boolean {
  let at = 0;
  for (const doc of docs) {
    while (at < wanted.length && (wanted[at] ?? 0) < doc) at += 1;
    if (at === wanted.length) return false;
    if (wanted[at] === doc) return true;
  }
  return false;
}

/** Reads the places of the documents `wanted[from]` and on that are in the piece into `into`, from `filled` on. */
function takePlaces(
  { docs, counts, positionsFrom }: BlockPiece,
  positions: Uint8Array,
  wanted: Uint32Array,
  from: number,
  into: Uint32Array,
  filled: number,
): { readonly next: number; readonly filled: number } {
  const reader: VarintReader = { bytes: positions, at: positionsFrom };
  let next = from;
  let to = filled;
  for (let at = 0; at < docs.length && next < wanted.length; at += 1) {
    const doc = docs[at] ?? 0;
    const count = counts[at] ?? 0;
    while (next < wanted.length && (wanted[next] ?? 0) < doc) next += 1;
    if (wanted[next] !== doc) {
      for (let left = count; left > 0; reader.at += 1) if ((positions[reader.at] ?? 0) < 128) left -= 1;
      continue;
    }
    let place = 0;
    for (let one = 0; one < count; one += 1) {
      place += readVarint(reader);
      into[to] = place;
      to += 1;
    }
    next += 1;
  }
  return { next, filled: to };
}
