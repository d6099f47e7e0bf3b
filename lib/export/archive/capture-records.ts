import { readAddress } from '../../archive/address.ts';
import { momentOfTimestamp } from '../../essay/partial-date.ts';
import type { ExportImage, ExportOriginal, ExportPage, ExportRecord } from '../record.ts';
import { type WrittenWarcRecord, warcFields } from './warc-record.ts';

/*
 * A page or image that its own server sent is a `response`; what an archive, a file or the live document gave is a `resource`,
 * since those are not the bytes that the server sent. HTTP headers were not kept: a response has those that its bytes need.
 */

type Header = readonly [name: string, value: string];

/** The file's own record, which stands first. */
export const warcinfo = (date: string): WrittenWarcRecord => ({
  type: 'warcinfo',
  date,
  contentType: 'application/warc-fields',
  payload: warcFields([
    ['software', '文存 Wencun'],
    ['format', 'WARC File Format 1.1'],
    ['conformsTo', 'http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/'],
    ['description', 'Original pages of kept essays. HTTP headers were not kept and are written anew.'],
  ]),
});

/** The page that was taken, under its address before archiving and the moment at which the archive had captured it. */
export function pageRecord(original: ExportOriginal): WrittenWarcRecord {
  const { capture, bytes } = original;
  return content(isServed(original), {
    uri: targetOf(original),
    date: dateOf(original),
    mime: `text/html; charset=${capture.charset}`,
    payload: bytes,
    headers: fromArchive(original.archivedCopy?.url ?? null, capture.takenAt),
  });
}

/** A further page of the essay, which an archive may have captured at another moment. */
export function otherPageRecord({ address, charset, bytes }: ExportPage, original: ExportOriginal): WrittenWarcRecord {
  const replay = readAddress(address);
  return content(isServed(original), {
    uri: replay?.originalUrl ?? address,
    date: momentOfTimestamp(replay?.timestamp ?? '') ?? dateOf(original),
    mime: `text/html; charset=${charset}`,
    payload: bytes,
    headers: fromArchive(replay === null ? null : address, original.capture.takenAt),
  });
}

/** An image of the essay; of a replay it is the archive's. */
export const imageRecord = (
  { address, type, bytes, takenAt }: ExportImage,
  { essay }: ExportRecord,
): WrittenWarcRecord =>
  content((essay.archivedCopy?.url ?? null) === null, {
    uri: readAddress(address)?.originalUrl ?? address,
    date: takenAt,
    mime: type,
    payload: bytes,
    headers: [],
  });

/** How and from where the page was taken, and which essay was read from it. `page` is the page's record. */
export function aboutCapture({ id, essay }: ExportRecord, original: ExportOriginal, page: string): WrittenWarcRecord {
  const { capture, archivedCopy } = original;
  const facts: readonly (readonly [string, string | null | undefined])[] = [
    ['wencun-essay', id],
    ['wencun-title', essay.title],
    ['wencun-page-url', capture.pageUrl],
    ['wencun-taken-at', capture.takenAt],
    ['wencun-original-form', capture.originalForm],
    ['wencun-archive', archivedCopy?.archive],
    ['wencun-archived-url', archivedCopy?.url],
    ['wencun-archived-at', archivedCopy?.capturedAt],
    ['wencun-sha256', capture.sha256],
  ];
  return {
    type: 'metadata',
    uri: targetOf(original),
    date: capture.takenAt,
    contentType: 'application/warc-fields',
    headers: [['WARC-Refers-To', page]],
    payload: warcFields(facts.flatMap(([name, value]) => (value ? [[name, value] as const] : []))),
  };
}

interface Content {
  readonly uri: string;
  readonly date: string;
  readonly mime: string;
  readonly payload: Uint8Array<ArrayBuffer>;
  readonly headers: readonly Header[];
}

function content(served: boolean, { mime, ...record }: Content): WrittenWarcRecord {
  if (!served) return { ...record, type: 'resource', contentType: mime };
  const http = ['HTTP/1.1 200 OK', `Content-Type: ${mime}`, `Content-Length: ${record.payload.length}`];
  return { ...record, type: 'response', contentType: 'application/http; msgtype=response', http };
}

const isServed = ({ capture, archivedCopy }: ExportOriginal): boolean =>
  capture.originalForm === 'served' && (archivedCopy?.url ?? null) === null;

/** The address before archiving of the page at hand; of a paginated essay that need not be the first page's, as the essay's is. */
function targetOf({ capture: { pageUrl }, archivedCopy, originalUrl }: ExportOriginal): string {
  const replay = readAddress(pageUrl);
  if (replay !== null) return replay.originalUrl;
  return archivedCopy === null && /^https?:/i.test(pageUrl) ? pageUrl : originalUrl;
}

const dateOf = ({ archivedCopy, capture }: ExportOriginal): string => archivedCopy?.capturedAt ?? capture.takenAt;

/** Where the bytes of a replay were got, and when: headers that recorders of archives write (pywb). */
const fromArchive = (address: string | null, takenAt: string): readonly Header[] =>
  address === null
    ? []
    : [
        ['WARC-Source-URI', address],
        ['WARC-Creation-Date', takenAt],
      ];
