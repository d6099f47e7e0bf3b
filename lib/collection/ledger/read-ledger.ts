import type { Collection } from '../collection.ts';
import { type ReadTransaction, readAtOnce } from '../read-at-once.ts';
import { CHUNK, type ChunkRow, ID, idAt, isWholeChunk } from './chunk.ts';
import { DamagedLedger } from './damaged-ledger.ts';
import { emptyState, NO_CHUNK, readTrueState, slotsOf, versionOf } from './ledger-state.ts';
import { DEAD, type TextColumn, textColumns } from './slot.ts';

/** One text column in memory: a code for each place, and the text of each code. Codes are never taken back; two may have one text. */
export interface LedgerColumn {
  codes: Uint32Array;
  readonly texts: string[];
  /** The code of each text; of titles, those of the first `entered`: the others follow when one is first looked for. 0 where they were filled from a file and nothing was read since. */
  readonly codeOf: Map<string, number>;
  entered: number;
}

/**
 * The ledger in memory. Documents stand by place: the document of the number n at `n - base`. Numbers before `base` are all dead,
 * so that what is dead is not walked for ever.
 */
export interface Ledger {
  version: number;
  /** The number of the first document in memory; it only grows, unless the ledger is made anew. */
  base: number;
  /** Places: of live, trashed and dead documents. */
  size: number;
  /** Version of each chunk from that of `base` on, as it was read. */
  chunks: readonly number[];
  /** Ids, 12 bytes each; of a dead document the one that it had when it was read alive. See `essayIdOf`. */
  ids: Uint8Array<ArrayBuffer>;
  states: Uint8Array;
  kinds: Uint8Array;
  published: Uint32Array;
  keptAt: Float64Array;
  trashedAt: Float64Array;
  lengths: Uint32Array;
  readonly columns: Readonly<Record<TextColumn, LedgerColumn>>;
}

/** A ledger of nothing, to be filled by `refreshLedger`. */
export function emptyLedger(): Ledger {
  const column = (): LedgerColumn => ({
    codes: new Uint32Array(),
    texts: [''],
    codeOf: new Map([['', 0]]),
    entered: 1,
  });
  return {
    version: 0,
    base: 0,
    size: 0,
    chunks: [],
    ids: new Uint8Array(),
    states: new Uint8Array(),
    kinds: new Uint8Array(),
    published: new Uint32Array(),
    keptAt: new Float64Array(),
    trashedAt: new Float64Array(),
    lengths: new Uint32Array(),
    columns: Object.fromEntries(textColumns.map((name) => [name, column()])) as Record<TextColumn, LedgerColumn>,
  };
}

/** The tables that a ledger is read from. */
export const ledgerTables = ({ essays, ledger, meta }: Collection) => [essays, ledger, meta];

/** Brings the ledger in memory up to date: reads the chunks that were written since it was read. True when any was. Rejects with `DamagedLedger`. */
export const refreshLedger = (collection: Collection, known: Ledger): Promise<boolean> =>
  readAtOnce(collection, ledgerTables(collection), (reading) => refreshFrom(reading, collection, known));

/** The same in a transaction that reads more, over `ledgerTables` at least. Nothing in memory changes where the ledger is damaged. */
export async function refreshFrom(
  reading: ReadTransaction,
  { essays, ledger, meta }: Pick<Collection, 'essays' | 'ledger' | 'meta'>,
  known: Ledger,
): Promise<boolean> {
  const stored = await readTrueState({ get: (key) => reading.get(meta, key) });
  if (stored === null && ((await reading.any(ledger)) || (await reading.any(essays))))
    throw new DamagedLedger('The ledger has no state.');
  const state = stored ?? emptyState;
  if (state.version === known.version) return false;
  const first = state.first ?? 0;
  // A ledger that was made anew counts from one again.
  const anew = state.version < known.version || state.next < known.base + known.size || first * CHUNK < known.base;
  const read = anew ? [] : known.chunks.slice(first - known.base / CHUNK);
  const wanted = state.chunks.flatMap((version, at) => (read[at] === version ? [] : [first + at]));
  const rows = await Promise.all(
    wanted.map((chunk) => (versionOf(state, chunk) === NO_CHUNK ? undefined : reading.get(ledger, chunk))),
  );
  for (const [at, row] of rows.entries()) {
    const chunk = wanted[at] ?? 0;
    if (versionOf(state, chunk) !== NO_CHUNK && !isWholeChunk(row, chunk, slotsOf(state, chunk)))
      throw new DamagedLedger(`Chunk ${chunk} of the ledger is damaged.`);
  }
  letGo(known, anew ? Number.POSITIVE_INFINITY : first * CHUNK - known.base);
  known.base = first * CHUNK;
  grow(known, state.next - known.base);
  const { title } = known.columns;
  const isFirst = known.version === 0 || title.entered === 0;
  for (const [at, row] of rows.entries()) takeChunk(known, (wanted[at] ?? 0) * CHUNK - known.base, row, isFirst);
  if (isFirst) title.entered = 1;
  Object.assign(known, { version: state.version, chunks: state.chunks });
  return true;
}

