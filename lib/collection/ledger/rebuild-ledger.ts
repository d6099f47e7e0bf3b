import type { Collection } from '../collection.ts';
import { CHUNK } from './chunk.ts';
import { enterRows } from './enter-rows.ts';
import { changedLedger, readState, STATE_KEY } from './ledger-state.ts';

/**
 * Makes the ledger anew from the essays, all or nothing, and takes the search index away, which is made of its numbers.
 * Numbers go on from where they were: a number that was given out is never another document's.
 */
export async function rebuildLedger(collection: Collection): Promise<void> {
  const { essays, ledger, meta, segments, postings, positions } = collection;
  await collection.transaction('rw', [essays, ledger, meta, segments, postings, positions], async () => {
    await Promise.all([ledger, segments, postings, positions].map((table) => table.clear()));
    const state = await readState(meta);
    const all = Array.from({ length: Math.ceil(state.next / CHUNK) }, (_, chunk) => chunk);
    await meta.put({ key: STATE_KEY, value: changedLedger(state, state.next, all, 0) });
    const ids = await essays.toCollection().primaryKeys();
    for (let from = 0; from < ids.length; from += CHUNK) {
      const rows = await essays.bulkGet(ids.slice(from, from + CHUNK));
      const changes = rows.flatMap((after) => (after === undefined ? [] : [{ before: undefined, after }]));
      await essays.bulkPut([...(await enterRows(collection, changes))]);
    }
  });
}
