import type { Table } from 'dexie';
import { type EssayRow, NO_DOC } from '../rows.ts';
import { CHUNK, type ChunkRow, deadSlot, idAt, isWholeChunk, writeSlots } from './chunk.ts';
import { DamagedLedger } from './damaged-ledger.ts';
import {
  changedLedger,
  emptyState,
  type LedgerState,
  type MetaRow,
  NO_CHUNK,
  STATE_KEY,
  slotsOf,
  trueState,
  versionOf,
} from './ledger-state.ts';
import { searchedTexts } from './searched-fields.ts';
import { DEAD, isEssayId, LIVE, type Slot, slotOf, slotStateOf } from './slot.ts';

/** The tables that the ledger is kept in. */
export interface LedgerTables {
  readonly ledger: Table<ChunkRow, number>;
  readonly meta: Table<MetaRow, string>;
  /** Left out where essays are there that were never entered, as by an upgrade. */
  readonly essays?: Table<EssayRow, string>;
}

/** One essay row as it was and as it shall be; undefined where there is none. */
export interface RowChange {
  readonly before: EssayRow | undefined;
  readonly after: EssayRow | undefined;
  /** True where it is to have a new number though its text stays. */
  readonly moves?: boolean;
}

/** What entering begins with, where it was read before, in the same transaction. */
export interface LedgerAhead {
  readonly state: MetaRow | undefined;
  /** The last chunk, where the slot of a new document is; undefined where it was not read. */
  readonly last?: ChunkRow | undefined;
}

/** Rows with their `doc`, and what is to be written into the ledger with them. */
export interface Entries {
  readonly rows: readonly EssayRow[];
  /** The row of the ledger's state; null where nothing changes. */
  readonly state: MetaRow | null;
  /** Asks for the chunks to be written. */
  readonly writeChunks: () => readonly PromiseLike<unknown>[];
}

/** Enters changes of essay rows into the ledger and gives the rows to write: see `entriesOf`. */
export async function enterRows(tables: LedgerTables, changes: readonly RowChange[]): Promise<readonly EssayRow[]> {
  if (changes.length === 0) return [];
  const { rows, state, writeChunks } = await entriesOf(tables, changes, { state: await tables.meta.get(STATE_KEY) });
  // Asked for at once: the database writes in order.
  await Promise.all([...writeChunks(), state === null ? undefined : tables.meta.put(state)]);
  return rows;
}

/**
 * Works out how changes of essay rows are entered into the ledger, and gives the rows to write, in order, with their `doc`.
 * A row whose searchable text changed gets a new slot and its old one is dead; any other is rewritten in its slot. One under an
 * id that is none of ours has no slot.
 * Call it inside a read-write transaction over `ledger` and `meta`; `before` must be the row as stored. Writes nothing yet. Throws
 * `DamagedLedger` where what it finds is not what was entered before.
 */
export async function entriesOf(
  tables: LedgerTables,
  changes: readonly RowChange[],
  ahead: LedgerAhead,
): Promise<Entries> {
  if (changes.length === 0) return { rows: [], state: null, writeChunks: () => [] };
  const { ledger } = tables;
  const state = trueState(ahead.state) ?? (await stateOfNothing(tables));
  const writes = new Map<number, Slot>();
  const rows: EssayRow[] = [];
  const owners = new Map<number, string>();
  let next = state.next;
  let kept = state.kept ?? (await countLive(ledger));
  for (const { before, after, moves } of changes) {
    const slot = before === undefined || !isEssayId(before.id) ? null : slotIn(state, before);
    if (slot !== null && before !== undefined) owners.set(slot, before.id);
    const stays = !moves && slot !== null && before !== undefined && after !== undefined && sameText(before, after);
    if (slot !== null && !stays) writes.set(slot, deadSlot);
    if (slot !== null && before !== undefined && slotStateOf(before) === LIVE) kept -= 1;
    if (after === undefined) continue;
    if (!isEssayId(after.id)) {
      rows.push({ ...after, doc: NO_DOC });
      continue;
    }
    if (slotStateOf(after) === LIVE) kept += 1;
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
  const { last } = ahead;
  const isAtHand = last !== undefined && touched.every((chunk) => chunk === last.chunk);
  const found = isAtHand ? [last] : await ledger.bulkGet(touched);
  const chunks = new Map(touched.map((chunk, at) => [chunk, chunkBefore(state, chunk, found[at])]));
  for (const [doc, id] of owners) expectOwner(chunks.get(Math.floor(doc / CHUNK)), doc, id);
  const written = [...byChunk].map(([chunk, within]) =>
    writeSlots(chunks.get(chunk), chunk, slotsOf({ next }, chunk), within),
  );
  const alive = new Map(written.map(({ chunk, states }) => [chunk, states.some((slot) => slot !== DEAD)]));
  const gone = touched.filter((chunk) => alive.get(chunk) === false);
  const whole = written.filter(({ chunk }) => alive.get(chunk));
  return {
    rows,
    state: { key: STATE_KEY, value: changedLedger(state, next, alive, Math.max(0, kept)) },
    writeChunks: () => [
      ...(whole.length > 0 ? [ledger.bulkPut(whole)] : []),
      ...(gone.length > 0 ? [ledger.bulkDelete(gone)] : []),
    ],
  };
}

/** The state of a ledger that nothing was entered into, unless something was. */
async function stateOfNothing({ ledger, essays }: LedgerTables): Promise<LedgerState> {
  const [chunk, essay] = [await ledger.limit(1).primaryKeys(), (await essays?.limit(1).primaryKeys()) ?? []];
  if (chunk.length + essay.length > 0) throw new DamagedLedger('The ledger has no state.');
  return emptyState;
}

/** The slot of a row that is stored. */
function slotIn({ next }: LedgerState, { id, doc }: EssayRow): number {
  if (!Number.isInteger(doc) || doc < 0 || doc >= next) throw new DamagedLedger(`Essay ${id} has no slot.`);
  return doc;
}

/** A chunk as it was written; undefined for one that has no row. */
function chunkBefore(state: LedgerState, chunk: number, row: ChunkRow | undefined): ChunkRow | undefined {
  const count = slotsOf(state, chunk);
  if (count === 0 || versionOf(state, chunk) === NO_CHUNK) return undefined;
  if (!isWholeChunk(row, chunk, count)) throw new DamagedLedger(`Chunk ${chunk} of the ledger is damaged.`);
  return row;
}

function expectOwner(chunk: ChunkRow | undefined, doc: number, id: string): void {
  const at = doc % CHUNK;
  if (chunk === undefined || chunk.states[at] === DEAD || idAt(chunk, at) !== id)
    throw new DamagedLedger(`Slot ${doc} is not that of essay ${id}.`);
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
    searchedTexts(before) === searchedTexts(after) &&
    JSON.stringify(before.textEdits ?? []) === JSON.stringify(after.textEdits ?? [])
  );
}
