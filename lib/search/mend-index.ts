import type { Collection } from '../collection/collection.ts';
import { noteRebuilt } from '../collection/integrity/findings.ts';
import { DamagedLedger } from '../collection/ledger/damaged-ledger.ts';
import { repairLedger } from '../collection/ledger/rebuild-ledger.ts';
import { StaleIndex } from './index/block-cache.ts';
import { DamagedIndex } from './index/damaged-index.ts';
import { clearIndex } from './index/indexer.ts';

/** Times that a search mends what it meets before it gives up. */
const TIMES = 3;

/**
 * Runs `read`; where the ledger or the index proves damaged, the one is made anew and the other taken away (its documents are found
 * in the tail until it is made anew), which is remembered, and `read` runs again.
 */
export async function mending<T>(collection: Collection, read: () => Promise<T>): Promise<T> {
  for (let times = 1; ; times += 1) {
    try {
      return await read();
    } catch (error) {
      if (times > TIMES || !(await mend(collection, error))) throw error;
    }
  }
}

/** False for an error that nothing here mends. */
async function mend(collection: Collection, error: unknown): Promise<boolean> {
  if (error instanceof DamagedLedger) await repairLedger(collection);
  else if (error instanceof DamagedIndex || error instanceof StaleIndex) {
    await clearIndex(collection);
    await noteRebuilt(collection, 'index', error.message);
  } else return false;
  return true;
}
