import type { Table } from 'dexie';
import type { CheckedTable } from '../checked/row-shapes.ts';
import type { Collection } from '../collection.ts';
import type { Row } from './row-text.ts';

/** A table that a backup holds. All others are worked out anew from these. */
export type TableName = Exclude<CheckedTable, 'jobs' | 'jobItems'>;

/** Tables whose rows belong to one essay each; `by` is the index that finds them. */
export const essayTables = [
  'essays',
  'captures',
  'bodies',
  'originals',
  'images',
  'highlights',
  'sent',
  'fingerprints',
] as const;
/** Small tables of the whole collection. */
export const sharedTables = ['tags', 'shelves', 'searches', 'clusters', 'apart'] as const;
/** Every table of a backup. */
export const tableNames: readonly TableName[] = [...sharedTables, ...essayTables];

/** Tables of a file that is handed over: nothing of the reader's device, programs and own judgement. */
export const handedTables: readonly TableName[] = [
  'tags',
  'shelves',
  'essays',
  'captures',
  'bodies',
  'originals',
  'images',
  'highlights',
];

/** A table of the collection by name, its rows as plain records. */
export const tableOf = (collection: Collection, name: TableName): Table<Row, string> => collection.table(name);
