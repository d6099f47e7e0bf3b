import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { PageSet } from '../../lib/import/page-sets.ts';
import { linesOf } from './input/lines.ts';
import { momentOfRow } from './input/moment-of-row.ts';

/** One page to clip: `problem` instead of a file when its row names none. */
export interface Job {
  readonly id: string | null;
  readonly file: string;
  readonly url: string;
  /** The page itself, in the place of a file. */
  readonly body?: Uint8Array<ArrayBuffer>;
  /** When it was captured, and the encoding that its server named, where its row tells. */
  readonly capturedAt?: string;
  readonly charset?: string;
  /** The other pages of a paginated essay that are on disk. */
  readonly pages?: readonly PageFile[];
  readonly problem?: string;
  /** True where the problem is that an input as a whole cannot be read. */
  readonly isInput?: boolean;
  /** The essay's pages as an archive holds them, in the place of files. */
  readonly archived?: Pick<PageSet, 'first' | 'others'>;
  /** The archive, where the page may be one of several of an essay that stand apart in it. */
  readonly within?: string;
}

/** A page on disk, and the address that it was served under. */
export interface PageFile {
  readonly file: string;
  readonly url: string;
}

const ownUrl = (file: string): string => pathToFileURL(resolve(file)).href;
const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
/** An id as it was given: crawlers number their pages. */
const idOf = (value: unknown): string | null => (typeof value === 'number' ? String(value) : textOf(value));
/** Addresses that pages are served under, or lie at. */
const isPageUrl = (url: string): boolean => URL.canParse(url) && /^(?:https?|ftp|file):$/.test(new URL(url).protocol);

/** The bytes of a body; null for an encoding that is none of ours, or that it is not in. */
function bytesOf(body: string, encoding: unknown): Uint8Array<ArrayBuffer> | null {
  if (encoding === undefined || encoding === null || /^utf-?8$/i.test(String(encoding)))
    return new Uint8Array(Buffer.from(body, 'utf8'));
  if (!/^base64$/i.test(String(encoding)) || /[^\w+/=\s-]/.test(body)) return null;
  return new Uint8Array(Buffer.from(body, 'base64'));
}

/** The jobs of files given by name; without `url`, a file's address is its own. */
export function jobsOfFiles(files: readonly string[], url: string | undefined): Job[] {
  return files.map((file) => ({ id: file, file, url: url ?? ownUrl(file) }));
}

/** A job that tells why there is none. */
export const problemJob = (id: string | null, problem: string): Job => ({ id, file: id ?? '', url: '', problem });

/** Digits of the digest that an address of a page without one is made of. */
const DIGITS = 16;

/**
 * The job of a JSON line `{"id", "url", "file" or "body", "encoding", "capturedAt", "charset", "pages"}`; files lie in `folder`. `body` is
 * the page as text or, with `"encoding": "base64"`, its bytes.
 */
export function jobOfRow(line: string, folder: string): Job {
  let row: Readonly<Record<string, unknown>>;
  try {
    row = (JSON.parse(line) ?? {}) as Readonly<Record<string, unknown>>;
  } catch {
    return problemJob(null, `row is not JSON: ${line.slice(0, 80)}`);
  }
  const { id, file, url, body, encoding, capturedAt, charset, pages } = row;
  const name = textOf(file);
  const own = idOf(id) ?? name ?? textOf(url);
  if (name === null && typeof body !== 'string') return problemJob(own, 'row without "file" or "body"');
  const others = pagesOfRow(pages ?? [], folder);
  if (others === null) return problemJob(own, 'row with "pages" other than {"file", "url"}');
  const moment = momentOfRow(capturedAt);
  if (moment === undefined) return problemJob(own, 'row with a "capturedAt" that is no moment');
  if (url !== undefined && url !== null && !isPageUrl(String(url)))
    return problemJob(own, 'row with a "url" that is none');
  const facts = {
    ...(moment === null ? {} : { capturedAt: moment }),
    ...(textOf(charset) === null ? {} : { charset: String(charset) }),
    pages: others,
  };
  if (name !== null) {
    const path = resolve(folder, name);
    return { id: own, file: path, url: textOf(url) ?? ownUrl(path), ...facts };
  }
  const bytes = bytesOf(String(body), encoding);
  if (bytes === null) return problemJob(own, 'row with a "body" that is not in its "encoding" (base64 or none)');
  const digest = createHash('sha256').update(bytes).digest('hex').slice(0, DIGITS);
  const address = textOf(url) ?? `file:///${digest}/`;
  return { id: own ?? address, file: own ?? address, url: address, body: bytes, ...facts };
}

/** The files of a row's `pages`; null when one of them lacks its file or address. */
function pagesOfRow(pages: unknown, folder: string): PageFile[] | null {
  if (!Array.isArray(pages)) return null;
  const files = pages.flatMap((page: unknown) => {
    const { file, url } = (page ?? {}) as Readonly<Record<string, unknown>>;
    const name = textOf(file);
    const address = textOf(url);
    return name === null || address === null ? [] : [{ file: resolve(folder, name), url: address }];
  });
  return files.length === pages.length ? files : null;
}

/** The jobs of a stream of rows, in their order; files of relative names lie in `folder`. */
export async function* jobsOfRows(chunks: AsyncIterable<Uint8Array>, folder: string): AsyncGenerator<Job> {
  for await (const line of linesOf(chunks))
    yield line === null ? problemJob(null, 'row is too long') : jobOfRow(line, folder);
}

/**
 * The jobs of a manifest: JSON lines `{"id", "file", "url"}`, and for an essay of several pages `"pages": [{"file", "url"}…]`;
 * files beside it. Rejects when it cannot be read.
 */
export const jobsOfManifest = (manifest: string): AsyncGenerator<Job> =>
  jobsOfRows(createReadStream(manifest), dirname(manifest));
