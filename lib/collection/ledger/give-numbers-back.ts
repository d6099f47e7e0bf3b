import type { Collection } from '../collection.ts';
import { putRows } from '../put-rows.ts';
import { writingRows } from '../write-rows.ts';
import { aliveIn } from './chunk.ts';
import { readTrueState } from './ledger-state.ts';
import type { Ledger } from './read-ledger.ts';
import { MOST_DOCS, rebuildLedger } from './rebuild-ledger.ts';
import { DEAD } from './slot.ts';

/**
 * Gives dead numbers back where there are more of them than `spare` and than are alive: the essays of the ledger's first chunk get
 * new numbers, so that it can be let go of. So much is moved as died, and the ledger never holds much more than what is alive.
 * Numbers that come near their end begin at 0 again. True when something was done, and perhaps more is to be.
 */
export async function giveNumbersBack(collection: Collection, ledger: Ledger, spare: number): Promise<boolean> {
  if (ledger.base + ledger.size >= MOST_DOCS) {
    await rebuildLedger(collection);
    return true;
  }
  let dead = 0;
  for (let place = 0; place < ledger.size; place += 1) if (ledger.states[place] === DEAD) dead += 1;
  if (dead <= Math.max(spare, ledger.size - dead)) return false;
  const { essays, ledger: chunks, meta } = collection;
  return writingRows(collection, [], async () => {
    const state = await readTrueState(meta);
    // Another page was faster.
    if (state === null || state.version !== ledger.version) return true;
    const row = await chunks.get(state.first ?? 0);
    const rows = await essays.bulkGet(row === undefined ? [] : aliveIn(row).map(([, id]) => id));
    await putRows(
      collection,
      rows.flatMap((one) => (one === undefined ? [] : [{ before: one, after: one, moves: true }])),
    );
    return rows.length > 0;
  });
}
