import type { Row } from './row-text.ts';
import type { TableName } from './tables.ts';

/**
 * Does something with the rows of each part of a table of a backup, part by part. `old` has the keys of those of which nothing is news
 * here: all that the backup knows of them was known here when they were changed last.
 */
export type EachPart = (
  table: TableName,
  deed: (rows: readonly Row[], old: ReadonlySet<string>) => Promise<void>,
) => Promise<void>;
