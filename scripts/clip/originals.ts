import { stat } from 'node:fs/promises';
import { decodeHtml } from '../../lib/dom/decode.ts';
import type { Essay } from '../../lib/essay/essay.ts';
import { sha256Hex } from '../../lib/essay/fixity.ts';
import { type ExportOriginal, type ExportPage, type LazyParts, noParts } from '../../lib/export/record.ts';
import { readMhtml } from '../../lib/import/mhtml.ts';
import { rulesVersion } from '../../lib/pipeline/rules-version.ts';
import type { Job } from './jobs.ts';
import { loadPage, readablePage } from './load-page.ts';

/** A page as it lies on disk or in an archive. */
interface Found {
  readonly address: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly charset: string | null;
}

/**
 * The bytes that the essay of a job was read from, read again when they are asked for. They count as taken when the file, or the
 * archive that holds them, was last changed, unless the archive dates them: the same files give the same record.
 */
export const partsOfJob = (job: Job, essay: Essay): LazyParts => ({
  ...noParts,
  originals: async function* () {
    const original = await originalOf(job, essay);
    if (original !== null) yield original;
  },
});

/** Null when it cannot be read any more. */
async function originalOf(job: Job, { originalUrl, archivedCopy, provenance }: Essay): Promise<ExportOriginal | null> {
  const [first, ...others] = await pagesOf(job, originalUrl);
  if (first === undefined) return null;
  const dated = job.archived?.first.capturedAt ?? job.capturedAt ?? (await changedAt(job.file.replace(/ › .*$/s, '')));
  const { address: pageUrl, ...page } = await pageOf(first);
  const had = others.filter(({ address }) => !provenance.missingPages.includes(address));
  return {
    originalUrl,
    archivedCopy,
    bytes: page.bytes,
    capture: {
      pageUrl,
      takenAt: dated,
      charset: page.charset,
      originalForm: job.archived?.first.container === 'warc' ? 'served' : 'file',
      rulesVersion,
      sha256: page.sha256,
      byteLength: page.byteLength,
    },
    otherPages: await Promise.all(had.map(pageOf)),
  };
}

async function pagesOf({ archived, file, url, body, pages = [] }: Job, originalUrl: string): Promise<readonly Found[]> {
  if (archived !== undefined) {
    const { first, others } = archived;
    return [first, ...others.values()].map(({ address, bytes, charset }) => ({
      address: address ?? url,
      bytes,
      charset,
    }));
  }
  const others = pages.map((page) => foundOn(page.file, page.url, originalUrl));
  const files = await Promise.all([foundOn(file, url, originalUrl, body), ...others]);
  return files[0] === null ? [] : files.filter((page) => page !== null);
}

/** Of an MHTML file the page that the essay was read from: the one in it, or one of its frames. */
async function foundOn(file: string, url: string, originalUrl: string, body?: Uint8Array): Promise<Found | null> {
  const loaded = body === undefined ? await loadPage(file) : readablePage(body);
  if (!loaded.ok) return null;
  const mhtml = readMhtml(loaded.value);
  if (!mhtml.ok) return { address: url, bytes: new Uint8Array(loaded.value), charset: null };
  const { frames } = mhtml.value;
  const frame = mhtml.value.url === originalUrl ? undefined : frames.find((one) => one.url === originalUrl);
  const { html, charset } = frame ?? mhtml.value;
  return { address: frame?.url ?? mhtml.value.url ?? url, bytes: new Uint8Array(html), charset };
}

const pageOf = async ({ address, bytes, charset }: Found): Promise<ExportPage> => ({
  address,
  bytes,
  charset: decodeHtml(bytes, charset === null ? {} : { charset }).charset,
  sha256: await sha256Hex(bytes),
  byteLength: bytes.byteLength,
});

const changedAt = (file: string): Promise<string> =>
  stat(file).then(
    ({ mtime }) => mtime.toISOString(),
    () => '1970-01-01T00:00:00.000Z',
  );
