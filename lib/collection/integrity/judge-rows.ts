import { checkRow } from '../checked/check-row.ts';
import type { CheckedTable } from '../checked/row-shapes.ts';
import { textOfKey } from '../sync/log-keys.ts';
import type { Change } from './change.ts';
import { findingOf } from './put-aside.ts';

/** The keys of each table's rows, by the names of their parts. */
const keyPaths = {
  essays: ['id'],
  captures: ['id'],
  bodies: ['captureId'],
  originals: ['captureId'],
  images: ['essayId', 'address'],
  highlights: ['id'],
  sent: ['id'],
  fingerprints: ['essayId'],
  tags: ['id'],
  shelves: ['id'],
  searches: ['id'],
  clusters: ['id'],
  apart: ['id'],
  jobs: ['id'],
  jobItems: ['job', 'number'],
} as const satisfies Readonly<Record<CheckedTable, readonly string[]>>;

/** The key of a row as it is stored. */
export function keyOfRow(table: CheckedTable, row: unknown): Change['key'] {
  const values = row as Readonly<Record<string, string>>;
  const [one = '', other] = keyPaths[table].map((name) => values[name] ?? '');
  return other === undefined ? one : [one, other];
}

/** A key as a text, by which findings are distinguished. That of a damaged row may be a number or a moment. */
export const keyText = (key: Change['key']): string => textOfKey(key);

/** What can be known of rows by their shape: damaged ones are mended, and those that cannot be read are taken out; the row is put aside first. */
export function judgeRows(table: CheckedTable, rows: readonly unknown[]): readonly Change[] {
  return rows.flatMap((raw): Change[] => {
    const checked = checkRow(table, raw);
    if (checked.is === 'whole') return [];
    const key = keyOfRow(table, raw);
    const finding = findingOf(table, keyText(key), raw, checked.lost, checked.is);
    return [{ table, key, before: raw, after: checked.is === 'mended' ? checked.row : null, finding }];
  });
}
