import type { IndexableType, Collection as Rows, Table } from 'dexie';
import type { Collection } from '../collection.ts';
import type { Rests } from '../telling/give-way.ts';

/** Tables that grow with the collection. */
type CountedTable = 'essays' | 'captures' | 'bodies' | 'originals';

/** Keys that are counted in one request: whoever else asks the database meanwhile waits for one. */
const SLICE = 500;

/**
 * Counts the rows of a table, also within a transaction, some keys at a time. Chromium goes through the rows themselves to count them, up to 2.5 seconds for the bodies of
 * 100,000 essays, and answers nobody else before a count has ended: a page that opens meanwhile would wait for all of it. Of a slice the last key alone is
 * brought here: each key of text leaves a string behind that Chromium shares with the script, and hundreds of thousands of them are let go of in one task.
 * `rest`, for none within a transaction, is waited for after each slice, and told the milliseconds that it took.
 */
export async function countKeys(collection: Collection, name: CountedTable, rest?: Rests): Promise<number> {
  const table: Table<unknown, IndexableType> = collection.table(name);
  let [count, after]: [number, IndexableType | null] = [0, null];
  for (;;) {
    const began = performance.now();
    const others: Rows<unknown, IndexableType> =
      after === null ? table.orderBy(':id') : table.where(':id').above(after);
    const [last] = await others
      .clone()
      .offset(SLICE - 1)
      .limit(1)
      .primaryKeys();
    if (last === undefined) return count + (await others.limit(SLICE).primaryKeys()).length;
    count += SLICE;
    after = last;
    if (rest !== undefined) await rest(performance.now() - began);
  }
}
