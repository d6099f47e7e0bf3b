import { queryAll } from '../../dom/tree.ts';
import { repairUrl } from '../address.ts';
import type { Finding } from '../finding.ts';
import { momentOfDateText } from '../moment-of-date-text.ts';
import { commentLike, type Traces } from '../traces.ts';

const HEADER = /^\s*(?:Page saved with|Archive processed by) SingleFile/;

/**
 * A page saved by SingleFile, by the comment that it puts first: address and date of saving; null for another page.
 * The date is JavaScript's `Date.toString` in the time zone of the one who saved. Marks by docs/portals.md 5.4.
 */
export function readSingleFile(document: Document, traces: Traces): Finding | null {
  const header = commentLike(traces, HEADER);
  if (header === null) return null;
  const line = (name: string): string => new RegExp(`^\\s*${name}: (.*)$`, 'm').exec(header)?.[1] ?? '';
  return {
    archive: 'singlefile',
    originalUrl: repairUrl(line('url')),
    url: null,
    capturedAt: momentOfDateText(line('saved date')),
    archiveElements: [...queryAll(document, 'single-file-infobar, singlefile-infobar')],
  };
}
