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
}

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

/** Packs the slots of a chunk. */
export function packChunk(chunk: number, slots: readonly Slot[]): ChunkRow {
  const count = slots.length;
  const places = new Map<string, number>();
  const place = (text: string): number => {
    const known = places.get(text);
    if (known !== undefined) return known;
    places.set(text, places.size);
    return places.size - 1;
  };
  const ids = new Uint8Array(count * ID);
  for (const [at, { id }] of slots.entries()) {
    for (let byte = 0; byte * 2 < id.length; byte += 1) {
      ids[at * ID + byte] = Number.parseInt(id.slice(byte * 2, byte * 2 + 2), 16);
    }
  }
  return {
    chunk,
    count,
    ids,
    states: Uint8Array.from(slots, ({ state }) => state),
    kinds: Uint8Array.from(slots, ({ kind }) => kind),
    published: Uint32Array.from(slots, ({ published }) => published),
    keptAt: Float64Array.from(slots, ({ keptAt }) => keptAt),
    trashedAt: Float64Array.from(slots, ({ trashedAt }) => trashedAt),
    lengths: Uint32Array.from(slots, ({ length }) => length),
    texts: Uint32Array.from(textColumns.flatMap((name) => slots.map(({ texts }) => place(texts[name])))),
    strings: [...places.keys()],
  };
}

/** The slots of a chunk, as they were packed. */
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
