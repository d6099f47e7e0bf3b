import * as v from 'valibot';
import type { Collection } from '../collection.ts';

/** How far the checks of the collection are. Moments are UTC, ISO 8601; '' for never. */
export interface IntegrityState {
  /** The last essay that this round looked at; '' between two rounds. */
  readonly through: string;
  readonly roundBeganAt: string;
  /** When the last whole round ended, and how many essays it looked at. */
  readonly roundEndedAt: string;
  readonly roundOf: number;
  /** The last block of the search index that was looked at; none between two rounds of them. */
  readonly block: readonly number[];
  /** The next chunk of the ledger to be held against the essays. */
  readonly chunk: number;
  /** When anything was looked at last. */
  readonly lookedAt: string;
}

const KEY = 'integrity';

const text = v.fallback(v.string(), '');
const shape = v.object({
  through: text,
  roundBeganAt: text,
  roundEndedAt: text,
  roundOf: v.fallback(v.number(), 0),
  block: v.fallback(v.array(v.number()), []),
  chunk: v.fallback(v.number(), 0),
  lookedAt: text,
});

/** How far the checks are; whatever is stored wrongly counts as not there. */
export async function readIntegrity({ meta }: Collection): Promise<IntegrityState> {
  const value = (await meta.get(KEY))?.value;
  return v.parse(shape, v.is(v.looseObject({}), value) ? value : {});
}

/** Remembers how far the checks are. */
export async function writeIntegrity(collection: Collection, change: Partial<IntegrityState>): Promise<void> {
  const { meta } = collection;
  await collection.transaction('rw', meta, async () => {
    await meta.put({ key: KEY, value: { ...(await readIntegrity(collection)), ...change } });
  });
}
