import { isArchiveToday, readAddress } from '../archive/address.ts';
import type { ArchiveName } from '../essay/record-words.ts';
import { archiveLimits, type PaceLimits } from '../queue-plan/pace.ts';

/** An archive that can be harvested, and where its interfaces are. */
export interface Archive {
  /** `wayback`, `arquivo`, or the address of a server. */
  readonly id: string;
  /** As essays' records name it. */
  readonly name: ArchiveName;
  /** Which language its index speaks: the Wayback Machine's CDX server, pywb's, or OpenWayback's XML. */
  readonly software: 'wayback' | 'pywb' | 'openwayback';
  readonly index: string;
  /** What stands before the timestamp of a capture's address; ends with a slash. */
  readonly replay: string;
  /** What stands before an address for its TimeMap in link format; ends with a slash. */
  readonly timeMap: string;
  /** Where pages are handed in to be saved; null where they cannot be. */
  readonly save: string | null;
  /** How often it may be asked, for its index, captures and images together. */
  readonly pace: PaceLimits;
  /** Match patterns of its hosts: what a browser has to grant. */
  readonly origins: readonly string[];
}

/** Libraries' servers publish no numbers: slower than the Wayback Machine's. */
const libraryPace: PaceLimits = { ...archiveLimits, gap: 4000 };

/** The Wayback Machine of the Internet Archive. */
export const wayback: Archive = {
  id: 'wayback',
  name: 'wayback',
  ...placesOf('https://web.archive.org'),
  pace: archiveLimits,
  origins: ['*://web.archive.org/*'],
};

/** The Portuguese web archive, which runs pywb. */
export const arquivo: Archive = {
  id: 'arquivo',
  name: 'pywb',
  ...pywbPlaces('https://arquivo.pt/wayback'),
  pace: libraryPace,
  origins: ['*://arquivo.pt/*'],
};

/** The archives that are known by name. archive.today is none: it refuses programs, and only its links that a reader has opened are kept. */
export const archives: readonly Archive[] = [wayback, arquivo];

/**
 * An archive by its name (`wayback`, `arquivo`) or the address of its server: of pywb and OpenWayback with the collection's path
 * (`https://library.example/portals`), or of a server that has the Wayback Machine's paths, without one. An OpenWayback that has no CDX
 * server is named by its XML index (`https://library.example/wayback/xmlquery`); a pywb whose index has another path than `/cdx` by that
 * (`https://library.example/portals/index`). A capture's address stands for its server. Null where it is neither, and for archive.today.
 */
export function archiveOf(nameOrAddress: string): Archive | null {
  const known = archives.find(({ id }) => id === nameOrAddress.trim().toLowerCase());
  if (known !== undefined) return known;
  const written = nameOrAddress.trim().replace(/^(?!https?:\/\/)(?=[^\s/]+\.[^\s/.]+(?:\/|$))/i, 'https://');
  if (!/^https?:\/\//i.test(written) || !URL.canParse(written) || isArchiveToday(`${written}/x`)) return null;
  const { origin, hostname, pathname } = new URL(written.replace(/\/\d{4,14}(?:[a-z]{2,4}_)?\/+https?:.*$/is, '/'));
  const collection = pathname.replace(/\/(?:cdx|timemap(?:\/(?:link|json))?|\*|web)?\/?$/, '');
  const same = archives.find(({ origins }) =>
    origins.includes(`*://${hostname.replace(/^(?:www\.)?(?=archive\.org$)/, 'web.')}/*`),
  );
  if (same !== undefined) return same;
  const [, base, query] = /^(.*)\/(xmlquery(?:\.jsp)?)\/?$/.exec(origin + pathname) ?? [];
  if (base !== undefined)
    return {
      id: `${base}/${query}`,
      name: 'openwayback',
      ...pywbPlaces(base),
      software: 'openwayback',
      index: `${base}/${query}`,
      pace: libraryPace,
      origins: [`*://${hostname}/*`],
    };
  const [, place, index] = /^(.*?)(\/index|-cdx|-index)$/.exec(origin + collection) ?? [];
  if (place !== undefined)
    return {
      id: place + index,
      name: 'pywb',
      ...pywbPlaces(place),
      index: place + index,
      pace: libraryPace,
      origins: [`*://${hostname}/*`],
    };
  return {
    id: origin + collection,
    name: collection === '' ? 'wayback' : 'pywb',
    ...(collection === '' ? placesOf(origin) : pywbPlaces(origin + collection)),
    pace: libraryPace,
    origins: [`*://${hostname}/*`],
  };
}

/**
 * The archive that a capture's address is of: one that is known by name, else the server that stands before its moment. Null where the
 * address is no capture's, and for archive.today, which refuses programs.
 */
export function archiveOfReplay(address: string): Archive | null {
  const replay = readAddress(address);
  if (replay === null || replay.archive === 'archive-today') return null;
  const before = /^(https?:\/\/[^?#]*?)\/\d{4,14}(?:[a-z]{2,4}_)?\/+https?:/i.exec(address)?.[1];
  return before === undefined ? null : archiveOf(before);
}

type Places = Pick<Archive, 'software' | 'index' | 'replay' | 'timeMap' | 'save'>;

function placesOf(base: string): Places {
  return {
    software: 'wayback',
    index: `${base}/cdx/search/cdx`,
    replay: `${base}/web/`,
    timeMap: `${base}/web/timemap/link/`,
    save: `${base}/save`,
  };
}

function pywbPlaces(base: string): Places {
  return { software: 'pywb', index: `${base}/cdx`, replay: `${base}/`, timeMap: `${base}/timemap/link/`, save: null };
}
