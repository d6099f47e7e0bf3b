import type { Collection } from '../collection.ts';
import { aliveIn, CHUNK } from '../ledger/chunk.ts';
import { chunksOf, readState } from '../ledger/ledger-state.ts';
import { repairLedger } from '../ledger/rebuild-ledger.ts';
import { readIntegrity, writeIntegrity } from './integrity-state.ts';

/**
 * Holds chunks of the ledger against the essays that they name, on from where the last check left off: as many as have so many
 * slots. Where an essay does not stand in the slot that it names, the ledger is made anew.
 */
export async function checkSlots(collection: Collection, slots: number): Promise<void> {
  const chunks = chunksOf(await readState(collection.meta));
  const next = (await readIntegrity(collection)).chunk;
  // After the last, or where all that follow were let go of, from the first on again.
  const from = Math.max(
    0,
    chunks.findIndex((chunk) => chunk >= next),
  );
  const count = Math.min(chunks.length, Math.ceil(slots / CHUNK));
  for (let step = 0; step < count; step += 1) {
    if (!(await isRight(collection, chunks[(from + step) % chunks.length] ?? 0))) return repairLedger(collection);
  }
  await writeIntegrity(collection, { chunk: chunks[(from + count) % chunks.length] ?? 0 });
}

function isRight(collection: Collection, chunk: number): PromiseLike<boolean> {
  const { essays, ledger } = collection;
  return collection.transaction('r', [essays, ledger], async () => {
    const row = await ledger.get(chunk);
    const slots = row === undefined ? [] : aliveIn(row);
    const rows = await essays.bulkGet(slots.map(([, id]) => id));
    return slots.every(([at], place) => rows[place]?.doc === chunk * CHUNK + at);
  });
}
