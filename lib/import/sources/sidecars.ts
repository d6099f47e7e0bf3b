import { repairUrl } from '../../archive/address.ts';
import { momentOfDateText } from '../../archive/moment-of-date-text.ts';
import { momentOfTimestamp } from '../../essay/partial-date.ts';
import type { SourcePage } from './source.ts';

/** What the file beside a page says of it: of the folder that both stand in. */
export interface Sidecar extends Pick<SourcePage, 'address' | 'capturedAt' | 'container'> {
  /** The page's own file; null where the sidecar does not name it. */
  readonly index: string | null;
}

/** Names of such files: MAFF, and Firefox's ScrapBook. */
export const isSidecar = (name: string): boolean => /(?:^|\/)index\.(?:rdf|dat)$/i.test(name);

/** Reads a sidecar by its form; null for one that names no address. */
export function readSidecar(text: string): Sidecar | null {
  return /<RDF:|<rdf:|maf\.mozdev\.org/i.test(text) ? readMaff(text) : readScrapBook(text);
}

/** `index.rdf` of MAFF: resources of properties, as the specification writes them. */
function readMaff(text: string): Sidecar | null {
  const value = (name: string): string =>
    unescaped(new RegExp(`<MAF:${name}\\b[^>]*?RDF:resource\\s*=\\s*["']([^"']*)["']`, 'i').exec(text)?.[1] ?? '');
  const address = repairUrl(value('originalurl'));
  if (address === null) return null;
  return {
    address,
    capturedAt: momentOfDateText(value('archivetime')),
    container: 'maff',
    index: value('indexfilename') || null,
  };
}

/** `index.dat` of ScrapBook: lines of a key, a tab and a value. Its id is the local time of saving, to the second: kept as a day. */
function readScrapBook(text: string): Sidecar | null {
  const value = (key: string): string => new RegExp(`^${key}\\t(.*)$`, 'm').exec(text)?.[1]?.trim() ?? '';
  const address = repairUrl(value('source'));
  if (address === null) return null;
  return {
    address,
    capturedAt: momentOfTimestamp(/^(?:19|20)\d{12}/.test(value('id')) ? value('id').slice(0, 8) : ''),
    container: 'webscrapbook',
    index: 'index.html',
  };
}

const unescaped = (text: string): string =>
  text.replace(
    /&(amp|lt|gt|quot|apos);/g,
    (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" })[name] ?? '',
  );
