import type { Table } from 'dexie';
import type { Collection } from './collection.ts';
import { enterRows, type RowChange } from './ledger/enter-rows.ts';
import { keepNewest } from './newest-rows.ts';

/** The tables that a transaction which writes essay rows needs. */
export const rowTables = ({ essays, ledger, meta, quarantine }: Collection): Table[] => [
  essays,
  ledger,
  meta,
  quarantine,
];

/** Writes essay rows and enters them into the ledger: the only way that they are written. Inside a transaction over `rowTables`. */
export async function putRows(collection: Collection, changes: readonly RowChange[]): Promise<void> {
  const rows = await enterRows(collection, changes);
  const gone = changes.flatMap(({ before, after }) => (before !== undefined && after === undefined ? [before.id] : []));
  // Asked for at once: the database writes in order.
  await Promise.all([
    gone.length > 0 ? collection.essays.bulkDelete(gone) : undefined,
    rows.length > 0 ? collection.essays.bulkPut([...rows]) : undefined,
    changes.length > 0 ? keepNewest(collection, changes, rows) : undefined,
  ]);
}
