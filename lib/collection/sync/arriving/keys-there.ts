import { askWithin } from '../../read-at-once.ts';
import { textOfKey } from '../log-keys.ts';

/** Fewer keys than that are asked for one by one. */
const FEW = 50;
/** Keys that are read for each that is asked about, at most: to read sixteen keys in a row costs what one answer does. */
const TIMES = 16;
/** Keys read in one request at most: 32,000 took a page 92 ms on a busy machine, 20,000 up to 24. */
const MOST = 16_000;

/**
 * Those keys of a table, as texts, that lie between some, where they are not many more than those; null where each is to be asked for. A computer that is new
 * has nearly nothing of the thousands of rows that it is sent, and asking for each was half of its first sync. Within a transaction of Dexie's over the table.
 */
export async function keysThere(
  table: { readonly name: string },
  keys: readonly string[],
): Promise<Set<string> | null> {
  const wanted = new Set(keys);
  if (wanted.size < FEW) return null;
  const most = Math.min(wanted.size * TIMES, MOST);
  let [first = '', last = ''] = keys;
  for (const key of wanted) {
    if (key < first) first = key;
    if (key > last) last = key;
  }
  const [there] = await askWithin((store) => [store(table).getAllKeys(IDBKeyRange.bound(first, last), most)]);
  return there.length === most ? null : new Set(there.map(textOfKey));
}
