import type { Collection } from '../collection/collection.ts';
import { getBody, getEssay } from '../collection/get-essay.ts';
import { type Keeping, keepEssay } from '../collection/keep-essay.ts';
import type { StorageProblem } from '../collection/storage.ts';
import { essayId } from '../essay/identity.ts';
import { type Outcome, succeed } from '../essay/outcome.ts';
import type { ReadProblem } from '../pipeline.ts';
import { type OpenBytes, openInBrowser } from './open-source.ts';
import { type PageSet, pageSets } from './page-sets.ts';
import { readSet } from './read-set.ts';
import { readSource } from './sources/read-source.ts';
import type { SourceFile, SourceProblemCode } from './sources/source.ts';

/** Why an item was not kept; `failed`: a fault of ours. */
export type ImportReason = SourceProblemCode | ReadProblem | StorageProblem | 'failed';

/** What became of a page of a file, or of a part of it that could not be read. */
export interface ImportItem {
  /** The file, and in an archive the entry or address. */
  readonly name: string;
  readonly result: 'kept' | 'already-there' | 'not-an-essay' | 'unreadable' | 'not-stored';
  readonly reason: ImportReason | null;
  /** Of an essay: its id and title. */
  readonly id: string | null;
  readonly title: string;
  /** Pages of the essay that the file does not hold. */
  readonly missing: number;
}

/** How an import is watched, and stopped. */
export interface ImportOptions {
  readonly signal?: AbortSignal;
  /** Told as files are read: how many of their bytes more. */
  readonly onBytes?: (count: number) => void;
  readonly open?: OpenBytes;
}

/** Milliseconds of work after which the page gets to draw and answer. */
const SLICE = 12;

/**
 * Keeps every essay in these files, one page at a time, and tells what became of each page. An essay that is kept already
 * stays as it is, unless it lacked pages that are here. Ends early when it is stopped, or when the collection cannot be
 * written to; never throws.
 */
export async function* importPages(
  collection: Collection,
  files: readonly SourceFile[],
  { signal, onBytes, open = openInBrowser }: ImportOptions = {},
): AsyncGenerator<ImportItem> {
  let since = performance.now();
  for (const file of files) {
    for await (const set of pageSets(readSource(file, { onBytes }), open)) {
      if (signal?.aborted) {
        if ('opened' in set) set.opened.close();
        return;
      }
      const item =
        'problem' in set ? lost(set.name, 'unreadable', set.problem.code) : await importSet(collection, set, open);
      yield item;
      if (item.result === 'not-stored') return;
      if (performance.now() - since < SLICE) continue;
      await new Promise((resolve) => setTimeout(resolve, 0));
      since = performance.now();
    }
  }
}

const lost = (name: string, result: ImportItem['result'], reason: ImportReason): ImportItem => ({
  name,
  result,
  reason,
  id: null,
  title: '',
  missing: 0,
});

async function importSet(collection: Collection, set: PageSet, open: OpenBytes): Promise<ImportItem> {
  const { name } = set.first;
  try {
    const read = await readSet(set, open);
    if (!read.ok) {
      const { code } = read.problem;
      return lost(name, code === 'too-large' ? 'unreadable' : 'not-an-essay', code);
    }
    const kept = await keepUnlessThere(collection, read.value);
    if (!kept.ok) return lost(name, 'not-stored', kept.problem.code);
    const { title, provenance } = read.value.essay;
    return { name, ...kept.value, reason: null, title, missing: provenance.missingPages.length };
  } catch {
    return lost(name, 'unreadable', 'failed');
  } finally {
    set.opened.close();
  }
}

async function keepUnlessThere(
  collection: Collection,
  keeping: Keeping,
): Promise<Outcome<{ readonly id: string; readonly result: 'kept' | 'already-there' }, StorageProblem>> {
  const id = await essayId(keeping.essay.originalUrl);
  const row = await getEssay(collection, id);
  if (!row.ok) return row;
  if (row.value !== null && row.value.trashedAt === '') {
    const body = await getBody(collection, row.value.captureId);
    if (!body.ok) return body;
    const lacked = body.value?.provenance.missingPages.length ?? 0;
    if (lacked <= keeping.essay.provenance.missingPages.length) return succeed({ id, result: 'already-there' });
  }
  const kept = await keepEssay(collection, keeping);
  return kept.ok ? succeed({ id, result: 'kept' }) : kept;
}