/** The id of the document at a place. */
export const essayIdOf = ({ ids }: Pick<Ledger, 'ids'>, place: number): string => idAt({ ids }, place);

/** The state of a document by its number: of one before those in memory, and of none, dead. */
export const stateOf = ({ states, base, size }: Ledger, doc: number): number =>
  doc < base || doc >= base + size ? DEAD : (states[doc - base] ?? DEAD);

/** Lets go of the first places. Arrays are made anew: results found before hold the ids of that time. */
function letGo(known: Ledger, places: number): void {
  if (places === 0) return;
  known.ids = known.ids.slice(places * ID);
  known.states = known.states.slice(places);
  known.kinds = known.kinds.slice(places);
  known.published = known.published.slice(places);
  known.keptAt = known.keptAt.slice(places);
  known.trashedAt = known.trashedAt.slice(places);
  known.lengths = known.lengths.slice(places);
  for (const name of textColumns) known.columns[name].codes = known.columns[name].codes.slice(places);
}

function grow(known: Ledger, size: number): void {
  known.size = size;
  if (known.states.length >= size) return;
  const room = Math.ceil((size * 1.1) / CHUNK) * CHUNK;
  known.ids = longer(known.ids, new Uint8Array(room * ID));
  known.states = longer(known.states, new Uint8Array(room));
  known.kinds = longer(known.kinds, new Uint8Array(room));
  known.published = longer(known.published, new Uint32Array(room));
  known.keptAt = longer(known.keptAt, new Float64Array(room));
  known.trashedAt = longer(known.trashedAt, new Float64Array(room));
  known.lengths = longer(known.lengths, new Uint32Array(room));
  for (const name of textColumns) {
    const column = known.columns[name];
    column.codes = longer(column.codes, new Uint32Array(room));
  }
}

/** The longer array, with the values of the shorter one. */
function longer<T extends { set(from: T): void }>(array: T, made: T): T {
  made.set(array);
  return made;
}

/**
 * Puts a chunk at its places, `from` on. One without a row is one of dead slots. When a ledger `isFirst` read, the titles of 100,000
 * essays are taken without looking whether another chunk has the same: few have, and whoever waits for the first search waits for it.
 */
function takeChunk(known: Ledger, from: number, row: ChunkRow | undefined, isFirst: boolean): void {
  if (row === undefined) {
    known.states.fill(DEAD, from, from + CHUNK);
    return;
  }
  known.states.set(row.states, from);
  known.kinds.set(row.kinds, from);
  known.published.set(row.published, from);
  known.keptAt.set(row.keptAt, from);
  known.trashedAt.set(row.trashedAt, from);
  known.lengths.set(row.lengths, from);
  for (let at = 0; at < row.count; at += 1) {
    if (row.states[at] !== DEAD) known.ids.set(row.ids.subarray(at * ID, (at + 1) * ID), (from + at) * ID);
  }
  for (const [place, name] of textColumns.entries()) {
    const column = known.columns[name];
    const codeOfString = new Int32Array(row.strings.length).fill(-1);
    for (let at = 0; at < row.count; at += 1) {
      // A chunk that was written before there was the column has no text in it.
      const string = row.texts[place * row.count + at] ?? -1;
      let code = codeOfString[string] ?? -1;
      if (code < 0) {
        code = codeOfText(column, row.strings[string] ?? '', column.codes[from + at] ?? 0, isFirst && name === 'title');
        codeOfString[string] = code;
      }
      column.codes[from + at] = code;
    }
  }
}

/** The code of a text: that of `before`, which stood there, where it is the same; `isNew` for one that is not looked for. */
function codeOfText(column: LedgerColumn, text: string, before: number, isNew: boolean): number {
  const { texts, codeOf } = column;
  if (texts[before] === text) return before;
  if (!isNew) {
    for (; column.entered < texts.length; column.entered += 1) {
      const other = texts[column.entered] ?? '';
      if (!codeOf.has(other)) codeOf.set(other, column.entered);
    }
    const known = codeOf.get(text);
    if (known !== undefined) return known;
  }
  texts.push(text);
  if (isNew) return texts.length - 1;
  codeOf.set(text, texts.length - 1);
  column.entered = texts.length;
  return texts.length - 1;
}
