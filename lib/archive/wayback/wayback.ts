import { textOf } from '../../dom/tree.ts';
import { momentOfTimestamp, type PartialMoment } from '../../essay/partial-date.ts';
import type { ArchiveName } from '../../essay/record-words.ts';
import type { Address } from '../address.ts';
import type { Finding } from '../finding.ts';
import { commentLike, elementsBetween, type Traces } from '../traces.ts';
import type { Page } from '../unwrapped.ts';
import { readWaybackDate } from './wayback-date.ts';
import { type LinkMajority, readLinkMajority } from './wayback-links.ts';
import { readToolbar } from './wayback-toolbar.ts';

const BEGIN = /^\s*BEGIN WAYBACK/i;
const END = /^\s*END WAYBACK (?!REWRITE)/i;
const REWRITE_END = /^\s*End Wayback Rewrite JS/i;
const DATED = /FILE ARCHIVED ON/;
const OPENWAYBACK = /OPENWAYBACK|BEGIN Wayback INSERTED TIMELINE|BEGIN WAYBACK TIMELINE DISCLAIMER/;

/**
 * A replay of the Wayback Machine, of any time since 2001, or of OpenWayback, which has its marks; null for another page.
 * The page's own word goes before its address, a full moment before a partial one. Marks by docs/portals.md 5.1 and 5.2.
 */
export function readWayback({ document, url }: Page, traces: Traces, address: Address | null): Finding | null {
  const toolbar = readToolbar(document, traces);
  const appended = traces.scripts.map((script) => textOf(script) ?? '').find((code) => DATED.test(code));
  const dated = commentLike(traces, DATED) ?? appended ?? null;
  const marked =
    toolbar !== null ||
    dated !== null ||
    commentLike(traces, BEGIN) !== null ||
    commentLike(traces, REWRITE_END) !== null;
  const addressed = address?.archive === 'wayback' || address?.archive === 'openwayback' ? address : null;
  const known = toolbar?.originalUrl ?? addressed?.originalUrl;
  const links = known === undefined ? linksOf(document, url, marked) : null;
  if (!marked && addressed === null && links === null) return null;

  const told = [
    dated === null ? null : readWaybackDate(dated),
    ...[links, addressed].map((it) => momentOfTimestamp(it?.timestamp ?? '')),
  ];
  const capturedAt = fullest([...(toolbar?.moments ?? []), ...told]);
  const open = [...traces.comments.map((comment) => comment.data), appended ?? ''].some((text) =>
    OPENWAYBACK.test(text),
  );
  const archive =
    open || (addressed?.archive === 'openwayback' && !traces.scripts.some(isWombat)) ? 'openwayback' : 'wayback';
  const originalUrl = known ?? links?.originalUrl ?? null;
  return {
    archive,
    originalUrl,
    url: copyUrl(archive, originalUrl, capturedAt, addressed),
    capturedAt,
    archiveElements: [...(toolbar?.archiveElements ?? []), ...elementsBetween(traces, BEGIN, END), ...traces.scripts],
  };
}

const isWombat = (script: Element): boolean => textOf(script)?.includes('__wm.wombat') === true;

/** The links' word, for a page that is marked, or for a file that has nothing else: on a live page they are its author's references. */
function linksOf(document: Document, url: string, marked: boolean): LinkMajority | null {
  const links = marked || url.startsWith('file:') ? readLinkMajority(document) : null;
  return marked || (links?.share ?? 0) >= 0.6 ? links : null;
}

/** The first moment that is told to the second, else the longest. */
function fullest(moments: readonly (PartialMoment | null)[]): PartialMoment | null {
  return moments.reduce((best, next) => ((next?.length ?? 0) > (best?.length ?? 0) ? next : best), null);
}

/** The copy's address: the page's own if it names this very moment, else made, since the Wayback Machine's addresses are regular. */
function copyUrl(
  archive: ArchiveName,
  originalUrl: string | null,
  capturedAt: PartialMoment | null,
  address: Address | null,
): string | null {
  const timestamp = capturedAt?.replace(/\D/g, '') ?? '';
  if (address?.timestamp.length === 14 && address.originalUrl === originalUrl) return address.url;
  const made = archive === 'wayback' && originalUrl !== null && timestamp.length === 14;
  return made ? `https://web.archive.org/web/${timestamp}/${originalUrl}` : (address?.url ?? null);
}
