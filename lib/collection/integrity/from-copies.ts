import { isAsStored } from '../checked/body-digest.ts';
import { checkRow, isWhole } from '../checked/check-row.ts';
import { isImageAsStored } from '../checked/image-digest.ts';
import type { CheckedTable } from '../checked/row-shapes.ts';
import { isCopied } from '../copy/copied-tables.ts';
import type { FindCopies } from '../copy/find-copies.ts';
import type { Change } from './change.ts';
import type { NewFinding } from './findings.ts';

/**
 * Changes that put right what is damaged, with the rows of the second copy in the place of what could be mended, where the copy
 * has them whole. Without a copy they stay as they are.
 */
export async function fromCopies(changes: readonly Change[], find: FindCopies | undefined): Promise<readonly Change[]> {
  const damaged = changes.filter(({ finding, table }) => finding !== null && isCopied(table));
  if (find === undefined || damaged.length === 0) return changes;
  const found = new Map<string, Readonly<Record<string, unknown>>>();
  for (const table of new Set(damaged.map((change) => change.table))) {
    if (!isCopied(table)) continue;
    const keys = damaged.filter((change) => change.table === table).map(({ key }) => key as IDBValidKey);
    // What the files do not give is mended as far as it can be.
    const copies = await find(table, keys).catch(() => new Map<string, Readonly<Record<string, unknown>>>());
    for (const [key, row] of copies) found.set(`${table} ${key}`, row);
  }
  return Promise.all(
    changes.map(async (change): Promise<Change> => {
      const copy = change.finding === null ? undefined : found.get(`${change.table} ${JSON.stringify(change.key)}`);
      if (copy === undefined || !(await isGood(change, copy))) return change;
      const finding = change.finding && { ...change.finding, reason: 'rebuilt' as const, settled: true };
      return { ...change, after: copy, finding };
    }),
  );
}

/** What is missing or changed, as changes that put nothing in its place yet: a copy may. */
export const changesOf = (findings: readonly NewFinding[], before: (finding: NewFinding) => unknown): Change[] =>
  findings.flatMap((finding): Change[] => {
    const there = before(finding);
    const table = finding.table;
    if (!isCheckedCopy(table)) return [];
    return [{ table, key: finding.key, before: there, after: (there ?? null) as object | null, finding }];
  });

/** Of who changed what nothing is checked: it is joined anew from the log. */
const isCheckedCopy = (table: string): table is CheckedTable => isCopied(table) && table !== 'stamps';

async function isGood({ table }: Change, copy: unknown): Promise<boolean> {
  if (table === 'images') {
    const checked = checkRow('images', copy);
    return checked.is === 'whole' && (await isImageAsStored(checked.row));
  }
  if (table !== 'bodies') return isWhole(table, copy);
  const checked = checkRow('bodies', copy);
  return checked.is === 'whole' && (await isAsStored(checked.row));
}
