import type { Collection } from '../../collection/collection.ts';
import { clearIndex } from './indexer.ts';

/**
 * Which fields the documents of the index hold, and how it is stored; raised when that changes. 2: key words, abstract, issue and
 * note as well. 3: in files, with the texts.
 */
const FIELDS = 3;
const KEY = 'search-fields';

/** Takes away an index of fewer fields than are searched now; it is made anew as any tail is, and until then all is found in the tail. */
export async function renewIndex(collection: Collection): Promise<void> {
  const { meta, segments } = collection;
  if ((await meta.get(KEY))?.value === FIELDS) return;
  if ((await segments.count()) > 0) await clearIndex(collection);
  await meta.put({ key: KEY, value: FIELDS });
}
