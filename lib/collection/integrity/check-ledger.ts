import type { Collection } from '../collection.ts';
import { isWholeChunk } from '../ledger/chunk.ts';
import { DamagedLedger } from '../ledger/damaged-ledger.ts';
import { chunksOf, readTrueState, slotsOf } from '../ledger/ledger-state.ts';
import { repairLedger } from '../ledger/rebuild-ledger.ts';
import { DEAD, LIVE } from '../ledger/slot.ts';
import { countKeys } from '../loss/count-keys.ts';

/**
 * Looks whether the ledger counts as many essays as there are, and numbers no more than it gave out; makes it anew where it does
 * not. To be called at each start: it reads the ledger and counts keys, and no essay.
 */
export async function checkLedger(collection: Collection): Promise<void> {
  if (!(await isPlausible(collection))) await repairLedger(collection);
}

function isPlausible(collection: Collection): PromiseLike<boolean> {
  const { essays, ledger, meta } = collection;
  return collection.transaction('r', [essays, ledger, meta], async () => {
    try {
      const [state, count] = [await readTrueState(meta), await countKeys(collection, 'essays')];
      if (state === null) return count === 0 && (await ledger.count()) === 0;
      let [alive, live] = [0, 0];
      for (const chunk of chunksOf(state)) {
        const row = await ledger.get(chunk);
        if (!isWholeChunk(row, chunk, slotsOf(state, chunk))) return false;
        for (const one of row.states) {
          if (one !== DEAD) alive += 1;
          if (one === LIVE) live += 1;
        }
      }
      const chunks = await ledger.count();
      return alive === count && (state.kept ?? live) === live && chunks === chunksOf(state).length;
    } catch (error) {
      if (error instanceof DamagedLedger) return false;
      throw error;
    }
  });
}
