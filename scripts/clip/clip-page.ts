import type { Essay, Recognition } from '../../lib/essay/essay.ts';
import { fail, type Outcome, succeed } from '../../lib/essay/outcome.ts';
import { copyInMhtml } from '../../lib/import/mhtml.ts';
import { readEssay, recognisePage } from '../../lib/pipeline.ts';
import { openFile } from '../open-file.ts';
import type { Job } from './jobs.ts';
import { loadPage } from './load-page.ts';

/** What the pipeline makes of one page: `essay` is null where it is no essay, or has no text. */
export interface ClippedPage {
  readonly recognition: Recognition;
  readonly essay: Essay | null;
}

/**
 * Reads one page from disk through the whole pipeline; with `any`, also a page that is not recognised.
 * Never throws: a page that breaks a stage must not end a run over thousands.
 */
export async function clipPage(job: Job, any: boolean): Promise<Outcome<ClippedPage, 'unreadable'>> {
  if (job.problem !== undefined) return fail('unreadable', job.problem);
  const loaded = await loadPage(job.file);
  if (!loaded.ok) return loaded;
  try {
    const { document, url, mhtml, close } = openFile(loaded.value, job.url);
    const page = { document, url };
    const recognition = recognisePage(page);
    const read = readEssay(page, { any });
    close();
    if (!read.ok) return succeed({ recognition, essay: null });
    return succeed({
      recognition,
      essay: { ...read.value, archivedCopy: copyInMhtml(read.value.archivedCopy, mhtml) },
    });
  } catch (problem) {
    return fail('unreadable', problem instanceof Error ? problem.message : String(problem));
  }
}
