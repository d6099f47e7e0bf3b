import type { IndexableType, Table } from 'dexie';
import type { Collection } from '../collection.ts';

/** Tables that grow with the collection. */
type CountedTable = 'essays' | 'captures' | 'bodies' | 'originals';

/** Keys that are counted in one request: whoever else asks the database meanwhile waits for one. */
const SLICE = 500;

/**
 * Counts the rows of a table, also within a transaction, some keys at a time. Chromium goes through the rows themselves to count them, up to 2.5 seconds for the bodies of
 * 100,000 essays, and answers nobody else before a count has ended: a page that opens meanwhile would wait for all of it.
 * `rest`, for none within a transaction, is waited for after each slice, and told the milliseconds that it took.
 */
export async function countKeys(
  collection: Collection,
  name: CountedTable,
  rest?: (took: number) => Promise<void>,
): Promise<number> {
  const table: Table<unknown, IndexableType> = collection.table(name);
  let [count, after]: [number, IndexableType | null] = [0, null];
  for (;;) {
    const began = performance.now();
    const others = after === null ? table.orderBy(':id') : table.where(':id').above(after);
    const keys: IndexableType[] = await others.limit(SLICE).primaryKeys();
    count += keys.length;
    const last = keys.at(-1);
    if (last === undefined || keys.length < SLICE) return count;
    after = last;
    if (rest !== undefined) await rest(performance.now() - began);
  }
}
