import { openAsBlob } from 'node:fs';
import { open } from 'node:fs/promises';
import { normaliseUrl } from '../../../lib/essay/identity.ts';
import { addressOfSource } from '../../../lib/import/open-source.ts';
import { isArchiveStart, pagesOfSource } from '../../../lib/import/sources/read-source.ts';
import type { SourceItem, SourceProblemCode } from '../../../lib/import/sources/source.ts';
import { type Job, problemJob } from '../jobs.ts';

/** By its first bytes, whatever its name: zip, gzip, WARC, ARC. What cannot be read is told by who reads it as a page. */
export async function isArchive(file: string): Promise<boolean> {
  const handle = await open(file).catch(() => null);
  if (handle === null) return false;
  try {
    const { buffer } = await handle.read(Buffer.alloc(8), 0, 8, 0);
    return isArchiveStart(buffer);
  } catch {
    return false;
  } finally {
    await handle.close();
  }
}

/** The pages of an archive, each a job by itself: the threads parse them, and `joinParts` puts together what belongs together. */
export async function* jobsOfArchive(file: string): AsyncGenerator<Job> {
  try {
    yield* jobsOfItems(pagesOfSource({ name: file, blob: await openAsBlob(file) }), file);
  } catch (problem) {
    yield { ...problemJob(file, problem instanceof Error ? problem.message : String(problem)), isInput: true };
  }
}

/** The same of the pages of a stream. What cannot be read as a whole is told under the archive's own name. */
export async function* jobsOfItems(items: AsyncIterable<SourceItem>, archive: string): AsyncGenerator<Job> {
  let pages = 0;
  for await (const item of items) {
    if ('problem' in item) {
      const isInput = pages === 0 && item.name === archive && item.problem.code !== 'nothing-inside';
      yield { ...problemJob(item.name, sentences[item.problem.code]), ...(isInput ? { isInput } : {}) };
    } else {
      pages += 1;
      const url = await addressOfSource(item);
      yield { id: item.name, file: item.name, url, archived: { first: item, others: new Map() }, within: archive };
    }
  }
}

/**
 * The pages of an archive that a row of a manifest means: those of its address, joined with the other pages of their essays; all where
 * it gives none, or none has it.
 */
export async function* jobsOfPageIn(row: Job): AsyncGenerator<Job> {
  if (row.url.startsWith('file:')) {
    yield* jobsOfArchive(row.file);
    return;
  }
  const inside: Job[] = [];
  for await (const job of joinedJobsOf(row.file)) inside.push(job);
  const named = inside.filter(({ url }) => normaliseUrl(url) === normaliseUrl(row.url));
  yield* named.length > 0 ? named : inside;
}

/** The essays of an archive: parsed here, since a page's essay is known by its pager alone. */
async function* joinedJobsOf(file: string): AsyncGenerator<Job> {
  // Loaded only where a row asks for a page of an archive: the threads have it, and this one needs it not.
  const [{ createPageOpener }, { pageSets }, { openBytesWith }] = await Promise.all([
    import('../../open/page-opener.ts'),
    import('../../../lib/import/page-sets.ts'),
    import('../open-bytes.ts'),
  ]);
  const items = pagesOfSource({ name: file, blob: await openAsBlob(file) });
  for await (const item of pageSets(items, openBytesWith(createPageOpener()))) {
    if ('problem' in item) yield problemJob(item.name, sentences[item.problem.code]);
    else {
      const { first, others, opened } = item;
      opened.close();
      yield { id: first.name, file: first.name, url: opened.url, archived: { first, others } };
    }
  }
}

const sentences: Readonly<Record<SourceProblemCode, string>> = {
  empty: 'empty file',
  'too-large': 'too large',
  'too-many': 'too many files',
  binary: 'binary file, not a page',
  damaged: 'damaged',
  bomb: 'unpacks to an absurd size',
  nested: 'an archive in an archive: unpack it first',
  locked: 'encrypted, or packed in an unknown way',
  'nothing-inside': 'no page inside',
};
