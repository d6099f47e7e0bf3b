import type { Collection } from '../collection/collection.ts';
import { readState } from '../collection/ledger/ledger-state.ts';
import { listSegments, tailOf } from './index/segments.ts';
import { usualSizes } from './index/sizes.ts';
import { openSearch } from './open-search.ts';

/**
 * Indexes what is worth it, in a worker that ends with it: for parts of the extension that show nothing and may start
 * workers (Firefox's background page, an offscreen document). Does next to nothing when the tail is short.
 * Rejects when the database or the worker fails; the essays are found all the same.
 */
export async function indexWhileIdle(collection: Collection): Promise<void> {
  const [{ next }, segments] = await Promise.all([readState(collection.meta), listSegments(collection)]);
  if (next - tailOf(segments) < usualSizes.tail) return;
  const search = openSearch();
  try {
    await search.index();
  } finally {
    search.close();
  }
}
