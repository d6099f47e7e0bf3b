import type { Table } from 'dexie';
import type { EssayRow } from '../rows.ts';
import { CHUNK, type ChunkRow, deadSlot, writeSlots } from './chunk.ts';
import { changedLedger, type MetaRow, readState, STATE_KEY } from './ledger-state.ts';
import { LIVE, type Slot, slotOf } from './slot.ts';

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
  let kept = state.kept ?? (await countLive(ledger));
  for (const { before, after } of changes) {
    const slot = before !== undefined && before.doc >= 0 && before.doc < state.next ? before.doc : null;
    const stays = slot !== null && before !== undefined && after !== undefined && sameText(before, after);
    if (slot !== null && !stays) writes.set(slot, deadSlot);
    if (slot !== null && before?.trashedAt === '') kept -= 1;
    if (after === undefined) continue;
    if (after.trashedAt === '') kept += 1;
    const doc = stays ? slot : next;
    if (!stays) next += 1;
    const row = { ...after, doc };
    writes.set(doc, slotOf(row));
    rows.push(row);
  }
  const byChunk = new Map<number, Map<number, Slot>>();
  for (const [doc, slot] of writes) {
    const chunk = Math.floor(doc / CHUNK);
    const within = byChunk.get(chunk) ?? new Map<number, Slot>();
    byChunk.set(chunk, within.set(doc % CHUNK, slot));
  }
  const touched = [...byChunk.keys()];
  const chunks = await ledger.bulkGet(touched);
  await ledger.bulkPut(
    [...byChunk].map(([chunk, within], at) =>
      writeSlots(chunks[at], chunk, Math.min(CHUNK, next - chunk * CHUNK), within),
    ),
  );
  await meta.put({ key: STATE_KEY, value: changedLedger(state, next, touched, kept) });
  return rows;
}

/** Essays of a ledger, the trash apart, by what its chunks hold. */
async function countLive(ledger: LedgerTables['ledger']): Promise<number> {
  let live = 0;
  await ledger.each(({ states, count }) => {
    for (let at = 0; at < count; at += 1) if (states[at] === LIVE) live += 1;
  });
  return live;
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
