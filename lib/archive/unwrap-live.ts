import { queryAll } from '../dom/tree.ts';
import { momentOfTimestamp } from '../essay/partial-date.ts';
import { readAddress } from './address.ts';
import { readArchiveToday } from './archive-today.ts';
import type { Page, Unwrapped } from './unwrapped.ts';

const toolbar = '#wm-ipp-base, #wm-ipp, #wm-ipp-print, #donato';

/**
 * Unwraps a page that an archive shows now, for the recogniser: its address tells all that is weighed. `unwrap` also reads saved
 * replays and what the page says, at three times the code; the clipper uses that one. Never throws.
 */
export function unwrapLive(page: Page): Unwrapped {
  const { document, url } = page;
  try {
    const address = readAddress(url);
    const today = readArchiveToday(page, address, url);
    const copy = today ?? (address && { ...address, capturedAt: momentOfTimestamp(address.timestamp) });
    if (!copy?.originalUrl) return { document, originalUrl: url, archivedCopy: null, archiveElements: [] };
    return {
      document,
      originalUrl: copy.originalUrl,
      archivedCopy: { archive: copy.archive, url: copy.url, capturedAt: copy.capturedAt },
      archiveElements: today?.archiveElements ?? [...queryAll(document, toolbar)],
    };
  } catch {
    // A page can put an element of its own in the place of a document's method.
    return { document, originalUrl: url, archivedCopy: null, archiveElements: [] };
  }
}
