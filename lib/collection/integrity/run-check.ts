import { textsAfter } from '../checked/texts-after.ts';
import type { Collection } from '../collection.ts';
import type { FindCopies } from '../copy/find-copies.ts';
import { countKeys } from '../loss/count-keys.ts';
import { checkBlocks } from './check-blocks.ts';
import { checkEssays } from './check-essays.ts';
import { checkLedger } from './check-ledger.ts';
import { checkShared } from './check-shared.ts';
import { checkSlots } from './check-slots.ts';
import { findOrphans } from './find-orphans.ts';
import { readIntegrity, writeIntegrity } from './integrity-state.ts';

/** Essays looked at between two looks at whether to go on. */
const AT_A_TIME = 10;

/** How a check is watched. */
export interface CheckOptions {
  /** Essays to be looked at, at most; all that there are when left out. */
  readonly most?: number;
  /** Waits until there is time for more, and gives false to end here. */
  readonly goOn?: () => Promise<boolean>;
  readonly onProgress?: (done: number, of: number) => void;
  /** The second copy, from which what is damaged is put back; none when left out. */
  readonly copies?: FindCopies;
}

/**
 * Looks through the collection: the ledger against the essays, the shared tables, and essays with all that belongs to them, on
 * from where the last check left off; a round that comes to its end looks for what belongs to no essay, and begins anew. What can be
 * made anew is, and all that was found is remembered. Rejects when the database fails.
 */
export async function checkCollection(
  collection: Collection,
  { most = Number.POSITIVE_INFINITY, goOn = async () => true, onProgress = () => undefined, copies }: CheckOptions = {},
): Promise<void> {
  await checkLedger(collection);
  await checkSlots(collection, most);
  await checkBlocks(collection);
  await checkShared(collection, copies);
  const total = await countKeys(collection, 'essays');
  const state = await readIntegrity(collection);
  let { through } = state;
  let roundBeganAt = through === '' ? new Date().toISOString() : state.roundBeganAt;
  let done = 0;
  const wanted = Math.min(most, total);
  while (await goOn()) {
    const ids = await textsAfter(collection.essays, through).limit(AT_A_TIME).primaryKeys();
    await checkEssays(collection, ids, copies);
    done += ids.length;
    onProgress(Math.min(done, wanted), wanted);
    const ended = ids.length < AT_A_TIME;
    if (ended) await checkEssays(collection, await findOrphans(collection), copies);
    through = ended ? '' : (ids.at(-1) ?? '');
    await writeIntegrity(collection, {
      through,
      roundBeganAt,
      ...(ended ? { roundEndedAt: new Date().toISOString(), roundOf: total } : {}),
      lookedAt: new Date().toISOString(),
    });
    if (ended) roundBeganAt = new Date().toISOString();
    if (done >= wanted || (ended && done >= total)) break;
  }
  // Rows that were put right or made anew have their slots now.
  await checkLedger(collection);
}

/** Nobody else looks through the collection meanwhile; one that comes while another looks goes without, unless it `waits`. */
export const withCheckLock = (look: () => Promise<void>, waits = false): Promise<void> =>
  navigator.locks.request('wencun-check', { ifAvailable: !waits }, (lock) => (lock === null ? undefined : look()));
