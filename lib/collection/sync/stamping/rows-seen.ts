import type { DBCoreTable } from 'dexie';
import type { PlainRow } from '../../../sync/model/fields-of.ts';
import { textOfKey } from '../log-keys.ts';

/** Rows of a table that a transaction has read and not written since: an act reads what it changes, so that nothing is read twice. */
export interface RowsSeen {
  /** Remembers rows in the order of their keys; undefined for those that are not there. */
  readonly see: (keys: readonly unknown[], rows: readonly (PlainRow | undefined)[]) => void;
  /** A row that was read, which is about to be written; undefined for one that was not read. */
  readonly take: (key: string) => { readonly row: PlainRow | undefined } | undefined;
}

export function rowsSeen(): RowsSeen {
  const rows = new Map<string, { readonly row: PlainRow | undefined }>();
  return {
    see: (keys, read) => {
      for (const [at, key] of keys.entries()) rows.set(textOfKey(key), { row: read[at] });
    },
    take: (key) => {
      const row = rows.get(key);
      rows.delete(key);
      return row;
    },
  };
}

/** The reading half of a table, which remembers what it gave. */
export const seeing = (table: DBCoreTable, seen: RowsSeen): Pick<DBCoreTable, 'get' | 'getMany'> => ({
  get: (request) =>
    table.get(request).then((row: PlainRow | undefined) => {
      seen.see([request.key], [row]);
      return row;
    }),
  getMany: (request) =>
    table.getMany(request).then((rows: readonly (PlainRow | undefined)[]) => {
      seen.see(request.keys, rows);
      return [...rows];
    }),
});
