import { waybackReplay } from '../portal/replay.ts';
import { type ArchiveAnswer, textAnswer } from './answer.ts';
import type { ArchiveSettings } from './settings.ts';
import type { Shelf, ShelvedCapture } from './shelf.ts';
import { httpDate, millisecondsOf, nearestTo } from './times.ts';
import { urlKeyOf } from './url-key.ts';

/** What a path below the collection asks for. */
interface Asked {
  /** Up to 14 digits; '' for the TimeGate. */
  readonly timestamp: string;
  /** `id_`, `im_`, … ; '' for the page to look at. */
  readonly flag: string;
  readonly original: string;
}

/** Reads what stands behind `/web/`; null where it is no replay. */
export function readAsked(path: string): Asked | null {
  const [, timestamp = '', flag = '', original = ''] =
    /^(?:(\d{1,14})([a-z]{2}_)?\/)?(https?:\/.*|[^/]+\.[^/]+.*)$/s.exec(path) ?? [];
  if (original === '') return null;
  return { timestamp, flag, original: original.replace(/^(https?:\/)(?!\/)/, '$1/') };
}

/** Replays a capture: the nearest one, by a redirect where the time asked for is not its own. */
export function answerReplay(
  shelf: Shelf,
  { timestamp, flag, original }: Asked,
  acceptDatetime: string | undefined,
  settings: ArchiveSettings,
): ArchiveAnswer {
  const captures = shelf.ofKey(urlKeyOf(original));
  const wanted =
    timestamp === '' ? Date.parse(acceptDatetime ?? '') || Number.MAX_SAFE_INTEGER : millisecondsOf(timestamp);
  const capture = nearestTo(captures, wanted);
  if (capture === null) return notArchived(original);
  if (capture.timestamp !== timestamp)
    return redirect(replayAddress(settings, capture.timestamp, flag, capture.original), 302);
  if (capture.lost) return textAnswer('<h1>Resource Not In Archive</h1>', 404, { 'content-type': 'text/html' });
  const headers = headersOf(capture, captures, settings);
  if (capture.location !== undefined) {
    const target = new URL(capture.location, capture.original).href;
    return {
      ...redirect(replayAddress(settings, capture.timestamp, flag, target), capture.status),
      headers: { ...headers, location: replayAddress(settings, capture.timestamp, flag, target) },
    };
  }
  const body = capture.body();
  if (flag !== '') return { status: capture.status, headers: { ...headers, 'content-type': capture.type }, body };
  const html = waybackReplay(new TextDecoder('gb18030').decode(body), capture.original, capture.timestamp);
  return textAnswer(html, capture.status, { ...headers, 'content-type': 'text/html; charset=utf-8' });
}

/** The address of a capture in the archive. */
export const replayAddress = (
  { base, collection }: ArchiveSettings,
  timestamp: string,
  flag: string,
  original: string,
): string => `${base}/${collection}/${timestamp}${flag}/${original}`;

function headersOf(
  capture: ShelvedCapture,
  captures: readonly ShelvedCapture[],
  settings: ArchiveSettings,
): Readonly<Record<string, string>> {
  const { base, collection } = settings;
  const at = captures.indexOf(capture);
  const memento = (one: ShelvedCapture | undefined, rel: string): string =>
    one === undefined
      ? ''
      : `, <${replayAddress(settings, one.timestamp, '', one.original)}>; rel="${rel}memento"; datetime="${httpDate(one.timestamp)}"`;
  const links = [
    memento(captures[0], 'first '),
    memento(captures[at - 1], 'prev '),
    memento(capture, ''),
    memento(captures[at + 1], 'next '),
    memento(captures.at(-1), 'last '),
  ];
  return {
    'memento-datetime': httpDate(capture.timestamp),
    link: `<${capture.original}>; rel="original", <${base}/${collection}/timemap/link/${capture.original}>; rel="timemap"; type="application/link-format", <${base}/${collection}/${capture.original}>; rel="timegate"${links.join('')}`,
    'x-archive-orig-content-type': capture.type,
    ...(capture.sent === undefined ? {} : { 'x-archive-orig-content-length': String(capture.sent) }),
    'x-archive-orig-server': 'Microsoft-IIS/5.0',
  };
}

const redirect = (location: string, status: number): ArchiveAnswer => textAnswer('', status, { location });

const notArchived = (original: string): ArchiveAnswer =>
  textAnswer(
    `<html><head><title>Wayback Machine</title></head><body><p>The Wayback Machine has not archived that URL.</p><p>${original.replace(/[<&]/g, '')}</p></body></html>`,
    404,
    { 'content-type': 'text/html; charset=utf-8' },
  );
