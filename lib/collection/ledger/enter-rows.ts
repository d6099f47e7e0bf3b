import type { Table } from 'dexie';
import type { EssayRow } from '../rows.ts';
import { CHUNK, type ChunkRow, deadSlot, packChunk, unpackChunk } from './chunk.ts';
import { changedLedger, type MetaRow, readState, STATE_KEY } from './ledger-state.ts';
import { type Slot, slotOf } from './slot.ts';

/** The tables that the ledger is kept in. */
export interface LedgerTables {
  readonly ledger: Table<ChunkRow, number>;
  readonly meta: Table<MetaRow, string>;
}

/** One essay row as it was and as it shall be; undefined where there is none. */
export interface RowChange {
  readonly before: EssayRow | undefined;
  readonly after: EssayRow | undefined;
}

/**
 * Enters changes of essay rows into the ledger and gives the rows to write, in order, with their `doc`.
 * A row whose searchable text changed gets a new slot and its old one is dead; any other is rewritten in its slot.
 * Call it inside a read-write transaction over `ledger` and `meta`; `before` must be the row as stored.
 */
export async function enterRows(
  { ledger, meta }: LedgerTables,
  changes: readonly RowChange[],
): Promise<readonly EssayRow[]> {
  if (changes.length === 0) return [];
  const state = await readState(meta);
  const writes = new Map<number, Slot>();
  const rows: EssayRow[] = [];
  let next = state.next;
  for (const { before, after } of changes) {
    const slot = before !== undefined && before.doc >= 0 && before.doc < state.next ? before.doc : null;
    const kept = slot !== null && before !== undefined && after !== undefined && sameText(before, after);
    if (slot !== null && !kept) writes.set(slot, deadSlot);
    if (after === undefined) continue;
    const doc = kept ? slot : next;
    if (!kept) next += 1;
    const row = { ...after, doc };
    writes.set(doc, slotOf(row));
    rows.push(row);
  }
  const touched = [...new Set([...writes.keys()].map((doc) => Math.floor(doc / CHUNK)))];
  const chunks = await ledger.bulkGet(touched);
  await ledger.bulkPut(
    touched.map((chunk, at) => {
      const found = chunks[at];
      const slots = found === undefined ? [] : unpackChunk(found);
      const from = chunk * CHUNK;
      const count = Math.min(CHUNK, next - from);
      return packChunk(
        chunk,
        Array.from({ length: count }, (_, slot) => writes.get(from + slot) ?? slots[slot] ?? deadSlot),
      );
    }),
  );
  await meta.put({ key: STATE_KEY, value: changedLedger(state, next, touched) });
  return rows;
}

/** True when a document's text is the same for both rows: body and every field that search reads. */
function sameText(before: EssayRow, after: EssayRow): boolean {
  return (
    before.id === after.id &&
    before.captureId === after.captureId &&
    before.title === after.title &&
    before.unit === after.unit &&
    before.source === after.source &&
    before.authors.join('\n') === after.authors.join('\n')
  );
}
