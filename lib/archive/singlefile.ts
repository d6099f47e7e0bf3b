import { repairUrl } from './address.ts';
import type { Finding } from './finding.ts';
import { commentLike, type Marks } from './marks.ts';

const HEADER = /^\s*(?:Page saved with|Archive processed by) SingleFile/;

/**
 * A page saved by SingleFile, by the comment that it puts first: address and date of saving; null for another page.
 * The date is JavaScript's `Date.toString` in the time zone of the one who saved. Marks by portal-notes 5.4.
 */
export function readSingleFile(document: Document, marks: Marks): Finding | null {
  const header = commentLike(marks, HEADER);
  if (header === null) return null;
  const line = (name: string): string => new RegExp(`^\\s*${name}: (.*)$`, 'm').exec(header)?.[1] ?? '';
  return {
    archive: 'singlefile',
    originalUrl: repairUrl(line('url')),
    url: null,
    capturedAt: readDate(line('saved date')),
    furniture: [...document.querySelectorAll('single-file-infobar, singlefile-infobar')],
  };
}

function readDate(text: string): string | null {
  const moment = new Date(/^\w{3} \w{3} \d{1,2} \d{4} [\d:]{8} GMT[+-]\d{4}/.exec(text)?.[0] ?? Number.NaN);
  return Number.isNaN(moment.getTime()) ? null : moment.toISOString().replace(/\.\d+Z$/, 'Z');
}
