import type { Outcome } from '../../essay/outcome.ts';
import type { Collection } from '../collection.ts';
import { attempt, type StorageProblem } from '../storage.ts';
import { type ChunkRow, ID, isWholeChunk } from './chunk.ts';
import { LIVE } from './slot.ts';

/** The ids of all kept essays, the trash apart, packed: tens of thousands of questions make no object. */
export interface KeptIds {
  readonly size: number;
  /** By the bytes of an id, as `essayIdBytes` gives them. */
  readonly has: (id: Uint8Array) => boolean;
}

/** Reads them from the ledger, a chunk at a time. A chunk that is damaged is left out: whoever keeps an essay looks at its row. */
export function readKeptIds({ ledger }: Pick<Collection, 'ledger'>): Promise<Outcome<KeptIds, StorageProblem>> {
  return attempt(async () => {
    const ids: Uint8Array[] = [];
    for (const chunk of await ledger.toCollection().primaryKeys()) {
      const row: unknown = await ledger.get(chunk);
      if (isWholeChunk(row, chunk, countOf(row))) ids.push(...liveIds(row));
    }
    return tableOf(ids);
  });
}

const countOf = (row: unknown): number => Number((row as Partial<ChunkRow> | undefined)?.count ?? 0);

/** The ids of a chunk's live slots, as views of its bytes. */
const liveIds = ({ ids, states }: ChunkRow): readonly Uint8Array[] =>
  Array.from(states, (state, at) => (state === LIVE ? ids.subarray(at * ID, at * ID + ID) : null)).filter(
    (id) => id !== null,
  );

/** An open hash table: a place is that of the id's first four bytes, which are as random as any, or the next that is free. */
function tableOf(ids: readonly Uint8Array[]): KeptIds {
  const places = 2 ** Math.ceil(Math.log2(Math.max(1, ids.length) * 2));
  const bytes = new Uint8Array(places * ID);
  const taken = new Uint8Array(places);
  const equals = (place: number, id: Uint8Array): boolean => {
    for (let at = 0; at < ID; at += 1) if (bytes[place * ID + at] !== id[at]) return false;
    return true;
  };
  const placeOf = (id: Uint8Array): number => {
    const [one = 0, two = 0, three = 0, four = 0] = id;
    let place = ((one << 24) | (two << 16) | (three << 8) | four) & (places - 1);
    while (taken[place] === 1 && !equals(place, id)) place = (place + 1) & (places - 1);
    return place;
  };
  for (const id of ids) {
    const place = placeOf(id);
    bytes.set(id, place * ID);
    taken[place] = 1;
  }
  return { size: ids.length, has: (id) => taken[placeOf(id)] === 1 };
}
