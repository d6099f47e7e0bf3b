import { type DBCore, type DBCoreTable, type DBCoreTransaction, Dexie, type Middleware } from 'dexie';
import type { UncopiedRow } from '../rows.ts';
import { isCopied } from './copied-tables.ts';
import { keysOfRequest } from './keys-of-request.ts';

const MARKS = 'uncopied';
/** Keys that one mark names at most: copying reads the rows of some marks at a time. */
const KEYS = 50;

/**
 * Marks every row that is written or deleted as not copied yet, within the very transaction that changes it: no caller knows,
 * and no crash can part a row from its mark.
 */
export const markChanges: Middleware<DBCore> = {
  stack: 'dbcore',
  name: 'mark-changes',
  create: (down) => {
    // While an older database is raised to this version the marks have no table yet: it is copied as a whole afterwards.
    if (!down.schema.tables.some(({ name }) => name === MARKS)) return down;
    const marks = (): DBCoreTable => down.table(MARKS);
    return {
      ...down,
      transaction: (stores, mode, options) =>
        down.transaction(
          mode === 'readwrite' && stores.some(isCopied) ? [...new Set([...stores, MARKS])] : stores,
          mode,
          options,
        ),
      table: (name) => {
        const table = down.table(name);
        if (!isCopied(name)) return table;
        // Marked at the same time: the mark of a row that could not be written costs one look at what is there. Not awaited: Dexie's own
        // promises carry the transaction from one step to the next.
        const mutate: DBCoreTable['mutate'] = (request) =>
          keysOfRequest(table, request, (keys) => {
            const written = table.mutate(request);
            return Dexie.Promise.all([written, mark(marks(), request.trans, name, keys)]).then(() => written);
          });
        return { ...table, mutate };
      },
    };
  },
};

function mark(
  marks: DBCoreTable,
  trans: DBCoreTransaction,
  table: string,
  keys: readonly IDBValidKey[],
): Promise<unknown> {
  if (keys.length === 0) return Promise.resolve();
  return marks.mutate({ type: 'add', trans, values: [...marksOf(table, keys)] });
}

/** The marks that say of rows that they are not copied yet. */
export function marksOf(table: string, keys: readonly IDBValidKey[]): readonly UncopiedRow[] {
  const rows: UncopiedRow[] = [];
  for (let at = 0; at < keys.length; at += KEYS) rows.push({ table, keys: keys.slice(at, at + KEYS) });
  return rows;
}
