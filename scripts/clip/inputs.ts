import { openAsBlob } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { normaliseUrl } from '../../lib/essay/identity.ts';
import { pageSets } from '../../lib/import/page-sets.ts';
import { isArchiveStart, pagesOfSource } from '../../lib/import/sources/read-source.ts';
import { isReadableName } from '../../lib/import/sources/readable-name.ts';
import type { SourcePage, SourceProblemCode } from '../../lib/import/sources/source.ts';
import { type Job, jobsOfFiles } from './jobs.ts';
import { openBytesWith } from './open-bytes.ts';

/**
 * The jobs of files, folders and archives given by name, one page or essay of an archive at a time. A folder gives the pages
 * and archives in it and below, in the order of their names. `url` is the address of a single page.
 */
export async function* jobsOfInputs(paths: readonly string[], url: string | undefined): AsyncGenerator<Job> {
  for (const path of paths) {
    const isFolder = await stat(path).then(
      (found) => found.isDirectory(),
      () => false,
    );
    for (const file of isFolder ? await filesIn(path) : [path])
      if (await isArchive(file)) yield* jobsOfArchive(file);
      else yield* jobsOfFiles([file], url);
  }
}

/**
 * Jobs of a manifest, an archive's pages in the place of the archive: where its row gives an address, the page of that address
 * alone. All of them have the row's id.
 */
export async function* withArchivedPages(jobs: Iterable<Job>): AsyncGenerator<Job> {
  for (const job of jobs) {
    if (job.problem !== undefined || !(await isArchive(job.file))) {
      yield job;
      continue;
    }
    const inside: Job[] = [];
    for await (const one of jobsOfArchive(job.file)) inside.push(one);
    const named = inside.filter(({ url }) => normaliseUrl(url) === normaliseUrl(job.url));
    for (const one of named.length > 0 ? named : inside) yield { ...one, id: job.id };
  }
}

/** By its first bytes, whatever its name: zip, gzip, WARC, ARC. What cannot be read is told by who reads it as a page. */
async function isArchive(file: string): Promise<boolean> {
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

async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && isReadableName(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

async function* jobsOfArchive(file: string): AsyncGenerator<Job> {
  try {
    // Loaded only now: for pages that are files of their own the threads have it, and this one needs it not.
    const { createPageOpener } = await import('../open/page-opener.ts');
    const openBytes = openBytesWith(createPageOpener());
    const items = pagesOfSource({ name: file, blob: await openAsBlob(file) });
    for await (const item of pageSets(items, openBytes)) {
      if ('problem' in item) yield problemJob(item.name, sentences[item.problem.code]);
      else {
        item.opened.close();
        yield jobOfSet(item.first, item.opened.url, item.others);
      }
    }
  } catch (problem) {
    yield problemJob(file, problem instanceof Error ? problem.message : String(problem));
  }
}

const jobOfSet = (first: SourcePage, url: string, others: ReadonlyMap<string, SourcePage>): Job => ({
  id: first.name,
  file: first.name,
  url,
  archived: { first, others },
});

const problemJob = (name: string, problem: string): Job => ({ id: name, file: name, url: '', problem });

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
