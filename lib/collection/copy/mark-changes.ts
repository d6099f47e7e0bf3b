import { type DBCore, type DBCoreTable, type DBCoreTransaction, Dexie, type Middleware } from 'dexie';
import { isCopied } from './copied-tables.ts';
import { keysOfRequest } from './keys-of-request.ts';
import type { MarkedRows, UncopiedRow } from './uncopied-row.ts';

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
    const mark = marker(() => down.table(MARKS));
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
            return Dexie.Promise.all([written, mark(request.trans, name, keys)]).then(() => written);
          });
        return { ...table, mutate };
      },
    };
  },
};

/**
 * Marks rows within a transaction. All that it is asked to write in one turn has one mark: each row of marks is four keys that the database looks for and
 * writes, and a keep writes six tables.
 */
function marker(
  marks: () => DBCoreTable,
): (trans: DBCoreTransaction, table: string, keys: readonly IDBValidKey[]) => PromiseLike<unknown> {
  const turns = new WeakMap<
    DBCoreTransaction,
    { readonly rows: MarkedRows[]; readonly written: PromiseLike<unknown> }
  >();
  return (trans, table, keys) => {
    if (keys.length === 0) return Dexie.Promise.resolve();
    const under = turns.get(trans);
    under?.rows.push({ table, keys });
    if (under !== undefined) return under.written;
    const rows: MarkedRows[] = [{ table, keys }];
    // A turn of the platform: Dexie ends one of its own with each table that is asked.
    const turn = new Dexie.Promise<void>((resolve) => queueMicrotask(resolve));
    const written = turn.then(() => {
      turns.delete(trans);
      return marks().mutate({ type: 'add', trans, values: [...marksOf(rows)] });
    });
    turns.set(trans, { rows, written });
    return written;
  };
}

/** The marks that say of rows that they are not copied yet. */
export function marksOf(rows: readonly MarkedRows[]): readonly UncopiedRow[] {
  const marks: UncopiedRow[] = [];
  const held: { rows: MarkedRows[]; size: number } = { rows: [], size: 0 };
  const close = (): void => {
    const [first, ...beside] = held.rows.splice(0);
    held.size = 0;
    if (first !== undefined) marks.push({ ...first, ...(beside.length > 0 && { beside }) });
  };
  for (const { table, keys } of rows) {
    for (let at = 0; at < keys.length; ) {
      const some = keys.slice(at, at + KEYS - held.size);
      held.rows.push({ table, keys: some });
      held.size += some.length;
      at += some.length;
      if (held.size === KEYS) close();
    }
  }
  close();
  return marks;
}
