import type { Collection } from '../collection/collection.ts';
import { turns } from '../essay/turns.ts';
import { type ImportItem, lost } from './import-item.ts';
import { keepTogether, type ReadPage } from './keep-together.ts';
import { type OpenBytes, openInBrowser } from './open-source.ts';
import { type PageSet, pageSets } from './page-sets.ts';
import { readSet } from './read-set.ts';
import { readSource } from './sources/read-source.ts';
import type { SourceFile } from './sources/source.ts';

/** How an import is watched, and stopped. */
export interface ImportOptions {
  readonly signal?: AbortSignal;
  /** Told as files are read: how many of their bytes more. */
  readonly onBytes?: (count: number) => void;
  readonly open?: OpenBytes;
}

/**
 * Keeps every essay in these files and tells what became of each page. Pages are read one at a time and kept some at a time.
 * An essay that is kept already stays as it is, unless it lacked pages that are here. Ends early when it is stopped, once what
 * was read by then is kept, or when the collection cannot be written to; never throws.
 */
export async function* importPages(
  collection: Collection,
  files: readonly SourceFile[],
  { signal, onBytes, open = openInBrowser }: ImportOptions = {},
): AsyncGenerator<ImportItem> {
  const pause = turns();
  const together = keepTogether(collection);
  for (const file of files) {
    for await (const set of pageSets(readSource(file, { onBytes }), open, pause)) {
      if (signal?.aborted) {
        if ('opened' in set) set.opened.close();
        yield* await together.settle();
        return;
      }
      const read = 'problem' in set ? lost(set.name, 'unreadable', set.problem.code) : await readItem(set, open);
      const items = await together.add(read);
      yield* items;
      if (isHopeless(items)) return;
      await pause();
    }
  }
  yield* await together.settle();
}

/** The disk is full, or nothing of what should have been kept was. */
function isHopeless(items: readonly ImportItem[]): boolean {
  const failed = items.filter(({ result }) => result === 'not-stored');
  if (failed.some(({ reason }) => reason === 'storage-full')) return true;
  return failed.length > 0 && !items.some(({ result }) => result === 'kept');
}

/** The essay of a set of pages, whose first page is closed by this; or what became of the page. */
async function readItem(set: PageSet, open: OpenBytes): Promise<ReadPage | ImportItem> {
  const { name } = set.first;
  try {
    const read = await readSet(set, open);
    if (read.ok) return { name, keeping: read.value };
    const { code } = read.problem;
    return lost(name, code === 'too-large' ? 'unreadable' : 'not-an-essay', code);
  } catch {
    return lost(name, 'unreadable', 'failed');
  } finally {
    set.opened.close();
  }
}
