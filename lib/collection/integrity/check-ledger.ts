import type { Collection } from '../collection.ts';
import { isWholeChunk } from '../ledger/chunk.ts';
import { DamagedLedger } from '../ledger/damaged-ledger.ts';
import { chunksOf, type LedgerState, readTrueState, slotsOf } from '../ledger/ledger-state.ts';
import { repairLedger } from '../ledger/rebuild-ledger.ts';
import { DEAD, LIVE } from '../ledger/slot.ts';
import { countKeys } from '../loss/count-keys.ts';

/** Looks that are given up because something was written meanwhile; the next has the database to itself. */
const LOOKS = 3;

/**
 * Looks whether the ledger counts as many essays as there are, and numbers no more than it gave out; makes it anew where it does
 * not. To be called at each start: it reads the ledger and counts keys, and no essay. Who writes meanwhile does not wait for it: one look at 100,000 essays takes a second.
 */
export async function checkLedger(collection: Collection): Promise<void> {
  if (!(await isPlausible(collection))) await repairLedger(collection);
}

async function isPlausible(collection: Collection): Promise<boolean> {
  const { essays, ledger, meta } = collection;
  try {
    for (let look = 0; look < LOOKS; look += 1) {
      const state = await readTrueState(meta);
      const plausible = await fits(collection, state);
      // Each change of an essay is one of the ledger.
      if ((await readTrueState(meta))?.version === state?.version) return plausible;
    }
    return await collection.transaction('r', [essays, ledger, meta], async () =>
      fits(collection, await readTrueState(meta)),
    );
  } catch (error) {
    if (error instanceof DamagedLedger) return false;
    throw error;
  }
}

/** True where essays and ledger fit each other by its state. */
async function fits(collection: Collection, state: LedgerState | null): Promise<boolean> {
  const { ledger } = collection;
  const [count, chunks] = [await countKeys(collection, 'essays'), await ledger.count()];
  if (state === null) return count === 0 && chunks === 0;
  let [alive, live] = [0, 0];
  for (const chunk of chunksOf(state)) {
    const row = await ledger.get(chunk);
    if (!isWholeChunk(row, chunk, slotsOf(state, chunk))) return false;
    for (const one of row.states) {
      if (one !== DEAD) alive += 1;
      if (one === LIVE) live += 1;
    }
  }
  return alive === count && (state.kept ?? live) === live && chunks === chunksOf(state).length;
}
