import type { Operation } from '../../../sync/model/operation.ts';
import { isPart } from '../../../sync/model/synced-tables.ts';
import type { StampedWrite, UnsentRow, UnsentStream } from '../sync-rows.ts';

/** Operations that one row takes of those that change fields, and of those that bring parts, whose rows are read together; and acts. */
const MOST = { fields: 500, parts: 50, acts: 100 };

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

/** What a write did to rows as rows of `unsent`. */
export function unsentWritesOf({ acts, ...write }: StampedWrite): readonly UnsentRow[] {
  const rows: UnsentRow[] = [];
  for (let at = 0; at < acts.length; at += MOST.acts)
    rows.push({ stream: 'writes', operations: [], write: { ...write, acts: acts.slice(at, at + MOST.acts) } });
  return rows;
}

/** How many rows some writes changed: those that the reader changes, and parts. */
export function countChanged(rows: readonly UnsentRow[]): { readonly waiting: number; readonly waitingParts: number } {
  const count = { waiting: 0, waitingParts: 0 };
  for (const { stream, operations, write } of rows)
    count[stream === 'acts' || stream === 'writes' ? 'waiting' : 'waitingParts'] +=
      write?.acts.length ?? new Set(operations.map(({ table, key }) => `${table}\n${key}`)).size;
  return count;
}

function streamOfTable(table: string): UnsentStream {
  if (table === 'originals' || table === 'images') return table;
  return isPart(table) ? 'parts' : 'acts';
}
