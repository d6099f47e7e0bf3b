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

/** Where one term's share of a block stands. */
export interface PieceHead {
  readonly key: number;
  /** Documents of it. */
  readonly count: number;
  readonly docsFrom: number;
  readonly positionsFrom: number;
}

/** Where the pieces stand whose keys are wanted, which are in order; all of them when `wanted` is null. */
export function headsOf(postings: Uint8Array, wanted: Uint32Array | null): PieceHead[] {
  const head: VarintReader = { bytes: postings, at: 0 };
  const heads = new Uint32Array(readVarint(head) * 4);
  readNumbers(head, heads);
  const found: PieceHead[] = [];
  let [key, docsFrom, positionsFrom, next] = [0, head.at, 0, 0];
  for (let at = 0; at < heads.length; at += 4) {
    key = (key + (heads[at] ?? 0)) >>> 0;
    const count = heads[at + 1] ?? 0;
    if (wanted !== null) while (next < wanted.length && (wanted[next] ?? 0) < key) next += 1;
    if (wanted === null || wanted[next] === key) found.push({ key, count, docsFrom, positionsFrom });
    if (wanted !== null && next === wanted.length) break;
    docsFrom += heads[at + 2] ?? 0;
    positionsFrom += heads[at + 3] ?? 0;
  }
  return found;
}

/** The pieces of a block whose keys are wanted, which are in order; all of them when `wanted` is null. */
export function* piecesOf(postings: Uint8Array, wanted: Uint32Array | null): Generator<BlockPiece> {
  for (const head of headsOf(postings, wanted))
    yield readPiece(postings, head, new Uint32Array(head.count), new Uint32Array(head.count));
}

/** Reads a piece into arrays of as many places as it has documents. */
export function readPiece(
  postings: Uint8Array,
  { key, docsFrom, positionsFrom }: PieceHead,
  docs: Uint32Array,
  counts: Uint32Array,
): BlockPiece {
  readDocs(postings, docsFrom, docs, counts);
  return { key, positionsFrom, docs, counts };
}

/** Reads numbers one after another: a block has thousands of heads, most of one byte. */
function readNumbers(reader: VarintReader, into: Uint32Array): void {
  const { bytes } = reader;
  let next = reader.at;
  for (let at = 0; at < into.length; at += 1) {
    const byte = bytes[next] ?? 0;
    next += 1;
    if (byte < 128) {
      into[at] = byte;
      continue;
    }
    reader.at = next - 1;
    into[at] = readVarint(reader);
    next = reader.at;
  }
  reader.at = next;
}

function readDocs(bytes: Uint8Array, from: number, docs: Uint32Array, counts: Uint32Array): void {
  const reader: VarintReader = { bytes, at: from };
  let doc = 0;
  let next = from;
  // Most steps to the next document fit into one byte, and so do most counts.
  for (let at = 0; at < docs.length; at += 1) {
    let coded = bytes[next] ?? 0;
    next += 1;
    if (coded > 127) {
      reader.at = next - 1;
      coded = readVarint(reader);
      next = reader.at;
    }
    doc += coded >>> 1;
    docs[at] = doc;
    let often = 1;
    if ((coded & 1) === 1) {
      often = bytes[next] ?? 0;
      next += 1;
      if (often > 127) {
        reader.at = next - 1;
        often = readVarint(reader);
        next = reader.at;
      }
    }
    counts[at] = often;
  }
}

/** The places of a piece, one document after another: `counts` tells how many each has. */
export function positionsOf({ counts, positionsFrom }: BlockPiece, positions: Uint8Array): Uint32Array {
  let total = 0;
  for (const count of counts) total += count;
  const places = new Uint32Array(total);
  const reader: VarintReader = { bytes: positions, at: positionsFrom };
  let filled = 0;
  for (const count of counts) {
    let place = 0;
    for (let one = 0; one < count; one += 1) {
      place += readVarint(reader);
      places[filled] = place;
      filled += 1;
    }
  }
  return places;
}
