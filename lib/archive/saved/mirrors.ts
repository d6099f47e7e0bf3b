import { attributeOf, headOf, query } from '../../dom/tree.ts';
import { momentOfTimestamp } from '../../essay/partial-date.ts';
import type { ArchiveName } from '../../essay/record-words.ts';
import { repairUrl } from '../address.ts';
import type { Finding } from '../finding.ts';
import { momentOfDateText } from '../moment-of-date-text.ts';
import { commentLike, type Traces } from '../traces.ts';

const HTTRACK = /^\s*Mirrored from (\S+) by HTTrack[^,]*,\s*(.*)/;

/** A page of a site that HTTrack mirrored, by its comment: `Mirrored from HOST/PATH by HTTrack Website Copier/3.x […], DATE`. */
export function readHttrack(traces: Traces): Finding | null {
  const [, address = '', date = ''] = HTTRACK.exec(commentLike(traces, HTTRACK) ?? '') ?? [];
  return findingOf('httrack', address, momentOfDateText(date));
}

const MONOLITH = /^\s*Saved from (\S+) at (\S+) using monolith/;

/** A page saved by monolith, by its comment: `Saved from URL at 2020-01-02T03:04:05Z using monolith v2.8.1`. */
export function readMonolith(traces: Traces): Finding | null {
  const [, address = '', date = ''] = MONOLITH.exec(commentLike(traces, MONOLITH) ?? '') ?? [];
  return findingOf('saved-page', address, momentOfTimestamp(date.replace(/\D/g, '').slice(0, 14)));
}

/** A page saved by Save Page WE, by its `savepage-` metas; the date is JavaScript's `Date.toString`. */
export function readSavePageWe(document: Document): Finding | null {
  const head = headOf(document);
  const meta = (name: string): string => attributeOf(query(head, `meta[name="savepage-${name}" i]`), 'content') ?? '';
  return findingOf('save-page-we', meta('url'), momentOfDateText(meta('date')));
}

function findingOf(archive: ArchiveName, address: string, capturedAt: Finding['capturedAt']): Finding | null {
  const originalUrl = repairUrl(address);
  return originalUrl === null ? null : { archive, originalUrl, url: null, capturedAt, archiveElements: [] };
}
