import type { Transaction } from 'dexie';
import { orderOf } from './integrity/finding-order.ts';
import { enterRows } from './ledger/enter-rows.ts';
import { type EssayRow, NO_DOC, noWork, type QuarantineRow } from './rows.ts';

/** Rows entered at a time: the ledger packs them by the thousand. */
const AT_A_TIME = 1024;

/** Findings put into order at a time: each may hold a text. */
const FINDINGS = 64;

/** Makes a collection of version 1 one of version 2: the reader's own work, empty, and a ledger of all essays. */
export async function fromVersion1(transaction: Transaction): Promise<void> {
  const essays = transaction.table<EssayRow, string>('essays');
  const tables = { ledger: transaction.table('ledger'), meta: transaction.table('meta') };
  const ids = await essays.toCollection().primaryKeys();
  for (let from = 0; from < ids.length; from += AT_A_TIME) {
    const rows = await essays.bulkGet(ids.slice(from, from + AT_A_TIME));
    const changes = rows.flatMap((row) =>
      row === undefined ? [] : [{ before: undefined, after: { ...row, ...noWork, doc: NO_DOC } }],
    );
    await essays.bulkPut([...(await enterRows(tables, changes))]);
  }
}

/** Findings come to stand in order, so that no page reads all of them: they hold the rows that they were found in. */
export async function orderFindings(transaction: Transaction): Promise<void> {
  const quarantine = transaction.table<QuarantineRow, string>('quarantine');
  const ids = await quarantine.toCollection().primaryKeys();
  for (let from = 0; from < ids.length; from += FINDINGS) {
    const rows = await quarantine.bulkGet(ids.slice(from, from + FINDINGS));
    await quarantine.bulkPut(rows.flatMap((row) => (row === undefined ? [] : [{ ...row, order: orderOf(row) }])));
  }
}
