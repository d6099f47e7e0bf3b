import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isReadableName } from '../../lib/import/sources/readable-name.ts';
import { isArchive, jobsOfArchive, jobsOfPageIn } from './input/archives.ts';
import { type Job, jobsOfFiles, problemJob } from './jobs.ts';

/** Chooses among the files of an input, by their number from 0; each is a page or an archive. */
export type Chooses = (n: number) => boolean;

/**
 * The jobs of files, folders and archives given by name, one page of an archive at a time. A folder gives the pages
 * and archives in it and below, in the order of their names. `url` is the address of a single page.
 */
export async function* jobsOfInputs(
  paths: readonly string[],
  url: string | undefined,
  chosen: Chooses = () => true,
): AsyncGenerator<Job> {
  let n = 0;
  for (const path of paths) {
    const found = await stat(path).catch((problem: Error) => problem);
    const unreadable = found instanceof Error ? found : await whyNot(path, found.isDirectory());
    if (unreadable !== null) {
      if (chosen(n)) yield { ...problemJob(path, unreadable.message), isInput: true };
      n += 1;
      continue;
    }
    for (const file of (found as { isDirectory(): boolean }).isDirectory() ? await filesIn(path) : [path]) {
      if (chosen(n)) yield* (await isArchive(file)) ? jobsOfArchive(file) : jobsOfFiles([file], url);
      n += 1;
    }
  }
}

/** Jobs of a manifest, an archive's pages in the place of the archive: where its row gives an address, the page of that address
 * alone. All of them have the row's id.
 */
export async function* withArchivedPages(jobs: Iterable<Job> | AsyncIterable<Job>): AsyncGenerator<Job> {
  for await (const job of jobs) {
    if (job.problem !== undefined || job.body !== undefined || !(await isArchive(job.file))) yield job;
    else for await (const one of jobsOfPageIn(job)) yield { ...one, id: job.id };
  }
}

/** Why a file cannot be opened; null where it can. */
async function whyNot(path: string, isFolder: boolean): Promise<Error | null> {
  if (isFolder) return null;
  try {
    await (await open(path)).close();
    return null;
  } catch (problem) {
    return problem as Error;
  }
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && isReadableName(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
