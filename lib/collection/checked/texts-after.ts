import type { Collection as Rows, Table } from 'dexie';

/**
 * The rows of a table whose keys are texts, after one of them. Lists are keys beyond all texts: whoever goes on from the text of one
 * would find it again for ever.
 */
export const textsAfter = <Row>(table: Table<Row, string>, key: string): Rows<Row, string> =>
  table.where(':id').between(key, [], false, false);
