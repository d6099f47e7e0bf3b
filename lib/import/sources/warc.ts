import { AsyncIterReader, WARCParser, type WARCRecord } from 'warcio';
import { readAddress } from '../../archive/address.ts';
import { imageLimits } from '../../essay/image.ts';
import type { PartialMoment } from '../../essay/partial-date.ts';
import { parameter } from '../mime-header.ts';
import { isBinary } from './binary.ts';
import { collectBytes } from './blob-chunks.ts';
import { gunzipChunks } from './gunzip.ts';
import { chunkSize, largestPage } from './limits.ts';
import { nameWithin, type SourceItem, type SourceOptions } from './source.ts';
import { type WarcRecord, warcRecords } from './warc-records.ts';

/** The pages that a WARC (not compressed, or unpacked already) holds. One whose record is damaged is told and passed over. */
export async function* readWarc(
  name: string,
  chunks: AsyncIterable<Uint8Array<ArrayBuffer>>,
  options: Pick<SourceOptions, 'onImage'> = {},
): AsyncGenerator<SourceItem> {
  let records = 0;
  let told = 0;
  const tell = (item: SourceItem): SourceItem => {
    told += 1;
    return item;
  };
  for await (const record of warcRecords(chunks)) {
    records += 1;
    const label = nameWithin(name, addressOf(record.headers.get('warc-target-uri')) ?? `#${records}`);
    if (record.state === 'damaged') yield tell({ name: label, problem: { code: 'damaged' } });
    else if (!holdsPage(record)) continue;
    else if (record.state === 'too-large') yield tell({ name: label, problem: { code: 'too-large' } });
    else {
      const item = await pageOfRecord(label, record, options).catch(() => ({
        name: label,
        problem: { code: 'damaged' } as const,
      }));
      if (item !== null) yield tell(item);
    }
  }
  if (told === 0) yield { name, problem: { code: 'nothing-inside' } };
}

/** The pages that a WARC compressed by gzip holds, each record its own member as is usual, or all in one. */
export async function* readPackedWarc(
  name: string,
  packed: AsyncIterable<Uint8Array<ArrayBuffer>>,
  options: Pick<SourceOptions, 'onImage'> = {},
): AsyncGenerator<SourceItem> {
  const state = { bomb: false };
  const chunks = gunzipChunks(packed, () => {
    state.bomb = true;
  });
  yield* readWarc(name, chunks, options);
  if (state.bomb) yield { name, problem: { code: 'bomb' } };
}

/** A web page's record: a revisit has no page in it, requests and metadata are about one, `dns:` and `urn:` are none. */
const holdsPage = ({ headers }: WarcRecord): boolean =>
  /^(?:response|resource)$/i.test(headers.get('warc-type') ?? '') && addressOf(headers.get('warc-target-uri')) !== null;

/** wget set addresses in angle brackets. Our own export names a page on disk of unknown address by its file. */
function addressOf(written: string | undefined): string | null {
  const address = written?.replace(/^<|>$/g, '') ?? '';
  return /^(?:https?|file):\/\//i.test(address) && URL.canParse(address) ? address : null;
}

/** Where the page was got: recorders of archives, and our own export, name the replay beside the original address. */
function sourceOf(headers: WarcRecord['headers']): string | null {
  const source = addressOf(headers.get('warc-source-uri'));
  return source !== null && readAddress(source) !== null ? source : addressOf(headers.get('warc-target-uri'));
}

async function pageOfRecord(
  name: string,
  { bytes, headers }: WarcRecord,
  { onImage }: Pick<SourceOptions, 'onImage'>,
): Promise<SourceItem | null> {
  const record = await new WARCParser(new AsyncIterReader(slices(bytes), null)).parse();
  if (record === null) return { name, problem: { code: 'damaged' } };
  const type = contentType(record);
  if (!isFound(record)) return null;
  if (onImage !== undefined && /^\s*image\//i.test(type)) {
    const image = await collectBytes(record.contentReader as AsyncIterable<Uint8Array>, imageLimits.bytes);
    if (image !== null) onImage(addressOf(headers.get('warc-target-uri')) ?? '', image);
    return null;
  }
  if (!/^\s*(?:text\/html|application\/xhtml\+xml)|^\s*$/i.test(type)) return null;
  const page = await collectBytes(record.contentReader as AsyncIterable<Uint8Array>, largestPage);
  if (page === null) return { name, problem: { code: 'bomb' } };
  if (page.length === 0) return { name, problem: { code: 'empty' } };
  if (isBinary(page)) return { name, problem: { code: 'binary' } };
  return {
    name,
    address: sourceOf(headers),
    capturedAt: momentOf(headers.get('warc-date') ?? ''),
    charset: parameter(type, 'charset'),
    bytes: page,
    container: 'warc',
  };
}

/** In small pieces, so that what is compressed cannot unpack to more than the memory at once. */
function* slices(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += chunkSize) yield bytes.subarray(at, at + chunkSize);
}

/** As HTTP names it; a resource has no HTTP headers, and its own record names it. */
const contentType = ({ httpHeaders, warcContentType }: WARCRecord): string =>
  (httpHeaders === null ? warcContentType : httpHeaders.headers.get('Content-Type')) ?? '';

/** Error pages and redirects hold no essay. Archives without a status line count as found. */
const isFound = ({ httpHeaders }: WARCRecord): boolean => {
  const status = Number(httpHeaders?.statusCode);
  return Number.isNaN(status) || status === 0 || (status >= 200 && status < 300);
};

/** WARC-Date: ISO 8601 in UTC, in WARC 1.1 with a fraction, or cut short after any part. */
function momentOf(date: string): PartialMoment | null {
  const [moment] = /^\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d:\d\d)?)?)?/.exec(date) ?? [];
  return moment === undefined ? null : moment.includes('T') ? `${moment}Z` : moment;
}
