import { checksumOfBytes, checksumOfText } from '../../essay/checksum.ts';
import { isTypedArray } from '../../essay/typed-array.ts';
import { DEAD, type Slot, type TextColumn, textColumns } from './slot.ts';

/** Slots of one chunk row. */
export const CHUNK = 1024;

/** Bytes of an id: 24 hex digits. */
export const ID = 12;

/** 1,024 slots in one row, packed: what 100 rows of the table `ledger` are read for in a few milliseconds each. */
export interface ChunkRow {
  /** Slots `chunk * 1024` and on. */
  readonly chunk: number;
  readonly count: number;
  readonly ids: Uint8Array<ArrayBuffer>;
  readonly states: Uint8Array<ArrayBuffer>;
  readonly kinds: Uint8Array<ArrayBuffer>;
  readonly published: Uint32Array<ArrayBuffer>;
  readonly keptAt: Float64Array<ArrayBuffer>;
  readonly trashedAt: Float64Array<ArrayBuffer>;
  readonly lengths: Uint32Array<ArrayBuffer>;
  /** Each text once. */
  readonly strings: readonly string[];
  /** Places in `strings`, `count` for each text column in turn. */
  readonly texts: Uint32Array<ArrayBuffer>;
  /** Checksum of all that is above; a chunk that was written before there were any has none. */
  readonly sum?: number;
}

/** Text columns of the first chunks: later ones were added at the end, one after another, and to lack the last ones is no damage. */
const fewestColumns = 10;

/** The slot of a document that is no more: nothing of it stays but its number. */
export const deadSlot: Slot = {
  id: '',
  state: DEAD,
  kind: 0,
  published: 0,
  keptAt: 0,
  trashedAt: 0,
  length: 0,
  texts: Object.fromEntries(textColumns.map((name) => [name, ''])) as Record<TextColumn, string>,
};

/**
 * A chunk of `count` slots: those of `before`, with `writes` by their place in the chunk; places that neither has are dead.
 * Works on whole columns, since every essay that is kept writes a chunk anew. Texts of no slot any more are left out.
 */
export function writeSlots(
  before: ChunkRow | undefined,
  chunk: number,
  count: number,
  writes: ReadonlyMap<number, Slot>,
): ChunkRow {
  const stay = Math.min(before?.count ?? 0, count);
  const row: ChunkRow = {
    chunk,
    count,
    ids: copied(new Uint8Array(count * ID), before?.ids, stay * ID),
    states: copied(new Uint8Array(count).fill(DEAD), before?.states, stay),
    kinds: copied(new Uint8Array(count), before?.kinds, stay),
    published: copied(new Uint32Array(count), before?.published, stay),
    keptAt: copied(new Float64Array(count), before?.keptAt, stay),
    trashedAt: copied(new Float64Array(count), before?.trashedAt, stay),
    lengths: copied(new Uint32Array(count), before?.lengths, stay),
    ...writeTexts(before, count, writes),
  };
  for (const [at, slot] of writes) {
    row.ids.set(bytesOf(slot.id), at * ID);
    row.states[at] = slot.state;
    row.kinds[at] = slot.kind;
    row.published[at] = slot.published;
    row.keptAt[at] = slot.keptAt;
    row.trashedAt[at] = slot.trashedAt;
    row.lengths[at] = slot.length;
  }
  return { ...row, sum: sumOfChunk(row) };
}

const bytesBehind = ({ buffer, byteOffset, byteLength }: Uint32Array | Float64Array): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);

/** The checksum of a chunk. */
function sumOfChunk({
  chunk,
  ids,
  states,
  kinds,
  published,
  keptAt,
  trashedAt,
  lengths,
  texts,
  strings,
}: ChunkRow): number {
  let sum = checksumOfText(strings.join('\n'), chunk);
  for (const bytes of [ids, states, kinds]) sum = checksumOfBytes(bytes, sum);
  for (const numbers of [published, keptAt, trashedAt, lengths, texts])
    sum = checksumOfBytes(bytesBehind(numbers), sum);
  return sum;
}

