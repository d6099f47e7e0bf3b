import type { Page } from '../../lib/archive/unwrapped.ts';
import type { Essay, Recognition } from '../../lib/essay/essay.ts';
import { normaliseUrl } from '../../lib/essay/identity.ts';
import { fail, type Outcome, succeed } from '../../lib/essay/outcome.ts';
import { type OpenedPage, openBest } from '../../lib/import/frames.ts';
import type { Place } from '../../lib/import/join-pages.ts';
import { copyInSource, openSource } from '../../lib/import/open-source.ts';
import { placeOf } from '../../lib/import/place-of-page.ts';
import { readSet } from '../../lib/import/read-set.ts';
import { pageOfFile } from '../../lib/import/sources/page-of-file.ts';
import type { SourcePage } from '../../lib/import/sources/source.ts';
import { type ReadOptions, recognisePage } from '../../lib/pipeline/read-page.ts';
import { type FetchPage, readWholeEssay } from '../../lib/pipeline/whole-essay.ts';
import { openPage, type PageOpener } from '../open/open-page.ts';
import type { Job } from './jobs.ts';
import { loadPage, readablePage } from './load-page.ts';
import { openBytesWith } from './open-bytes.ts';

/** What the pipeline makes of one page: `essay` is null where it is no essay, or has no text. */
export interface ClippedPage {
  readonly recognition: Recognition;
  readonly essay: Essay | null;
  /** Of a page of an archive that is one of several of an essay: which. It waits for the others, and is not read yet. */
  readonly part?: Place;
  /** The page that was read in the place of that which the archive gave: one of its frames. */
  readonly frame?: SourcePage;
}

/** How the command line reads pages. */
export interface ClipWishes {
  /** Read also a page that is not recognised. */
  readonly any: boolean;
  /** Have the second reader read as well. */
  readonly secondReader?: boolean;
}

/** What came of a page; `unreadable` tells why in its detail. */
export type Clipped = Outcome<ClippedPage, 'unreadable'>;

/**
 * Reads one page from disk through the whole pipeline; `any` lets in a page that is not recognised as well. The other pages of a paginated essay are
 * those that the job names; what it does not name is missing.
 * Never throws: a page that breaks a stage must not end a run over thousands.
 */
export async function clipPage(job: Job, wishes: ClipWishes, opener: PageOpener = openPage): Promise<Clipped> {
  if (job.problem !== undefined) return fail('unreadable', job.problem);
  try {
    if (job.archived === undefined) return await clipFile(job, wishes, opener);
    return await (job.within === undefined
      ? clipArchived(job.archived, wishes, opener)
      : clipWithin(job.archived.first, wishes, opener));
  } catch (problem) {
    return fail('unreadable', problem instanceof Error ? problem.message : String(problem));
  }
}

async function clipFile(job: Job, wishes: ClipWishes, opener: PageOpener): Promise<Clipped> {
  const open = openBytesWith(opener);
  const closers: (() => void)[] = [];
  const { capturedAt = null, charset = null } = job;
  const pageIn = async (file: string, url: string, body?: Uint8Array): Promise<Outcome<OpenedPage, 'unreadable'>> => {
    const loaded = body === undefined ? await loadPage(file) : readablePage(body);
    if (!loaded.ok) return loaded;
    const item = pageOfFile(file, new Uint8Array(loaded.value));
    if ('problem' in item) return fail('unreadable', item.problem.code);
    // What a page of MHTML says of itself prevails over what the row tells of it.
    const container = item.container ?? (capturedAt === null ? null : 'warc');
    const told = { container, capturedAt: item.capturedAt ?? capturedAt, charset: item.charset ?? charset };
    const best = await openBest({ ...item, ...told, address: item.address ?? url }, open);
    closers.push(best.opened.close);
    return succeed(best);
  };
  const onDisk = ({ opened: { document, url, charset } }: OpenedPage): Page => ({
    document,
    url,
    charset,
    fromDisk: true,
  });
  const fetchPage: FetchPage = async (address) => {
    const named = job.pages?.find(({ url }) => normaliseUrl(url) === normaliseUrl(address));
    const other = named && (await pageIn(named.file, named.url));
    return other?.ok ? onDisk(other.value) : null;
  };
  try {
    const best = await pageIn(job.file, job.url, job.body);
    if (!best.ok) return best;
    const page = onDisk(best.value);
    return await recognising(page, async (onRecognised) => {
      const read = await readWholeEssay(page, fetchPage, { ...wishes, pause: [0, 0], onRecognised });
      return read.ok ? { ...read.value, archivedCopy: copyInSource(read.value.archivedCopy, best.value.page) } : null;
    });
  } finally {
    for (const close of closers) close();
  }
}

async function clipArchived(
  pages: NonNullable<Job['archived']>,
  wishes: ClipWishes,
  opener: PageOpener,
): Promise<Clipped> {
  const open = openBytesWith(opener);
  const opened = await openSource(pages.first, open);
  try {
    return await recognising(opened, async (onRecognised) => {
      const read = await readSet({ ...pages, opened }, open, { ...wishes, onRecognised });
      return read.ok ? read.value.essay : null;
    });
  } finally {
    opened.close();
  }
}

/** Reads a page of an archive, unless it is one of several of an essay: then it tells which, and is read with the others. */
async function clipWithin(given: SourcePage, wishes: ClipWishes, opener: PageOpener): Promise<Clipped> {
  const open = openBytesWith(opener);
  const best = await openBest(given, open).catch(() => null);
  if (best === null) return fail('unreadable', 'damaged');
  const { page: first, opened } = best;
  const frame = first === given ? {} : { frame: first };
  try {
    const part = placeOf(opened);
    if (part !== null) return succeed({ recognition: recognisePage(opened), essay: null, part, ...frame });
    const clipped = await recognising(opened, async (onRecognised) => {
      const read = await readSet({ first, opened, others: new Map() }, open, { ...wishes, onRecognised });
      return read.ok ? read.value.essay : null;
    });
    return clipped.ok ? succeed({ ...clipped.value, ...frame }) : clipped;
  } finally {
    opened.close();
  }
}

/** Reads an essay and hears on the way how the page was recognised: to look at it once more would take as long again. */
async function recognising(
  page: Page,
  read: (hear: NonNullable<ReadOptions['onRecognised']>) => Promise<Essay | null>,
): Promise<Clipped> {
  const heard: Recognition[] = [];
  const essay = await read((recognition) => heard.push(recognition));
  return succeed({ recognition: heard[0] ?? recognisePage(page), essay });
}
