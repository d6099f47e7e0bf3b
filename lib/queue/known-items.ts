import type { Collection } from '../collection/collection.ts';
import { findByUrls } from '../collection/get-essay.ts';
import type { EssayRow } from '../collection/rows.ts';
import { type Item, interrupted } from '../queue-plan/job.ts';

/** An essay of a queue that is in the collection, and how its item counts. */
export interface KnownItem {
  readonly as: 'kept' | 'already';
  readonly essayId: string;
}

/**
 * The waiting essays that are in the collection, by number: none of them is to be fetched. One that was asked for when the
 * worker stopped, and that is kept since the job was made, was kept by it. A collection that cannot be read tells of none:
 * keeping shows that.
 */
export async function knownItems(
  collection: Collection,
  items: readonly Item[],
  madeAt: string,
): Promise<ReadonlyMap<number, KnownItem>> {
  const waiting = items.filter(({ kind, state }) => kind === 'essay' && state === 'waiting');
  const found = await findByUrls(
    collection,
    waiting.map(({ address }) => address),
  );
  if (!found.ok) return new Map();
  const known = new Map<number, KnownItem>();
  for (const [at, item] of waiting.entries()) {
    const row = found.value[at];
    if (row) known.set(item.number, { as: itemStateOf(item, row, madeAt), essayId: row.id });
  }
  return known;
}

/** How they count, by number. */
export const knownStates = (known: ReadonlyMap<number, KnownItem>): ReadonlyMap<number, KnownItem['as']> =>
  new Map(Array.from(known, ([number, { as }]) => [number, as]));

/** How an item counts whose essay is in the collection. */
export const itemStateOf = (item: Item, { keptAt }: EssayRow, madeAt: string): 'kept' | 'already' =>
  item.reason === interrupted && keptAt >= madeAt ? 'kept' : 'already';
