import type { Row } from './row-text.ts';
import type { TableName } from './tables.ts';

/** Does something with the rows of each part of a table of a backup, part by part. */
export type EachPart = (table: TableName, deed: (rows: readonly Row[]) => Promise<void>) => Promise<void>;
