import type { Collection } from '../collection.ts';
import { noteRebuilt } from '../integrity/findings.ts';
import { rowTables } from '../put-rows.ts';
import { aliveIn, CHUNK, isWholeChunk } from './chunk.ts';
import { DamagedLedger } from './damaged-ledger.ts';
import { enterRows } from './enter-rows.ts';
import {
  chunksOf,
  clearedLedger,
  emptyState,
  type LedgerState,
  readState,
  readTrueState,
  STATE_KEY,
  slotsOf,
} from './ledger-state.ts';
import { isEssayId } from './slot.ts';

/**
 * Makes the ledger anew from the essays, all or nothing, and takes the search index away, which is made of its numbers.
 * Numbers go on from where they were, so that one that was given out is no other document's; what is before them is not walked.
 */
export const rebuildLedger = (collection: Collection): Promise<void> => writing(collection, () => rebuild(collection));

/** Makes a damaged ledger anew, and remembers that; one that is whole, as where another page was faster, is left. */
export const repairLedger = (collection: Collection): Promise<void> =>
  writing(collection, async () => {
    const damage = await damageOf(collection);
    if (damage === null) return;
    await rebuild(collection);
    await noteRebuilt(collection, 'ledger', damage);
  });

const writing = (collection: Collection, work: () => Promise<void>): Promise<void> => {
  const { segments, postings, positions } = collection;
  return collection.transaction('rw', [...rowTables(collection), segments, postings, positions], work);
};

async function rebuild(collection: Collection): Promise<void> {
  const { essays, ledger, meta, segments, postings, positions } = collection;
  const state = await beforeRebuild(collection);
  await Promise.all([ledger, segments, postings, positions].map((table) => table.clear()));
  await meta.put({ key: STATE_KEY, value: clearedLedger(state.version + 1, state.next) });
  const ids = await essays.toCollection().primaryKeys();
  for (let from = 0; from < ids.length; from += CHUNK) {
    const rows = await essays.bulkGet(ids.slice(from, from + CHUNK));
    const changes = rows.flatMap((after) => (after === undefined ? [] : [{ before: undefined, after }]));
    await essays.bulkPut([...(await enterRows({ ledger, meta }, changes))]);
  }
}

/**
 * How far the ledger was. Where its state is lost, the numbers that are known to have been given out tell, and the clock gives
 * a version that none had: pages that hold the ledger in memory read it anew.
 */
async function beforeRebuild({ essays, ledger, meta }: Collection): Promise<LedgerState> {
  const stored = await readState(meta);
  const chunks = stored.version > 0 ? [] : (await ledger.toCollection().primaryKeys()).filter(Number.isSafeInteger);
  let next = Math.max(stored.next, ...chunks.map((chunk) => (chunk + 1) * CHUNK));
  await essays.each(({ doc }) => {
    if (Number.isSafeInteger(doc) && doc < MOST_DOCS) next = Math.max(next, doc + 1);
  });
  if (next > MOST_DOCS) next = 0;
  return stored.version > 0 ? { ...stored, next } : { ...emptyState, version: Math.floor(Date.now() / 1000), next };
}

/**
 * Numbers beyond are none that a ledger has given out: a row's own was damaged. A ledger that comes near begins at 0 again. Blocks
 * of the index write the double of a number in 32 bits.
 */
export const MOST_DOCS = 2 ** 30;

/** What is damaged of the ledger: in the words of the error; null when nothing is. Within a transaction over `ledgerTables`. */
export async function damageOf({ essays, ledger, meta }: Collection): Promise<string | null> {
  try {
    const state = await readTrueState(meta);
    if (state === null)
      return (await essays.count()) + (await ledger.count()) === 0 ? null : 'The ledger has no state.';
    const owners = new Map<string, number>();
    for (const chunk of chunksOf(state)) {
      const row = await ledger.get(chunk);
      if (!isWholeChunk(row, chunk, slotsOf(state, chunk))) return `Chunk ${chunk} of the ledger is damaged.`;
      for (const [at, id] of aliveIn(row)) owners.set(id, chunk * CHUNK + at);
    }
    let wrong: string | null = null;
    let live = 0;
    await essays.each(({ id, doc, trashedAt }) => {
      if (!isEssayId(id)) return;
      if (owners.get(id) !== doc) wrong ??= `Essay ${id} is not in its slot.`;
      else owners.delete(id);
      if (typeof trashedAt !== 'string' || trashedAt === '') live += 1;
    });
    if (wrong !== null) return wrong;
    const own = new Set<unknown>(chunksOf(state));
    if ((await ledger.toCollection().primaryKeys()).some((chunk) => !own.has(chunk)))
      return 'A chunk is none of the ledger’s.';
    if (owners.size > 0) return `${owners.size} slots are of no essay.`;
    return state.kept === undefined || state.kept === live ? null : 'The ledger counts wrong.';
  } catch (error) {
    if (error instanceof DamagedLedger) return error.message;
    throw error;
  }
}
