import { checksumOfNumbers } from '../../essay/checksum.ts';
import { CHUNK } from './chunk.ts';
import { DamagedLedger } from './damaged-ledger.ts';

/** A row of the table `meta`: one fact about the collection as a whole. */
export interface MetaRow {
  readonly key: string;
  readonly value: unknown;
}

/** The key of the ledger's state in `meta`: whoever watches it is told of every change of the ledger. */
export const STATE_KEY = 'ledger-version';

/** How far the ledger is. */
export interface LedgerState {
  /** Grows by one with every change. */
  readonly version: number;
  /** The number of the next document. */
  readonly next: number;
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
export async function readTrueState(meta: MetaTable): Promise<LedgerState | null> {
  const row = await meta.get(STATE_KEY);
  if (row === undefined) return null;
  if (!isState(row.value)) throw new DamagedLedger('The state of the ledger cannot be read.');
  return row.value;
}

/** The state after `touched` chunks were written, document numbers up to `next` given out, and `kept` essays stand in it. */
export function changedLedger(state: LedgerState, next: number, touched: readonly number[], kept: number): LedgerState {
  const version = state.version + 1;
  const written = new Set(touched);
  const count = Math.ceil(next / CHUNK);
  const chunks = Array.from({ length: count }, (_, chunk) =>
    written.has(chunk) ? version : (state.chunks[chunk] ?? version),
  );
  return summed({ version, next, chunks, kept });
}

/** The state of a ledger whose numbers up to `next` are all dead, so that it is filled anew. */
export function clearedLedger(version: number, next: number): LedgerState {
  return summed({ version, next, chunks: Array.from({ length: Math.ceil(next / CHUNK) }, () => NO_CHUNK), kept: 0 });
}

const summed = (state: LedgerState): LedgerState => ({ ...state, sum: sumOf(state) });

const sumOf = ({ version, next, chunks, kept }: LedgerState): number =>
  checksumOfNumbers([version, next, kept ?? -1, ...chunks]);

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

function isState(value: unknown): value is LedgerState {
  if (typeof value !== 'object' || value === null) return false;
  const { version, next, chunks, kept, sum } = value as Readonly<Record<keyof LedgerState, unknown>>;
  const shaped =
    isCount(version) &&
    isCount(next) &&
    Array.isArray(chunks) &&
    chunks.every(isCount) &&
    chunks.length === Math.ceil(next / CHUNK) &&
    (kept === undefined || isCount(kept));
  return shaped && (sum === undefined || sum === sumOf(value as LedgerState));
}

/** Slots that the chunk of a number has. */
export const slotsOf = ({ next }: Pick<LedgerState, 'next'>, chunk: number): number =>
  Math.max(0, Math.min(CHUNK, next - chunk * CHUNK));
