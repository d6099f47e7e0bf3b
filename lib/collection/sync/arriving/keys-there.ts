import { askWithin } from '../../read-at-once.ts';
import { textOfKey } from '../log-keys.ts';

/** Fewer keys than that are asked for one by one. */
const FEW = 50;
/** Keys of a table that are read for each that is asked about, at most: to read sixteen keys in a row costs what one answer does. */
const TIMES = 16;
/** Keys read in one request at most: 32,000 took a page 92 ms on a busy machine, 20,000 up to 24. */
const MOST = 16_000;

/**
 * The keys of a table, as texts, where it has not many more than `count`; null where each is to be asked for. A computer that is new has nearly
 * nothing of the thousands of rows that it is sent, and asking for each was half of its first sync. Within a transaction of Dexie's over the table.
 */
export async function keysThere(table: { readonly name: string }, count: number): Promise<Set<string> | null> {
  if (count < FEW) return null;
  const most = Math.min(count * TIMES, MOST);
  const [keys] = await askWithin((store) => [store(table).getAllKeys(null, most)]);
  return keys.length === most ? null : new Set(keys.map(textOfKey));
}
