import { isArchiveHost, isLocalHost } from './archive-hosts.ts';
import { sha256Hex } from './fixity.ts';

/** Hex digits of an essay's id: 96 bits, so that a million essays collide with a chance below one in 10^16. */
const ID_LENGTH = 24;

/** Address parameters that tell how the reader came to the page, and never which page it is. */
const TRACKING =
  /^(?:utm_\w+|spm|spm_id_from|fbclid|gclid|yclid|dclid|msclkid|mc_[ce]id|bd_vid|hm(?:sr|pl|cu|kw|ci)|isappinstalled|from=(?:singlemessage|groupmessage|timeline))(?:=|$)/i;

/** True for a parameter, as it stands in a query, by which nothing but the way to the page is told. */
export const isTracking = (parameter: string): boolean => TRACKING.test(parameter);

/** `index.html`, `Default.aspx` and their like at the end of a path: the folder's own page. */
const DEFAULT_DOCUMENT = /\/(?:index|default)\.\w{2,5}$/i;

/** Replay addresses hold the original after a timestamp, partial or with the archive's flag: `/web/20070702205327if_/http://…`. */
const REPLAY =
  /^https?:\/\/(?:[^/?#@]*@)?([^/?#:]+)(?::\d+)?\/(?:[\w.-]+\/){0,3}?(?:\d{4,14}(?:[a-z]{2}_)?|\d{4}\.\d\d\.\d\d-\d{6}|newest|oldest|\*)\/(https?:\/{1,2}.*)$/i;

/** The Wayback Machine takes an address without its scheme too. */
const BARE_REPLAY = /^https?:\/\/web\.archive\.org\/web\/[\d*]+(?:[a-z]{2}_)?\/(?!https?:)([^/].*)$/i;

/**
 * Folds the forms of one page's address into one: scheme, `www.`, default port, case of the host, trailing default
 * document, fragment and tracking parameters do not matter, and the wrapper of a public archive, or of a server of the reader's own, is taken off.
 * The order of the query stays: old portals read it by position. An address that is none is given back trimmed.
 */
export function normaliseUrl(url: string): string {
  const address = withoutArchive(url.trim());
  if (!URL.canParse(address)) return address;
  const { protocol, hostname, port, pathname, search } = new URL(address);
  if (protocol !== 'http:' && protocol !== 'https:') return address.replace(/#.*$/s, '');
  const host = hostname
    .toLowerCase()
    .replace(/^www\./, '')
    .replace(/\.$/, '');
  const otherPort = port === '' || port === '80' || port === '443' ? '' : `:${port}`;
  return `http://${host}${otherPort}${pathname.replace(DEFAULT_DOCUMENT, '/')}${withoutTracking(search)}`;
}

/** The id of the essay at an address: digits of the SHA-256 of the normalised address. Needs what `sha256Hex` needs. */
export async function essayId(originalUrl: string): Promise<string> {
  const digest = await sha256Hex(new TextEncoder().encode(normaliseUrl(originalUrl)));
  return digest.slice(0, ID_LENGTH);
}

/** The bytes of that id: where very many are asked for, and none is to be written. */
export async function essayIdBytes(originalUrl: string): Promise<Uint8Array> {
  const digest = await crypto.subtle.digest('SHA-256', encoder.encode(normaliseUrl(originalUrl)));
  return new Uint8Array(digest, 0, ID_LENGTH / 2);
}

const encoder = new TextEncoder();

/** The address inside a replay's, however deep: an archive may have archived another. */
function withoutArchive(url: string): string {
  const bare = BARE_REPLAY.exec(url)?.[1];
  const [, host = '', replayed] = REPLAY.exec(url) ?? [];
  // On any other host such an address is that site's own: it proves nothing of the one inside it.
  const told = isArchiveHost(host) || isLocalHost(host) ? replayed : undefined;
  const inner = bare === undefined ? told : `http://${bare}`;
  // Proxies collapse the double slash of the inner address.
  return inner === undefined ? url : withoutArchive(inner.replace(/^([a-z]+):\/{1,2}/i, '$1://'));
}

/** Parts are compared by name but kept as written: decoding a GB2312 query as UTF-8 would destroy it. */
function withoutTracking(search: string): string {
  const kept = search
    .slice(1)
    .split('&')
    .filter((part) => part !== '' && !isTracking(part));
  return kept.length === 0 ? '' : `?${kept.join('&')}`;
}

/** Digits of the digest that stands in the place of a folder where a page came out of a file that was imported: see `addressOfSource`. */
const OWN_FOLDER = /^file:\/\/\/[0-9a-f]{16}\/[^/\\]*$/;

/**
 * An address as it leaves the computer: that of a page on the disk without its folders, which may name their owner, and with the file's name
 * alone. A folder that is nothing but a digest of the file tells nothing, and stays.
 */
export function givenAddress(address: string): string {
  if (!/^file:/i.test(address) || OWN_FOLDER.test(address)) return address;
  return `file:///${address.replace(/[?#].*$/s, '').replace(/^.*(?:[\\/]|%5c)/is, '')}`;
}
