import { attributeOf, query } from '../../dom/tree.ts';
import { isArchiveToday, readAddress, repairUrl } from '../address.ts';
import type { Finding } from '../finding.ts';

/** Where a page says its own address, the surest first: for harvesters of government pages, for search engines, for sharing, in notes. */
const places = [
  ['meta[name="url" i]', 'content'],
  ['link[rel~="canonical" i]', 'href'],
  ['meta[property="og:url" i], meta[name="og:url" i]', 'content'],
  ['meta[name="source-url" i]', 'content'],
] as const;

/**
 * The address that a page on disk says of itself, the last way out where no archive and no saving program told one. An address
 * that is not absolute, or an archive's own, says nothing.
 */
export function readDeclaredAddress(document: Document): Finding | null {
  for (const [selector, name] of places) {
    const written = attributeOf(query(document, selector), name)?.trim() ?? '';
    const address = /^https?:\/\//i.test(written) ? repairUrl(written) : null;
    if (address !== null && readAddress(address) === null && !isArchiveToday(address))
      return { archive: 'saved-page', originalUrl: address, url: null, capturedAt: null, archiveElements: [] };
  }
  return null;
}
