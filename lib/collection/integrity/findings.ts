import type { Outcome } from '../../essay/outcome.ts';
import type { Collection } from '../collection.ts';
import type { QuarantineRow } from '../rows.ts';
import { attempt, type StorageProblem } from '../storage.ts';
import { OPEN, orderOf, SETTLED } from './finding-order.ts';

/** Findings read at a time where all are wanted. */
const AT_A_TIME = 64;

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
      return ordered({ ...made, ...kept, id: findingId(finding.table, key) });
    }),
  );
}

/** Remembers that something was made anew as a whole, which settles it. Inside a transaction over `quarantine`, or by itself. */
export const noteRebuilt = (collection: Collection, table: 'ledger' | 'index', reason: string): Promise<void> =>
  noteFindings(collection, [{ table, key: '', reason: 'rebuilt', parts: [reason], settled: true }]);

/** What was found wrong, as far as it was asked for. */
export interface Findings {
  /** What is left to be done, and what was: each the newest first. */
  readonly open: readonly QuarantineRow[];
  readonly past: readonly QuarantineRow[];
  /** How many there are of each. */
  readonly openCount: number;
  readonly pastCount: number;
}

/** Lists findings, `most` of what is left to be done and as many of what was: each holds the row that it was found in. */
export function listFindings(collection: Collection, most: number): Promise<Outcome<Findings, StorageProblem>> {
  return attempt(async () => {
    const { quarantine } = collection;
    const [all, pastCount, orderedOpen] = await Promise.all([
      quarantine.count(),
      inOrder(quarantine, SETTLED).count(),
      inOrder(quarantine, OPEN).count(),
    ]);
    const past = await inOrder(quarantine, SETTLED).reverse().limit(most).toArray();
    const open = await inOrder(quarantine, OPEN).reverse().limit(most).toArray();
    const rows = [
      ...open,
      ...(all === pastCount + orderedOpen ? [] : await withoutOrder(quarantine, most - open.length)),
    ];
    return { open: rows.map(readable), past: past.map(readable), openCount: all - pastCount, pastCount };
  });
}

/** Gives all that is left to be done to `take`, some at a time. Rejects when the database fails. */
export async function eachOpenFinding(
  { quarantine }: Collection,
  take: (rows: readonly QuarantineRow[]) => Promise<void>,
): Promise<void> {
  const settled = new Set(await inOrder(quarantine, SETTLED).primaryKeys());
  const ids = (await quarantine.toCollection().primaryKeys()).filter((id) => !settled.has(id));
  for (let from = 0; from < ids.length; from += AT_A_TIME) {
    const rows = await quarantine.bulkGet(ids.slice(from, from + AT_A_TIME));
    await take(rows.flatMap((row) => (row === undefined ? [] : [readable(row)])));
  }
}

const inOrder = (quarantine: Collection['quarantine'], [first, end]: readonly [string, string]) =>
  quarantine.where('order').between(first, end, true, false);

/** Findings whose own rows are damaged, so that they have no order: they count as open. */
async function withoutOrder(quarantine: Collection['quarantine'], most: number): Promise<readonly QuarantineRow[]> {
  const ordered = new Set(await inOrder(quarantine, [SETTLED[0], OPEN[1]]).primaryKeys());
  const ids = (await quarantine.toCollection().primaryKeys()).filter((id) => !ordered.has(id));
  const rows = await quarantine.bulkGet(ids.slice(0, Math.max(0, most)));
  return rows.flatMap((row) => row ?? []);
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
  await quarantine.bulkPut(rows.flatMap((row) => (row === undefined ? [] : [ordered({ ...row, settled: true })])));
}

/** Forgets findings, with what was put aside of them. */
export function forgetFindings(
  { quarantine }: Collection,
  ids: readonly string[],
): Promise<Outcome<void, StorageProblem>> {
  return attempt(() => quarantine.bulkDelete([...ids]));
}

/** How many findings wait for the reader: counted by keys, since each holds the row that it was found in. Rejects when the database fails. */
export async function countOpenFindings({ quarantine }: Collection): Promise<number> {
  const [all, settled] = await Promise.all([quarantine.count(), inOrder(quarantine, SETTLED).count()]);
  return all - settled;
}

const ordered = (row: Omit<QuarantineRow, 'order'>): QuarantineRow => ({ ...row, order: orderOf(row) });
