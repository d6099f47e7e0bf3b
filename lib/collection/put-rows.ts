import type { Table } from 'dexie';
import type { Collection } from './collection.ts';
import { entriesOf, type LedgerAhead, type RowChange } from './ledger/enter-rows.ts';
import { STATE_KEY } from './ledger/ledger-state.ts';
import { NEWEST_KEY, newestAfter, recordNewest } from './newest-rows.ts';
import { askWithin } from './read-at-once.ts';
import type { EssayRow } from './rows.ts';

/** The tables that a transaction which writes essay rows needs. */
export const rowTables = ({ essays, ledger, meta, quarantine }: Collection): Table[] => [
  essays,
  ledger,
  meta,
  quarantine,
];

/** What writing essay rows begins with. */
interface RowsAhead extends LedgerAhead {
  /** The record of the newest rows. */
  readonly newest: LedgerAhead['state'];
}

/**
 * Reads what writing essay rows begins with, for a transaction that reads more at the same time; nothing may be written to these
 * tables between. `isNew`: new essays are to be written, whose slots are in the last chunk.
 */
export async function readRowsAhead({ ledger, meta }: Collection, isNew: boolean): Promise<RowsAhead> {
  const [state, newest, cursor] = await askWithin((store) => [
    store(meta).get(STATE_KEY),
    store(meta).get(NEWEST_KEY),
    ...(isNew ? [store(ledger).openCursor(null, 'prev')] : []),
  ]);
  return { state, newest, last: cursor?.value };
}

/** Essay rows put at a time: some ten milliseconds. */
const AT_A_TIME = 100;

/** The first are asked for at once, with what else is written. */
async function putEssays({ essays }: Collection, rows: readonly EssayRow[]): Promise<void> {
  for (let at = 0; at < rows.length; at += AT_A_TIME) await essays.bulkPut(rows.slice(at, at + AT_A_TIME));
}

/**
 * Writes essay rows and enters them into the ledger: the only way that they are written. Inside a transaction over `rowTables`.
 * `ahead`: what was read before; `beside`: asks for what else is to be written at the same time.
 */
export async function putRows(
  collection: Collection,
  changes: readonly RowChange[],
  ahead?: RowsAhead,
  beside: () => readonly PromiseLike<unknown>[] = () => [],
): Promise<void> {
  if (changes.length === 0) {
    await Promise.all(beside());
    return;
  }
  const read = ahead ?? (await readRowsAhead(collection, false));
  const { rows, state, writeChunks } = await entriesOf(collection, changes, read);
  const newest = newestAfter(read.newest, changes, rows);
  const gone = changes.flatMap(({ before, after }) => (before !== undefined && after === undefined ? [before.id] : []));
  const facts = [state, newest === 'lost' ? null : newest].filter((row) => row !== null);
  // Asked for at once: the database writes in order.
  await Promise.all([
    ...beside(),
    ...writeChunks(),
    gone.length > 0 ? collection.essays.bulkDelete(gone) : undefined,
    putEssays(collection, rows),
    facts.length > 0 ? collection.meta.bulkPut(facts) : undefined,
  ]);
  if (newest === 'lost') await recordNewest(collection);
}
