import { Dexie, type Table } from 'dexie';
import type { Collection } from './collection.ts';
import { DamagedLedger } from './ledger/damaged-ledger.ts';
import { repairLedger } from './ledger/rebuild-ledger.ts';
import { rowTables } from './put-rows.ts';

/**
 * Runs `work` in the transaction that writes essay rows, over `rowTables` and more tables. Where the ledger proves damaged, it is
 * made anew and the work done again, from its start: it must keep nothing outside of itself. Within such a transaction that is
 * open already, the work is part of that.
 */
export async function writingRows<T>(
  collection: Collection,
  tables: readonly Table[],
  work: () => PromiseLike<T>,
): Promise<T> {
  const write = (): PromiseLike<T> => collection.transaction('rw', [...rowTables(collection), ...tables], work);
  if (Dexie.currentTransaction) return write();
  try {
    return await write();
  } catch (error) {
    if (!(error instanceof DamagedLedger)) throw error;
    await repairLedger(collection);
    return write();
  }
}
