import { charsetOf, contains } from '../dom/tree.ts';
import { momentOfTimestamp } from '../essay/partial-date.ts';
import { readAddress } from './address.ts';
import { readArchiveToday } from './archive-today.ts';
import { baseOf } from './base-address.ts';
import type { Finding } from './finding.ts';
import { readPywb } from './pywb.ts';
import { readDeclaredAddress } from './saved/declared-address.ts';
import { readSavedForm } from './saved/saved-forms.ts';
import { readSearchCache } from './search-cache.ts';
import { readTraces } from './traces.ts';
import { markClaim } from './trust.ts';
import type { Page, Unwrapped } from './unwrapped.ts';
import { readWayback } from './wayback/wayback.ts';

/**
 * Tells an archive's or a saving browser's wrapper apart from the page in it. A saved replay counts as the replay: the
 * archive's capture is older than the saving. What the page says goes before the address that it is shown under.
 * What nothing proves is marked as a claim (`seenAt`). Never changes the document and never throws; a page without a wrapper comes back as it is.
 */
export function unwrap(page: Page): Unwrapped {
  try {
    const unwrapped = markClaim(page, unwrapMarked(page));
    const base = baseOf(page.document, unwrapped.originalUrl);
    const charset = page.charset ?? charsetOf(page.document);
    return { ...unwrapped, ...(base === null ? {} : { base }), ...(/^utf-?8$/i.test(charset) ? {} : { charset }) };
  } catch {
    // A page can put an element of its own in the place of a document's method, by a name such as `getElementById`.
    return { document: page.document, originalUrl: page.url, archivedCopy: null, archiveElements: [] };
  }
}

function unwrapMarked(page: Page): Unwrapped {
  const { document, url } = page;
  const traces = readTraces(document);
  const saved = readSavedForm(page, traces);
  const where = saved?.originalUrl ?? url;
  const address = readAddress(where);
  const replay =
    readArchiveToday(page, address, where) ??
    readPywb(page, traces, address) ??
    readWayback(page, traces, address) ??
    readSearchCache(page, where);
  const own = url.startsWith('file:') ? readDeclaredAddress(document) : null;
  const copy = innermost(replay ?? saved ?? own);
  if (copy === null) return { document, originalUrl: url, archivedCopy: null, archiveElements: [] };
  const added = [...(replay?.archiveElements ?? []), ...(saved?.archiveElements ?? [])];
  const archivedCopy = { archive: copy.archive, url: copy.url, capturedAt: copy.capturedAt };
  return {
    document,
    originalUrl: copy.originalUrl ?? saved?.originalUrl ?? url,
    archivedCopy,
    archiveElements: outermost(added),
  };
}

/** An archive that had captured another archive's replay: the inner one is the copy. */
function innermost(finding: Finding | null): Finding | null {
  const inner = finding?.originalUrl ? readAddress(finding.originalUrl) : null;
  if (finding === null || inner === null) return finding;
  const capturedAt = momentOfTimestamp(inner.timestamp) ?? finding.capturedAt;
  return innermost({ ...finding, ...inner, capturedAt });
}

/** Each element once, and none that another holds. */
function outermost(elements: readonly Element[]): readonly Element[] {
  return [...new Set(elements)].filter(
    (element) => !elements.some((other) => other !== element && contains(other, element)),
  );
}
