import { repairUrl } from '../archive/address.ts';
import { momentOfDateText } from '../archive/moment-of-date-text.ts';
import type { ArchivedCopy } from '../essay/essay.ts';
import { normaliseUrl } from '../essay/identity.ts';
import { fail, type Outcome, succeed } from '../essay/outcome.ts';
import type { PartialMoment } from '../essay/partial-date.ts';
import { parameter } from './mime-header.ts';
import { contentOf, leafParts, type MimePart, readPart, strayParts } from './mime-parts.ts';

/** A page taken out of an MHTML file. */
export interface Mhtml {
  /** The page's own bytes, to be decoded with `charset` as a hint. */
  readonly html: Uint8Array;
  /** As the part declares it, in its own spelling. */
  readonly charset: string | null;
  /** The address that it was saved from: an archive's if a replay was saved. */
  readonly url: string | null;
  readonly savedAt: PartialMoment | null;
  /** Who saved it, in the file's words: `Saved by Blink`, `由 Microsoft Internet Explorer 5 保存`. */
  readonly producer: string | null;
  /** Its images by normalised address, by `cid:` and as their part names them, each decoded when it is asked for. */
  readonly images: ReadonlyMap<string, () => Uint8Array>;
  /** The other pages of the file: what the page shows in its frames. */
  readonly frames: readonly MhtmlFrame[];
}

/** A page in a frame of the page that was saved. */
export type MhtmlFrame = Pick<Mhtml, 'html' | 'charset' | 'url'>;

/**
 * Takes the page out of an MHTML file of Chrome or Internet Explorer; `not-mhtml` when there is none in it.
 * Word writes plain HTML under the same name: that comes back as it is. Never throws.
 * The MIME parser is our own: the libraries that run in browsers read mail, and give up or guess where saved pages break the
 * rules (raw GBK headers, a boundary other than declared, no delimiters, undecodable base64; docs/portals.md 5.4).
 */
export function readMhtml(bytes: Uint8Array): Outcome<Mhtml, 'not-mhtml'> {
  if (isMarkup(bytes))
    return succeed({
      html: bytes,
      charset: null,
      url: null,
      savedAt: null,
      producer: null,
      images: new Map(),
      frames: [],
    });
  const message = readPart(afterBlankLines(bytes));
  const parts = leafParts(message);
  const page = rootOf(message, parts) ?? strayParts(bytes).find(isPage);
  if (page === undefined) return fail('not-mhtml');

  const places = [message.headers.get('snapshot-content-location'), page.headers.get('content-location')];
  return succeed({
    html: contentOf(page),
    charset: parameter(page.headers.get('content-type'), 'charset'),
    url:
      [...places, message.headers.get('content-location')].map((place) => pageUrl(place)).find((url) => url !== null) ??
      null,
    savedAt: momentOfDateText(message.headers.get('date') ?? ''),
    producer: message.headers.get('from')?.replace(/^["<]+|[">]+$/g, '') || null,
    images: new Map(parts.flatMap(imageEntries)),
    frames: parts.filter((part) => part !== page && isPage(part)).map(frameOf),
  });
}

/** What an essay's record says of its copy when it was read out of an MHTML file: a replay in the file stays the replay. */
export function copyInMhtml(copy: ArchivedCopy | null, { url, savedAt }: Mhtml): ArchivedCopy | null {
  const replay = copy !== null && copy.archive !== 'saved-page';
  return replay || (url === null && savedAt === null) ? copy : { archive: 'mhtml', url: null, capturedAt: savedAt };
}

/** The part that the message names as its start (RFC 2387), else the first page. */
function rootOf(message: MimePart, parts: readonly MimePart[]): MimePart | undefined {
  const start = parameter(message.headers.get('content-type'), 'start');
  const named = start === null ? undefined : parts.find(({ headers }) => headers.get('content-id')?.trim() === start);
  return named !== undefined && isPage(named) ? named : parts.find(isPage);
}

const isPage = ({ headers }: MimePart): boolean =>
  /^\s*(?:text\/html|application\/xhtml)/i.test(headers.get('content-type') ?? '');

const frameOf = (part: MimePart): MhtmlFrame => ({
  html: contentOf(part),
  charset: parameter(part.headers.get('content-type'), 'charset'),
  url: pageUrl(part.headers.get('content-location')),
});

function imageEntries(part: MimePart): [string, () => Uint8Array][] {
  if (!/^\s*(?:image\/|application\/octet-stream)/i.test(part.headers.get('content-type') ?? '')) return [];
  const place = part.headers.get('content-location')?.replace(/\s/g, '') ?? '';
  const address = pageUrl(place);
  const id = part.headers.get('content-id')?.replace(/^\s*<|>\s*$/g, '') ?? '';
  const names = [address === null ? place : normaliseUrl(address), id === '' ? '' : `cid:${id}`];
  return names.filter(Boolean).map((name) => [name, () => contentOf(part)]);
}

/** The address without the blanks of a folded line; null for a file's or a frame's `cid:`. */
const pageUrl = (place: string | undefined): string | null =>
  /^https?:/i.test(place ?? '') ? repairUrl(place?.replace(/\s/g, '') ?? '') : null;

const BLANKS = new Set([0x09, 0x0a, 0x0d, 0x20, 0xef, 0xbb, 0xbf]);

function afterBlankLines(bytes: Uint8Array): Uint8Array {
  const start = bytes.findIndex((byte) => !BLANKS.has(byte));
  return start < 0 ? bytes.subarray(bytes.length) : bytes.subarray(start);
}

const isMarkup = (bytes: Uint8Array): boolean => afterBlankLines(bytes)[0] === 0x3c;
