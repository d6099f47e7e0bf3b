import * as v from 'valibot';
import type { Collection } from '../collection.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const shape = v.object({
  /** When it was noticed: UTC, ISO 8601. */
  at: v.string(),
  /** When the collection was last seen whole: UTC, ISO 8601. */
  seenAt: v.string(),
  /** Essays that it had then, and those that were found. */
  before: count,
  found: count,
  /** Essays put back from the second copy so far, and rows of all tables; null where there is no second copy. */
  restored: v.nullable(v.object({ essays: count, rows: count, damaged: count })),
  /** `rebuilding` while rows are still put back. */
  state: v.picklist(['rebuilding', 'ended']),
});

/** That essays were lost, and what became of them: told to the reader until he has seen it. */
export type Loss = Readonly<v.InferOutput<typeof shape>>;

const KEY = 'loss';

/** The loss that is to be told; null for none. */
export async function readLoss({ meta }: Pick<Collection, 'meta'>): Promise<Loss | null> {
  const value = (await meta.get(KEY))?.value;
  return v.is(shape, value) ? value : null;
}

/** Writes down a loss, or how far mending it is. */
export async function putLoss({ meta }: Pick<Collection, 'meta'>, loss: Loss): Promise<void> {
  await meta.put({ key: KEY, value: loss });
}

/** The reader has seen it. */
export async function forgetLoss({ meta }: Pick<Collection, 'meta'>): Promise<void> {
  await meta.delete(KEY);
}

/** Essays that are still missing. While there are any, a backup made by itself would take a fuller one's place. */
export const missingOf = ({ before, found, restored }: Loss): number =>
  Math.max(0, before - found - (restored?.essays ?? 0));
