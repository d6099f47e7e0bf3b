import { checksumOfNumbers } from '../../essay/checksum.ts';
import { CHUNK } from './chunk.ts';
import { DamagedLedger } from './damaged-ledger.ts';

/** A row of the table `meta`: one fact about the collection as a whole. */
export interface MetaRow {
  readonly key: string;
  readonly value: unknown;
}

/** The key of the ledger's state in `meta`: its watchers learn of every change of the ledger. */
export const STATE_KEY = 'ledger-version';

/** How far the ledger is. */
export interface LedgerState {
  /** Grows by one with every change. */
  readonly version: number;
  /** The number of the next document. */
  readonly next: number;
  /** The chunk that `chunks` begins with, 0 where it is left out: all slots before it are dead, and nobody walks them any more. */
  readonly first?: number;
  /** For each chunk, the version that wrote it last; `NO_CHUNK` for one whose slots are all dead and that has no row. */
  readonly chunks: readonly number[];
  /** Essays in it, the trash apart; the state of a ledger that was written before they were counted has none. */
  readonly kept?: number;
  /** Checksum of all that is above; a state that was written before there were any has none. */
  readonly sum?: number;
}

/** Stands for the version of a chunk that has no row. */
export const NO_CHUNK = 0;

/** The state of a ledger that nothing was entered into. */
export const emptyState: LedgerState = { version: 0, next: 0, chunks: [], kept: 0 };

interface MetaTable {
  get(key: string): PromiseLike<MetaRow | undefined>;
}

/** The state of the ledger for those who only tell of it: that of an empty one where there is none, or where it is damaged. */
export async function readState(meta: MetaTable): Promise<LedgerState> {
  const value = (await meta.get(STATE_KEY))?.value;
  return isState(value) ? value : emptyState;
}

/** The state of the ledger; null when nothing was entered yet. Throws `DamagedLedger`. */
export const readTrueState = async (meta: MetaTable): Promise<LedgerState | null> =>
  trueState(await meta.get(STATE_KEY));

/** The same of its row. */
export function trueState(row: MetaRow | undefined): LedgerState | null {
  if (row === undefined) return null;
  if (!isState(row.value)) throw new DamagedLedger('The state of the ledger cannot be read.');
  return row.value;
}

/**
 * The state after chunks were `written` (by number: whether a slot of it is alive, else it has no row), document numbers up to
 * `next` given out, and `kept` essays stand in it. Whole chunks at the beginning that are dead are let go of.
 */
export function changedLedger(
  state: LedgerState,
  next: number,
  written: ReadonlyMap<number, boolean>,
  kept: number,
): LedgerState {
  const version = state.version + 1;
  const before = state.first ?? 0;
  const all = Array.from({ length: Math.ceil(next / CHUNK) - before }, (_, at) => {
    const alive = written.get(before + at);
    return alive === undefined ? (state.chunks[at] ?? version) : alive ? version : NO_CHUNK;
  });
  const alive = all.findIndex((one) => one !== NO_CHUNK);
  // The last chunk stays while it has room.
  const first = Math.min(alive < 0 ? Number.POSITIVE_INFINITY : before + alive, Math.floor(next / CHUNK));
  return summed({ version, next, first, chunks: all.slice(first - before), kept });
}

/** The state of a ledger whose numbers up to `next` are all dead, so that it is filled anew. */
export function clearedLedger(version: number, next: number): LedgerState {
  return changedLedger(
    { ...emptyState, version: version - 1, first: Math.floor(next / CHUNK) },
    next,
    new Map([[Math.floor(next / CHUNK), false]]),
    0,
  );
}

const summed = (state: LedgerState): LedgerState => ({ ...state, sum: sumOf(state) });

const sumOf = ({ version, next, first, chunks, kept }: LedgerState): number =>
  checksumOfNumbers(Float64Array.from([version, next, kept ?? -1, ...(first === undefined ? [] : [first]), ...chunks]));

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

function isState(value: unknown): value is LedgerState {
  if (typeof value !== 'object' || value === null) return false;
  const { version, next, first, chunks, kept, sum } = value as Readonly<Record<keyof LedgerState, unknown>>;
  const shaped =
    isCount(version) &&
    isCount(next) &&
    (first === undefined || isCount(first)) &&
    Array.isArray(chunks) &&
    chunks.every(isCount) &&
    chunks.length === Math.ceil(next / CHUNK) - (first ?? 0) &&
    (kept === undefined || isCount(kept));
  return shaped && (sum === undefined || sum === sumOf(value as LedgerState));
}

/** The version that wrote a chunk last: `NO_CHUNK` for one that is all dead. */
export const versionOf = ({ first = 0, chunks }: LedgerState, chunk: number): number =>
  chunks[chunk - first] ?? NO_CHUNK;

/** The chunks that have rows. */
export const chunksOf = ({ first = 0, chunks }: LedgerState): number[] =>
  chunks.flatMap((version, at) => (version === NO_CHUNK ? [] : [first + at]));

/** Slots that the chunk of a number has. */
export const slotsOf = ({ next }: Pick<LedgerState, 'next'>, chunk: number): number =>
  Math.max(0, Math.min(CHUNK, next - chunk * CHUNK));
