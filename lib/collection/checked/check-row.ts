import * as v from 'valibot';
import type {
  ApartRow,
  BodyRow,
  CaptureRow,
  ClusterRow,
  EssayRow,
  FingerprintRow,
  HighlightRow,
  ImageRow,
  JobItemRow,
  JobRow,
  OriginalRow,
  SearchRow,
  SentRow,
  ShelfRow,
  TagRow,
} from '../rows.ts';
import { mends } from './mends.ts';
import { type CheckedTable, rowShapes } from './row-shapes.ts';

/** The rows of each checked table. */
export interface RowOf {
  readonly essays: EssayRow;
  readonly captures: CaptureRow;
  readonly bodies: BodyRow;
  readonly originals: OriginalRow;
  readonly images: ImageRow;
  readonly highlights: HighlightRow;
  readonly sent: SentRow;
  readonly fingerprints: FingerprintRow;
  readonly tags: TagRow;
  readonly shelves: ShelfRow;
  readonly searches: SearchRow;
  readonly clusters: ClusterRow;
  readonly apart: ApartRow;
  readonly jobs: JobRow;
  readonly jobItems: JobItemRow;
}

/**
 * A row as it was read. `mended`: parts of it were none that its table has, and stand as blank, or as what was left of them;
 * `lost` names them. `unreadable`: too little is left to be shown as such a row.
 */
export type Checked<Row> =
  | { readonly is: 'whole'; readonly row: Row }
  | { readonly is: 'mended'; readonly row: Row; readonly lost: readonly string[] }
  | { readonly is: 'unreadable'; readonly lost: readonly string[] };

/** Looks at a row of a table. Never throws, and never changes what it was given. */
export function checkRow<Table extends CheckedTable>(table: Table, raw: unknown): Checked<RowOf[Table]> {
  const shape: v.LooseObjectSchema<v.ObjectEntries, undefined> = rowShapes[table];
  if (v.is(shape, raw)) return { is: 'whole', row: raw as unknown as RowOf[Table] };
  if (typeof raw !== 'object' || raw === null) return { is: 'unreadable', lost: [] };
  const values = raw as Readonly<Record<string, unknown>>;
  const ways: Readonly<Record<string, (value: unknown, row: Readonly<Record<string, unknown>>) => unknown>> =
    mends[table];
  const row: Record<string, unknown> = { ...values };
  const lost = Object.entries(shape.entries).flatMap(([name, entry]) => (v.is(entry, values[name]) ? [] : [name]));
  for (const name of lost) {
    const mended = ways[name]?.(values[name], values);
    if (mended === undefined) delete row[name];
    else row[name] = mended;
  }
  // A part that nothing can stand in for is still not there.
  return v.is(shape, row) ? { is: 'mended', row: row as unknown as RowOf[Table], lost } : { is: 'unreadable', lost };
}

/** The row of a table as far as it can be read; null for one that cannot. */
export function readableRow<Table extends CheckedTable>(table: Table, raw: unknown): RowOf[Table] | null {
  const checked = checkRow(table, raw);
  return checked.is === 'unreadable' ? null : checked.row;
}

/** The rows of a table that can be read, in their order. */
export const readableRows = <Table extends CheckedTable>(table: Table, raws: readonly unknown[]): RowOf[Table][] =>
  raws.flatMap((raw) => readableRow(table, raw) ?? []);

/** True when a row holds what rows of its table must. */
export const isWhole = (table: CheckedTable, raw: unknown): boolean => v.is(rowShapes[table], raw);