/** True when a row of the ledger is the chunk of this number with so many slots, as it was written. */
export function isWholeChunk(row: unknown, chunk: number, count: number): row is ChunkRow {
  if (typeof row !== 'object' || row === null) return false;
  const found = row as Readonly<Record<keyof ChunkRow, unknown>>;
  const holds = (name: keyof ChunkRow, type: 'Uint8Array' | 'Uint32Array' | 'Float64Array', each = 1): boolean => {
    const array = found[name];
    return isTypedArray(array, type) && array.length === count * each;
  };
  const shaped =
    found.chunk === chunk &&
    found.count === count &&
    holds('ids', 'Uint8Array', ID) &&
    holds('states', 'Uint8Array') &&
    holds('kinds', 'Uint8Array') &&
    holds('published', 'Uint32Array') &&
    holds('keptAt', 'Float64Array') &&
    holds('trashedAt', 'Float64Array') &&
    holds('lengths', 'Uint32Array') &&
    textColumns.some((_, at) => at + 1 >= fewestColumns && holds('texts', 'Uint32Array', at + 1)) &&
    Array.isArray(found.strings) &&
    found.strings.every((text) => typeof text === 'string');
  return shaped && (found.sum === undefined || found.sum === sumOfChunk(row as ChunkRow));
}

function writeTexts(
  before: ChunkRow | undefined,
  count: number,
  writes: ReadonlyMap<number, Slot>,
): Pick<ChunkRow, 'texts' | 'strings'> {
  const places = new Map<string, number>();
  const place = (text: string): number => {
    const known = places.get(text);
    if (known !== undefined) return known;
    places.set(text, places.size);
    return places.size - 1;
  };
  const stay = Math.min(before?.count ?? 0, count);
  const slots = Array.from({ length: count }, (_, at) => writes.get(at) ?? (at < stay ? null : deadSlot));
  /** Where each text of `before` stands now; -1 until a slot that stays has it. */
  const moved = new Int32Array(before?.strings.length ?? 0).fill(-1);
  const texts = new Uint32Array(count * textColumns.length);
  for (const [column, name] of textColumns.entries()) {
    for (let at = 0; at < count; at += 1) {
      const slot = slots[at];
      const old = before?.texts[column * before.count + at] ?? -1;
      if (!slot && moved[old] === -1) moved[old] = place(before?.strings[old] ?? '');
      texts[column * count + at] = slot ? place(slot.texts[name]) : (moved[old] ?? place(''));
    }
  }
  return { texts, strings: [...places.keys()] };
}

/** `made` with the first values of `from`. */
function copied<T extends Uint8Array | Uint32Array | Float64Array>(made: T, from: T | undefined, count: number): T {
  if (from !== undefined) made.set(from.subarray(0, count));
  return made;
}

/** The bytes of an id; nothing but zeros for that of a dead slot. */
const bytesOf = (id: string): Uint8Array =>
  Uint8Array.from({ length: ID }, (_, byte) => Number.parseInt(id.slice(byte * 2, byte * 2 + 2), 16) || 0);

/** The slots of a chunk, as they were written. */
export function unpackChunk(row: ChunkRow): Slot[] {
  return Array.from({ length: row.count }, (_, at): Slot => {
    const state = row.states[at] ?? DEAD;
    if (state === DEAD) return deadSlot;
    const text = (column: number): string => row.strings[row.texts[column * row.count + at] ?? -1] ?? '';
    return {
      id: idAt(row, at),
      state,
      kind: row.kinds[at] ?? 0,
      published: row.published[at] ?? 0,
      keptAt: row.keptAt[at] ?? 0,
      trashedAt: row.trashedAt[at] ?? 0,
      length: row.lengths[at] ?? 0,
      texts: Object.fromEntries(textColumns.map((name, column) => [name, text(column)])) as Record<TextColumn, string>,
    };
  });
}

const hex: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** The id in a slot of a chunk. */
export function idAt({ ids }: Pick<ChunkRow, 'ids'>, at: number): string {
  let id = '';
  for (let place = at * ID; place < at * ID + ID; place += 1) id += hex[ids[place] ?? 0] ?? '';
  return id;
}

/** The places of a chunk's slots that are not dead, with their ids. */
export function aliveIn(row: ChunkRow): [at: number, id: string][] {
  return Array.from(row.states, (state, at): [number, string] | null =>
    state === DEAD ? null : [at, idAt(row, at)],
  ).filter((slot) => slot !== null);
}
