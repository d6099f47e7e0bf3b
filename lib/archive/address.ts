import type { ArchiveName } from '../essay/record-words.ts';
/** What an archive's address says of the memento behind it. */
export interface Address {
  /** The address itself. */
  readonly url: string;
  /** As in `ArchivedCopy.archive`. */
  readonly archive: ArchiveName;
  readonly originalUrl: string;
  /** Up to 14 digits; empty when the address names no moment. */
  readonly timestamp: string;
}

// Longer than any address that a portal made; what is longer is an attack or data in disguise.
const LONGEST = 4096;

/**
 * The http(s) address that a wrapper wrote, in the form that an address bar would show; null when it is none.
 * Repairs what archives do to it: a scheme left off, slashes collapsed (`http:/host`), the scheme escaped, the default port.
 */
export function repairUrl(written: string): string | null {
  const text = written.trim();
  if (text.length > LONGEST) return null;
  const [scheme = '', secure = ''] = /^http(s?)(?::|%3a)(?:\/|%2f)*/i.exec(text) ?? [];
  if (scheme === '' && !/^\/{0,2}[^\s/:?#]+\.[^\s/?#]+/.test(text)) return null;
  try {
    // Slashes that are left over in front of the host are passed over, as an address bar does.
    return new URL(`http${secure}://${text.slice(scheme.length)}`).href;
  } catch {
    return null;
  }
}

const WAYBACK_HOST = /(?:^|\.)(?:archive|waybackmachine)\.org$/;
const WAYBACK_PATH = /^(?:web\/)?(?:(\d{1,14})(?:[a-z]{2}_)?\/)?(.+)/;
const TODAY_HOST = /^(?:www\.)?archive\.(?:today|is|ph|md|li|fo|vn)$/;
const TODAY_PATH = /^(?:(\d{4}[\d.-]*)\/|o\/\w+\/|newest\/|oldest\/)(https?:.+)/;
// OpenWayback and pywb run on any library's host, behind any path: a full timestamp, or one with a modifier such as mp_.
const MEMENTO_PATH = /^(?:[^?#]*\/)?(\d{14}|\d{4,14}(?=[a-z]{2,4}_))([a-z]{2,4}_)?\/{1,3}(https?:.+)/;

/** True when the address is on one of archive.today's hosts. */
export const isArchiveToday = (url: string): boolean => TODAY_HOST.test(hostAndPath(url)[0]);

/**
 * Reads the address of a memento, as the page's own address or as a link on a replay; null for any other address.
 * An archive's list of captures, with a star behind the timestamp, is no memento.
 */
export function readAddress(url: string): Address | null {
  const [host, path] = hostAndPath(url);
  if (WAYBACK_HOST.test(host)) {
    const [, timestamp = '', rest = ''] = WAYBACK_PATH.exec(path) ?? [];
    return timestamp === '' && !/^https?(?::|%3a)/i.test(rest) ? null : address(url, 'wayback', rest, timestamp);
  }
  if (TODAY_HOST.test(host)) {
    const [, timestamp = '', rest = ''] = TODAY_PATH.exec(path) ?? [];
    return address(url, 'archive-today', rest, timestamp.replace(/\D/g, ''));
  }
  const [, timestamp = '', modifier = '', rest = ''] = MEMENTO_PATH.exec(path) ?? [];
  const archive = /^(?:mp|ir|bn|wkrf)_/.test(modifier) ? 'pywb' : 'openwayback';
  return address(url, archive, rest, timestamp);
}

/** Null where nothing follows the moment, too. */
function address(url: string, archive: ArchiveName, rest: string, timestamp: string): Address | null {
  const originalUrl = repairUrl(rest);
  return originalUrl === null ? null : { url, archive, originalUrl, timestamp };
}

/** Host, and what follows it without the first slash; two empty strings when it is no http(s) address. */
function hostAndPath(url: string): readonly [string, string] {
  const [, host = '', path = ''] =
    /^https?:\/\/(?:[^/?#@]*@)?([^/?#:]+)(?::\d+)?\/(.+)$/i.exec(url.slice(0, 2 * LONGEST)) ?? [];
  return [host.toLowerCase(), path];
}
