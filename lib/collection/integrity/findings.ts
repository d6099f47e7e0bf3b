import type { Outcome } from '../../essay/outcome.ts';
import type { Collection } from '../collection.ts';
import type { QuarantineRow } from '../rows.ts';
import { attempt, type StorageProblem } from '../storage.ts';

/** The id of what is found wrong with a row; its key as a text, '' for the table as a whole. */
export const findingId = (table: string, key: string): string => `${table}\n${key}`;

/** The key of the row that a finding is of, as a text. */
export const keyOfFinding = ({ id, table }: Pick<QuarantineRow, 'id' | 'table'>): string => id.slice(table.length + 1);

/** A finding as it is made; what is left out is none. */
export type NewFinding = Pick<QuarantineRow, 'table' | 'reason'> & Partial<QuarantineRow> & { readonly key: string };

/**
 * Remembers findings, each once: what was put aside first, and when, stays until it is settled. Inside a transaction over
 * `quarantine`, or by itself.
 */
export async function noteFindings({ quarantine }: Collection, found: readonly NewFinding[]): Promise<void> {
  if (found.length === 0) return;
  const before = await quarantine.bulkGet(found.map(({ table, key }) => findingId(table, key)));
  const foundAt = new Date().toISOString();
  await quarantine.bulkPut(
    found.map(({ key, ...finding }, at): QuarantineRow => {
      const known = before[at];
      const made = { row: null, parts: [], essayId: '', title: '', settled: false, foundAt, ...finding };
      const kept = known === undefined || known.settled ? {} : { foundAt: known.foundAt, row: known.row ?? made.row };
      return { ...made, ...kept, id: findingId(finding.table, key) };
    }),
  );
}

/** Remembers that something was made anew as a whole, which settles it. Inside a transaction over `quarantine`, or by itself. */
export const noteRebuilt = (collection: Collection, table: 'ledger' | 'index', reason: string): Promise<void> =>
  noteFindings(collection, [{ table, key: '', reason: 'rebuilt', parts: [reason], settled: true }]);

/** Everything that was found wrong: what is left to be done first, then the newest first. */
export function listFindings({ quarantine }: Collection): Promise<Outcome<readonly QuarantineRow[], StorageProblem>> {
  return attempt(async () =>
    (await quarantine.toArray())
      .map(readable)
      .toSorted((one, other) => Number(one.settled) - Number(other.settled) || (one.foundAt < other.foundAt ? 1 : -1)),
  );
}

/** A finding whose own row is damaged is told as one of the table that it names. */
const readable = (row: QuarantineRow): QuarantineRow => {
  const text = (value: unknown): string => (typeof value === 'string' ? value : '');
  return {
    ...row,
    table: text(row.table),
    reason: text(row.reason) === '' ? 'unreadable' : row.reason,
    foundAt: text(row.foundAt),
    parts: Array.isArray(row.parts) ? row.parts.map(String) : [],
    essayId: text(row.essayId),
    title: text(row.title),
    settled: row.settled === true,
  };
};

/** Settles findings: they stay in the list as what was. Inside a transaction over `quarantine`, or by itself. */
export async function settleFindings({ quarantine }: Collection, ids: readonly string[]): Promise<void> {
  const rows = await quarantine.bulkGet([...ids]);
  await quarantine.bulkPut(rows.flatMap((row) => (row === undefined ? [] : [{ ...row, settled: true }])));
}

/** Forgets findings, with what was put aside of them. */
export function forgetFindings(
  { quarantine }: Collection,
  ids: readonly string[],
): Promise<Outcome<void, StorageProblem>> {
  return attempt(() => quarantine.bulkDelete([...ids]));
}

/** How many findings wait for the reader. */
export async function countOpenFindings(collection: Collection): Promise<number> {
  const found = await listFindings(collection);
  return found.ok ? found.value.filter(({ settled }) => !settled).length : 0;
}
