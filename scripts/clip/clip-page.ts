import type { Essay, Recognition } from '../../lib/essay/essay.ts';
import { normaliseUrl } from '../../lib/essay/identity.ts';
import { fail, type Outcome, succeed } from '../../lib/essay/outcome.ts';
import { copyInMhtml } from '../../lib/import/mhtml.ts';
import { openSource } from '../../lib/import/open-source.ts';
import { readSet } from '../../lib/import/read-set.ts';
import { type FetchPage, readWholeEssay } from '../../lib/pipeline/whole-essay.ts';
import { recognisePage } from '../../lib/pipeline.ts';
import { openFile } from '../open-file.ts';
import { openInNode } from './inputs.ts';
import type { Job } from './jobs.ts';
import { loadPage } from './load-page.ts';

/** What the pipeline makes of one page: `essay` is null where it is no essay, or has no text. */
export interface ClippedPage {
  readonly recognition: Recognition;
  readonly essay: Essay | null;
}

/**
 * Reads one page from disk through the whole pipeline; with `any`, also a page that is not recognised. The other pages of a paginated essay are
 * those that the job names; what it does not name is missing.
 * Never throws: a page that breaks a stage must not end a run over thousands.
 */
export async function clipPage(job: Job, any: boolean): Promise<Outcome<ClippedPage, 'unreadable'>> {
  if (job.problem !== undefined) return fail('unreadable', job.problem);
  if (job.archived !== undefined) return clipArchived(job.archived, any);
  const loaded = await loadPage(job.file);
  if (!loaded.ok) return loaded;
  const closers: (() => void)[] = [];
  const open = (bytes: Uint8Array, address: string) => {
    const { document, url, mhtml, close } = openFile(bytes, address);
    closers.push(close);
    return { page: { document, url }, mhtml };
  };
  const fetchPage: FetchPage = async (address) => {
    const named = job.pages?.find(({ url }) => normaliseUrl(url) === normaliseUrl(address));
    const other = named && (await loadPage(named.file));
    return other?.ok ? open(other.value, named?.url ?? address).page : null;
  };
  try {
    const { page, mhtml } = open(loaded.value, job.url);
    const recognition = recognisePage(page);
    const read = await readWholeEssay(page, fetchPage, { any, pause: [0, 0] });
    if (!read.ok) return succeed({ recognition, essay: null });
    return succeed({
      recognition,
      essay: { ...read.value, archivedCopy: copyInMhtml(read.value.archivedCopy, mhtml) },
    });
  } catch (problem) {
    return fail('unreadable', problem instanceof Error ? problem.message : String(problem));
  } finally {
    for (const close of closers) close();
  }
}

async function clipArchived(
  pages: NonNullable<Job['archived']>,
  any: boolean,
): Promise<Outcome<ClippedPage, 'unreadable'>> {
  try {
    const opened = await openSource(pages.first, openInNode);
    try {
      const recognition = recognisePage(opened);
      const read = await readSet({ ...pages, opened }, openInNode, { any });
      return succeed({ recognition, essay: read.ok ? read.value.essay : null });
    } finally {
      opened.close();
    }
  } catch (problem) {
    return fail('unreadable', problem instanceof Error ? problem.message : String(problem));
  }
}
