import { attributeOf, queryAll, rootOf } from '../../dom/tree.ts';
import { momentOfTimestamp } from '../../essay/partial-date.ts';
import { repairUrl } from '../address.ts';
import type { Finding } from '../finding.ts';

// Its other elements, such as the reader's line marker, hold the page's own text.
const ARCHIVE_ELEMENTS = ['toolbar', 'infobar', 'sticky', 'basic-loader', 'annotation-loader'];

/** A page saved by WebScrapBook, by the attributes of its `html`; null for another page. Marks by docs/portals.md 5.4. */
export function readWebScrapBook(document: Document): Finding | null {
  const root = rootOf(document);
  const source = attributeOf(root, 'data-scrapbook-source') ?? null;
  if (source === null) return null;
  return {
    archive: 'webscrapbook',
    originalUrl: repairUrl(source),
    url: null,
    // UTC, 17 digits with the milliseconds.
    capturedAt: momentOfTimestamp(attributeOf(root, 'data-scrapbook-create')?.slice(0, 14) ?? ''),
    archiveElements: ARCHIVE_ELEMENTS.flatMap((name) => [...queryAll(document, `[data-scrapbook-elem='${name}']`)]),
  };
}
