import type { ArchivedCopy } from '../essay/essay.ts';
import { type Address, isArchiveToday, readAddress } from './address.ts';
import { savedImagePath } from './saved/saved-image.ts';

/** Where an essay was read: the address in the address bar, and the archived copy that it shows. */
export interface WhereRead {
  readonly pageUrl: string;
  readonly archivedCopy: ArchivedCopy | null;
}

/**
 * Where the image of an essay is to be fetched: of a replay the same archive's capture of it, never the living site, which
 * may show another image by now. Null when the archive has no address for it, and for one that was saved beside its page.
 * `im_` asks for an image as it was captured, in the Wayback Machine, OpenWayback and pywb alike.
 */
export function imageSource(address: string, { pageUrl, archivedCopy }: WhereRead): string | null {
  if (savedImagePath(address) !== null) return null;
  const here = readAddress(pageUrl) ?? readAddress(archivedCopy?.url ?? '');
  if (here === null || readAddress(address) !== null) return address;
  // archive.today writes addresses of its own into its pages: those it has, and no others.
  if (here.archive === 'archive-today') return isArchiveToday(address) ? address : null;
  return here.timestamp === '' ? null : `${prefixOf(here)}${here.timestamp}im_/${address}`;
}

/** What stands before the timestamp: the archive's host and the path of its collection. */
const prefixOf = ({ url, timestamp }: Address): string => url.slice(0, url.indexOf(`/${timestamp}`) + 1);
