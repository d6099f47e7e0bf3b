import type { Operation } from '../../../sync/model/operation.ts';
import { isPart } from '../../../sync/model/synced-tables.ts';
import type { UnsentRow, UnsentStream } from '../sync-rows.ts';

/** Operations that one row takes of those that change fields, and of those that bring parts, whose rows are read together. */
const MOST = { fields: 500, parts: 50 };

/** The operations of one write as rows of `unsent`. */
export function unsentRowsOf(operations: readonly Operation[]): readonly UnsentRow[] {
  const rows: UnsentRow[] = [];
  for (const stream of ['acts', 'parts', 'originals', 'images'] as const) {
    const own = operations.filter(({ table }) => streamOfTable(table) === stream);
    const most = stream === 'acts' ? MOST.fields : MOST.parts;
    for (let at = 0; at < own.length; at += most) rows.push({ stream, operations: own.slice(at, at + most) });
  }
  return rows;
}

/** How many rows the operations of some writes change: those that the reader changes, and parts. */
export function countChanged(rows: readonly UnsentRow[]): { readonly waiting: number; readonly waitingParts: number } {
  const count = { waiting: 0, waitingParts: 0 };
  for (const { stream, operations } of rows)
    count[stream === 'acts' ? 'waiting' : 'waitingParts'] += new Set(
      operations.map(({ table, key }) => `${table}\n${key}`),
    ).size;
  return count;
}

function streamOfTable(table: string): UnsentStream {
  if (table === 'originals' || table === 'images') return table;
  return isPart(table) ? 'parts' : 'acts';
}
