import { attributeOf, elementById, query, queryAll } from '../dom/tree.ts';
import { momentOfTimestamp } from '../essay/partial-date.ts';
import { type Address, isArchiveToday, readAddress, repairUrl } from './address.ts';
import type { Finding } from './finding.ts';
import type { Page } from './unwrapped.ts';

// In <head> all but the title is the archive's: its article:published_time is the moment of capture, not of publication.
const ARCHIVE_ELEMENTS = `#HEADER, #DIVSHARE, #DIVSHARE2, #SHARER, [id^=SHARE_], #hashtags, #FOOTER,
  head > meta[property]:not([property='og:title']), head > meta[name^=twitter]`;

/**
 * A page of archive.today: the original's `html` and `body` have become DIVs in `#CONTENT`; null for another page.
 * The bookmark link holds address and moment best. Marks by docs/portals.md 5.3.
 */
export function readArchiveToday({ document }: Page, address: Address | null, where: string): Finding | null {
  const header = elementById(document, 'HEADER');
  if (header === null || elementById(document, 'CONTENT') === null) return null;
  const attribute = (selector: string, name: string): string => attributeOf(query(document, selector), name) ?? '';
  const bookmark = readAddress(attribute('link[rel=bookmark]', 'href'));
  const canonical = attribute('link[rel=canonical]', 'href');
  if (![bookmark?.url ?? '', canonical, where].some(isArchiveToday)) return null;

  const asked = attributeOf(query(header, 'input[name=q]'), 'value') ?? '';
  const clocks = [
    attributeOf(query(header, 'time'), 'datetime') ?? '',
    attribute("meta[property='article:modified_time']", 'content'),
  ];
  const timestamps = [
    bookmark?.timestamp ?? '',
    ...clocks.map((clock) => clock.replace(/\D/g, '').slice(0, 14)),
    address?.timestamp ?? '',
  ];
  return {
    archive: 'archive-today',
    originalUrl: bookmark?.originalUrl ?? repairUrl(asked) ?? address?.originalUrl ?? null,
    url: [canonical, where, bookmark?.url ?? ''].find(isArchiveToday) ?? null,
    capturedAt: timestamps.map(momentOfTimestamp).find((moment) => moment !== null) ?? null,
    archiveElements: [...queryAll(document, ARCHIVE_ELEMENTS)],
  };
}
