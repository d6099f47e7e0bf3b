import { AsyncIterReader, WARCParser, type WARCRecord } from 'warcio';
import { readAddress } from '../../archive/address.ts';
import { imageLimits } from '../../essay/image.ts';
import type { PartialMoment } from '../../essay/partial-date.ts';
import { parameter } from '../mime-header.ts';
import { arcMark, arcRecords } from './arc-records.ts';
import { isBinary } from './binary.ts';
import { collectBytes } from './blob-chunks.ts';
import { gunzipChunks } from './gunzip.ts';
import { readHttpResponse } from './http-response.ts';
import { chunkSize, largestPage } from './limits.ts';
import { nameWithin, type PassedOver, type SourceItem, type SourceOptions } from './source.ts';
import { type WarcRecord, warcRecords } from './warc-records.ts';

type Options = Pick<SourceOptions, 'onImage' | 'onPassed'>;

/** The pages that a WARC or an ARC (not compressed, or unpacked already) holds. One whose record is damaged is told and passed over. */
export async function* readWarc(
  name: string,
  chunks: AsyncIterable<Uint8Array<ArrayBuffer>>,
  options: Options = {},
): AsyncGenerator<SourceItem> {
  let records = 0;
  let told = 0;
  const tell = (item: SourceItem): SourceItem => {
    told += 1;
    return item;
  };
  const [start, all] = await peek(chunks);
  const isArc = new TextDecoder('windows-1252').decode(start.subarray(0, arcMark.length)) === arcMark;
  for await (const record of isArc ? arcRecords(all) : warcRecords(all)) {
    records += 1;
    const label = nameWithin(name, addressOf(record.headers.get('warc-target-uri')) ?? `#${records}`);
    if (record.state === 'damaged') yield tell({ name: label, problem: { code: 'damaged' } });
    else if (isRevisit(record)) options.onPassed?.(label, 'revisit');
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

/** The first bytes of a stream, and the stream as it was. */
async function peek(
  chunks: AsyncIterable<Uint8Array<ArrayBuffer>>,
): Promise<readonly [Uint8Array, AsyncIterable<Uint8Array<ArrayBuffer>>]> {
  const source = chunks[Symbol.asyncIterator]();
  const first = await source.next();
  const all = async function* () {
    if (first.done) return;
    yield first.value;
    yield* { [Symbol.asyncIterator]: () => source };
  };
  return [first.done ? new Uint8Array(0) : first.value, all()];
}

/** The pages that a WARC compressed by gzip holds, each record its own member as is usual, or all in one. */
export async function* readPackedWarc(
  name: string,
  packed: AsyncIterable<Uint8Array<ArrayBuffer>>,
  options: Options = {},
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

/** A crawl's word that it met a page which was as it had it before. */
const isRevisit = ({ headers }: WarcRecord): boolean => /^revisit$/i.test(headers.get('warc-type') ?? '');

/** What belongs to pages: they are dressed and moved by it, and its pictures go along with their essays. */
const ofPages = /^\s*(?:image\/|font\/|text\/css|(?:application|text)\/(?:x-)?(?:javascript|ecmascript|font))/i;

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

async function pageOfRecord(name: string, record: WarcRecord, options: Options): Promise<SourceItem | null> {
  const { headers } = record;
  const response = (await readByWarcio(record)) ?? readByHand(record);
  if (response === null) return { name, problem: { code: 'damaged' } };
  const { type, status, body, cut } = response;
  const pass = (why: PassedOver): null => {
    options.onPassed?.(name, why);
    return null;
  };
  if (status < 200 || status >= 300) return pass('error-page');
  if (options.onImage !== undefined && /^\s*image\//i.test(type)) {
    if (body !== 'bomb' && body.length <= imageLimits.bytes)
      options.onImage(addressOf(headers.get('warc-target-uri')) ?? '', body);
    return pass('companion');
  }
  if (!/^\s*(?:text\/html|application\/xhtml\+xml)|^\s*$/i.test(type))
    return pass(ofPages.test(type) ? 'companion' : 'other-kind');
  if (body === 'bomb') return { name, problem: { code: 'bomb' } };
  if (body.length === 0) return { name, problem: { code: 'empty' } };
  if (isBinary(body)) return { name, problem: { code: 'binary' } };
  return {
    name,
    address: sourceOf(headers),
    capturedAt: momentOf(headers.get('warc-date') ?? ''),
    charset: parameter(type, 'charset'),
    bytes: body,
    container: 'warc',
    ...(cut ? { cut } : {}),
  };
}

interface Response {
  readonly type: string;
  readonly status: number;
  readonly body: Uint8Array<ArrayBuffer> | 'bomb';
  readonly cut: boolean;
}

/** The response of a record in order; null where there is no response of that kind, or nothing comes of it. */
async function readByWarcio({ header, block }: WarcRecord): Promise<Response | null> {
  if (header.length === 0) return null;
  try {
    const record = await new WARCParser(new AsyncIterReader(slices([header, block]), null)).parse();
    if (record === null) return null;
    const body = await collectBytes(record.contentReader as AsyncIterable<Uint8Array>, largestPage);
    if (body?.length === 0 && block.length > 0) return null;
    return { type: contentType(record), status: statusOf(record), body: body ?? 'bomb', cut: false };
  } catch {
    return null;
  }
}

/** What browsers make of a response that breaks the rules; a resource's block is the page itself. */
function readByHand({ headers, block }: WarcRecord): Response | null {
  const isHttp = /^(?:response)$/i.test(headers.get('warc-type') ?? '');
  if (!isHttp) return { type: headers.get('content-type') ?? '', status: 200, body: block, cut: false };
  const read = readHttpResponse(block, largestPage);
  if (read === null) return null;
  if (read === 'bomb') return { type: 'text/html', status: 200, body: 'bomb', cut: false };
  const told = headers.get('content-type') ?? '';
  const type = read.headers.get('content-type') ?? (/^application\/http/i.test(told) ? '' : told);
  return { type, status: read.status, body: read.body, cut: read.cut };
}

/** In small pieces, so that what is compressed cannot unpack to more than the memory at once. */
function* slices(parts: readonly Uint8Array[]): Generator<Uint8Array> {
  for (const bytes of parts)
    for (let at = 0; at < bytes.length; at += chunkSize) yield bytes.subarray(at, at + chunkSize);
}

/** As HTTP names it; a resource has no HTTP headers, and its own record names it. */
const contentType = ({ httpHeaders, warcContentType }: WARCRecord): string =>
  (httpHeaders === null ? warcContentType : httpHeaders.headers.get('Content-Type')) ?? '';

/** Error pages and redirects hold no essay. Archives without a status line count as found. */
const statusOf = ({ httpHeaders }: WARCRecord): number => Number(httpHeaders?.statusCode) || 200;

/** WARC-Date: ISO 8601 in UTC, in WARC 1.1 with a fraction, or cut short after any part. */
function momentOf(date: string): PartialMoment | null {
  const [moment] = /^\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d:\d\d)?)?)?/.exec(date) ?? [];
  return moment === undefined ? null : moment.includes('T') ? `${moment}Z` : moment;
}
