import type { Page } from '../archive/unwrapped.ts';
import { decodeHtml } from '../dom/decode.ts';
import { isBeyondReading } from '../dom/measure-html.ts';
import { parseHtml } from '../dom/parse.ts';
import type { ArchivedCopy } from '../essay/essay.ts';
import { sha256Hex } from '../essay/fixity.ts';
import type { SourcePage } from './sources/source.ts';

/** A page of a file, opened to be read. */
export interface OpenSource extends Page {
  readonly charset: string;
  /** Frees what the parser holds, where it holds something. */
  readonly close: () => void;
}

/** Opens a page's bytes, decoded as `charset` hints, under an address. */
export type OpenBytes = (
  bytes: Uint8Array<ArrayBuffer>,
  address: string,
  charset: string | null,
) => Pick<OpenSource, 'document' | 'charset' | 'close' | 'tooLarge'>;

/** Opens a page as the browser that this runs in does. */
export const openInBrowser: OpenBytes = (bytes, _, hint) => {
  const { text, charset } = decodeHtml(bytes, hint === null ? {} : { charset: hint });
  const tooLarge = isBeyondReading(text);
  return { document: parseHtml(tooLarge ? '' : text), charset, tooLarge, close: () => undefined };
};

/** Opens a page under its address, or one of its file's name and bytes, so that another file of that name is another page. */
export async function openSource(page: SourcePage, open: OpenBytes): Promise<OpenSource> {
  const url = await addressOfSource(page);
  return { url, ...open(page.bytes, url, page.charset) };
}

const DIGITS = 16;

/** The address that a page is opened under: its own, or one of its file's name and bytes. */
export async function addressOfSource({ address, name, bytes }: SourcePage): Promise<string> {
  if (address !== null) return address;
  const base = name
    .replace(/^.*[/\\]/s, '')
    .slice(-100)
    .replace(/\p{Surrogate}/gu, '');
  return `file:///${(await sha256Hex(bytes)).slice(0, DIGITS)}/${encodeURIComponent(base)}`;
}

/** What an essay's record says of its copy when a file held the page: a replay in the file stays the replay. */
export function copyInSource(copy: ArchivedCopy | null, { container, capturedAt }: SourcePage): ArchivedCopy | null {
  const replay = copy !== null && copy.archive !== 'saved-page';
  return replay || container === null ? copy : { archive: container, url: null, capturedAt };
}
