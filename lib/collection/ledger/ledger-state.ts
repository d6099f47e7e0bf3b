import { CHUNK } from './chunk.ts';

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
  /** For each chunk, the version that wrote it last. */
  readonly chunks: readonly number[];
  /** Essays in it, the trash apart; the state of a ledger that was written before they were counted has none. */
  readonly kept?: number;
}

interface MetaTable {
  get(key: string): PromiseLike<MetaRow | undefined>;
}

/** The state of the ledger; of an empty one when nothing was entered yet. */
export async function readState(meta: MetaTable): Promise<LedgerState> {
  const row = await meta.get(STATE_KEY);
  return (row?.value as LedgerState | undefined) ?? { version: 0, next: 0, chunks: [], kept: 0 };
}

/** The state after `touched` chunks were written, document numbers up to `next` given out, and `kept` essays stand in it. */
export function changedLedger(state: LedgerState, next: number, touched: readonly number[], kept: number): LedgerState {
  const version = state.version + 1;
  const written = new Set(touched);
  const count = Math.ceil(next / CHUNK);
  const chunks = Array.from({ length: count }, (_, chunk) =>
    written.has(chunk) ? version : (state.chunks[chunk] ?? version),
  );
  return { version, next, chunks, kept };
}
