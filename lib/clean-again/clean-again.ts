import type { Collection } from '../collection/collection.ts';
import { getBody, getCapture, getEssay, getOriginal, getOriginalRow } from '../collection/get-essay.ts';
import { keepEssay } from '../collection/keep/keep-essay.ts';
import type { BodyRow, CaptureRow } from '../collection/rows.ts';
import type { StorageProblem } from '../collection/storage.ts';
import { decodeHtml } from '../dom/decode.ts';
import type { Essay } from '../essay/essay.ts';
import { fail, type Outcome, reasonOfThrown, succeed } from '../essay/outcome.ts';
import { listedOf, withListed } from '../harvest/lists/with-listed.ts';
import { rulesVersion } from '../pipeline/rules-version.ts';
import { type FetchPage, readWholeEssay } from '../pipeline/whole-essay.ts';
import { gunzip } from '../zip/gzip.ts';
import { type CleaningChanges, changesBetween } from './cleaning-changes.ts';
import { noteCleaning } from './last-cleaning.ts';

/** What the current rules make of a kept essay. */
export interface CleaningPreview extends CleaningChanges {
  readonly id: string;
  /** The title now, before cleaning. */
  readonly title: string;
}

/** An essay that was cleaned again: its version before, to be made current again, and the new one. */
export interface CleanedEssay {
  readonly before: string;
  readonly captureId: string;
}

/** Why an essay could not be cleaned again. `no-original`: its bytes, body or record are not there. `nothing-to-read`: the rules find no text in them. `took-too-long`, `failed`: no reader came to an end of them. */
export type CleaningProblem =
  | StorageProblem
  | 'no-essay'
  | 'no-original'
  | 'damaged'
  | 'nothing-to-read'
  | ReturnType<typeof reasonOfThrown>;

/** Parses the HTML of a page; the address is for parsers that want one. */
export type ParsePage = (html: string, url: string) => Document;

/** A stored page, ready to be read. */
interface StoredPage {
  readonly address: string;
  readonly charset: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Reads the essay of stored pages, wherever it does so: `readStored`, which it is with a parser. */
export type ReadStored = (body: StoredBody, pages: StoredPages) => Promise<Outcome<Essay, CleaningProblem>>;

/** What an essay's body tells of it that its pages do not. */
export type StoredBody = Pick<BodyRow, 'originalUrl' | 'archivedCopy' | 'hits' | 'provenance'>;

/** The pages of a capture, the first first. */
type StoredPages = readonly [StoredPage, ...StoredPage[]];

interface Cleaning {
  readonly body: BodyRow;
  readonly capture: CaptureRow;
  readonly pages: StoredPages;
  readonly essay: Essay;
}

/** Reads an essay's stored bytes by the current rules and tells what would change. Stores nothing, fetches nothing. */
export async function previewCleaning(
  collection: Collection,
  id: string,
  read: ReadStored,
): Promise<Outcome<CleaningPreview, CleaningProblem>> {
  const cleaning = await clean(collection, id, read);
  if (!cleaning.ok) return cleaning;
  const { body, essay } = cleaning.value;
  return succeed({ id, title: body.title, ...changesBetween(body, essay) });
}

/** Reads an essay's stored bytes by the current rules and keeps the result as a new version: the versions before stay. */
export async function applyCleaning(
  collection: Collection,
  id: string,
  read: ReadStored,
): Promise<Outcome<CleanedEssay, CleaningProblem>> {
  const cleaning = await clean(collection, id, read);
  if (!cleaning.ok) return cleaning;
  const { capture, essay, pages } = cleaning.value;
  const [original, ...otherPages] = pages;
  const { pageUrl, charset, originalForm } = capture;
  await noteCleaning(collection, id, capture.id);
  const kept = await keepEssay(collection, {
    essay,
    capture: { pageUrl, charset, originalForm, takenAt: new Date().toISOString(), rulesVersion },
    original: original.bytes,
    otherPages,
    cleanedFrom: capture.cleanedFrom ?? capture.id,
  });
  return kept.ok ? succeed({ before: capture.id, captureId: kept.value.captureId }) : kept;
}

async function clean(
  collection: Collection,
  id: string,
  read: ReadStored,
): Promise<Outcome<Cleaning, CleaningProblem>> {
  const row = await getEssay(collection, id);
  if (!row.ok) return row;
  if (row.value === null) return fail('no-essay');
  const { captureId } = row.value;
  const [body, capture] = [await getBody(collection, captureId), await getCapture(collection, captureId)];
  if (!body.ok) return body;
  if (!capture.ok) return capture;
  if (body.value === null || capture.value === null) return fail('no-original');
  const pages = await storedPages(collection, capture.value);
  if (!pages.ok) return pages;
  const essay = await read(body.value, pages.value).catch((error: unknown) => fail(reasonOfThrown(error)));
  if (!essay.ok) return essay;
  const told = withListed(essay.value, listedOf(body.value.provenance));
  return succeed({ body: body.value, capture: capture.value, pages: pages.value, essay: told });
}

/** The pages of a capture as they were taken, the first first: `damaged` where the bytes are not those. */
export async function storedPages(
  collection: Collection,
  capture: CaptureRow,
): Promise<Outcome<StoredPages, CleaningProblem>> {
  const original = await getOriginal(collection, capture.id);
  if (!original.ok) return original;
  const row = await getOriginalRow(collection, capture.id);
  if (!row.ok) return row;
  if (original.value === null) return fail('no-original');
  try {
    const others = await Promise.all(
      (row.value?.otherPages ?? []).map(async ({ address, charset, gzip }) => ({
        address,
        charset,
        bytes: await gunzip(gzip),
      })),
    );
    return succeed([{ address: capture.pageUrl, charset: capture.charset, bytes: original.value }, ...others]);
  } catch (error) {
    return fail('damaged', String(error));
  }
}

/**
 * The essay of stored pages. Whose it is stays as the capture told it: address and archived copy, which a file or an archive
 * record may have given. So does the counter of readings, which scripts write into a live page and no bytes hold.
 */
export async function readStored(
  body: StoredBody,
  [first, ...others]: StoredPages,
  parse: ParsePage,
): Promise<Outcome<Essay, CleaningProblem>> {
  const open = ({ address, charset, bytes }: StoredPage) => {
    const decoded = decodeHtml(bytes, { charset });
    return { document: parse(decoded.text, address), url: address, charset: decoded.charset };
  };
  const fetchPage: FetchPage = async (address) => {
    const page = others.find((other) => other.address === address);
    return page === undefined ? null : open(page);
  };
  const read = await readWholeEssay(open(first), fetchPage, { any: true, secondReader: true, pause: [0, 0] });
  if (!read.ok) return fail('nothing-to-read', read.problem.code);
  const { originalUrl, archivedCopy } = body;
  const essay = { ...read.value, originalUrl, archivedCopy };
  const counted = body.provenance.fields.hits;
  if (essay.hits !== null || counted === undefined) return succeed(essay);
  const fields = { ...essay.provenance.fields, hits: counted };
  return succeed({ ...essay, hits: body.hits, provenance: { ...essay.provenance, fields } });
}
