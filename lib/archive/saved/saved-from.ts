import { isPublicAddress } from '../../essay/archive-hosts.ts';
import { repairUrl } from '../address.ts';
import type { Finding } from '../finding.ts';
import { commentLike, type Traces } from '../traces.ts';

const OPENING = /^\s*saved from url=\((\d{1,5})\)/;

/**
 * A page that Internet Explorer, Firefox or Chrome saved, by its "mark of the web": `saved from url=(0025)http://…`, where
 * the parentheses hold the length of the address; null without one, or with a constant that names no page.
 * A portal's own template often carries such a comment from the day it was made, on every page. So it counts only on a
 * file or a local server, not on a page with a public address of its own.
 */
export function readSavedFrom(traces: Traces, pageUrl: string): Finding | null {
  const comment = commentLike(traces, OPENING) ?? '';
  const [opening = '', length = ''] = OPENING.exec(comment) ?? [];
  const rest = comment.slice(opening.length);
  const exact = rest.slice(0, Number(length));
  const written = /^\s*$/.test(rest.slice(Number(length))) ? exact : (/^\S+/.exec(rest)?.[0] ?? '');
  const originalUrl = written === 'http://internet.e-mail' ? null : repairUrl(written);
  if (originalUrl === null || isPublicAddress(pageUrl)) return null;
  return { archive: 'saved-page', originalUrl, url: null, capturedAt: null, archiveElements: [] };
}
