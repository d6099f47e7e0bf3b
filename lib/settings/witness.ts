import * as v from 'valibot';
import { browser } from 'wxt/browser';
import type { Witness } from '../collection/loss/witness.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const shape = v.object({
  collection: v.pipe(v.string(), v.minLength(1)),
  counts: v.object({ essays: count, captures: count, bodies: count, originals: count }),
  seenAt: v.string(),
});

const KEY = 'witness';

/** What was last seen of the collection; null where it was never seen, or the browser's storage was cleared. */
export async function readWitness(): Promise<Witness | null> {
  const { [KEY]: stored } = await browser.storage.local.get(KEY);
  return v.is(shape, stored) ? stored : null;
}

/** Remembers what was seen. Rejects when the browser cannot store it. */
export async function writeWitness(witness: Witness): Promise<void> {
  await browser.storage.local.set({ [KEY]: witness });
}
