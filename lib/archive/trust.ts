import { isArchiveHost, isLocalHost, tellsInPage } from '../essay/archive-hosts.ts';
import type { ArchivedCopy, ClaimedOrigin } from '../essay/essay.ts';
import { normaliseUrl } from '../essay/identity.ts';
import { momentOfTimestamp } from '../essay/partial-date.ts';
import { readAddress } from './address.ts';
import { originalLink } from './original-link.ts';
import type { Page, Unwrapped } from './unwrapped.ts';

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).hostname : '');

/**
 * Does the address at which a page was seen prove the original address that it tells? Its own does, a memento on the host of a
 * public archive by the address in it, and whatever stands on the reader's disk or on a server of his own. Anywhere else a
 * page may say what it likes: then it is a claim.
 */
export function provesOrigin(pageUrl: string, originalUrl: string): boolean {
  if (/^file:/i.test(pageUrl)) return true;
  const host = hostOf(pageUrl);
  if (!/^https?:/i.test(pageUrl) || host === '') return false;
  return isLocalHost(host) || tellsInPage(host) || normaliseUrl(pageUrl) === normaliseUrl(originalUrl);
}

/** Only an archive, the disk or a server of the reader's own shows copies: elsewhere a page is what its site serves now. */
const showsCopies = (pageUrl: string): boolean =>
  /^file:/i.test(pageUrl) || [isLocalHost, isArchiveHost, tellsInPage].some((is) => is(hostOf(pageUrl)));

/** Marks a page whose original address, or whose being a copy, nothing proves with the address at which it was seen. */
export function markClaim({ url, fromDisk }: Page, unwrapped: Unwrapped): Unwrapped {
  const { originalUrl, archivedCopy } = unwrapped;
  const proved = provesOrigin(url, originalUrl) && (archivedCopy === null || showsCopies(url));
  return fromDisk || proved ? unwrapped : { ...unwrapped, seenAt: url };
}

/** Where an essay is from: what is proved, and what the page claims beyond that. */
export interface Origin {
  readonly originalUrl: string;
  readonly archivedCopy: ArchivedCopy | null;
  readonly claim?: ClaimedOrigin;
}

/** Where the essay of a page is from. What the page claims is never whose essay it is. */
export function originOf({ originalUrl, archivedCopy, seenAt }: Unwrapped): Origin {
  if (seenAt === undefined) return { originalUrl, archivedCopy };
  const claim: ClaimedOrigin = {
    originalUrl,
    archive: archivedCopy?.archive ?? '',
    capturedAt: archivedCopy?.capturedAt ?? null,
  };
  return { ...mementoAt(seenAt), claim };
}

/** What the address of a public archive's memento tells, however deep; of any other address itself. */
function mementoAt(url: string): Omit<Origin, 'claim'> {
  const memento = isArchiveHost(hostOf(url)) ? readAddress(url) : null;
  if (memento === null) return { originalUrl: url, archivedCopy: null };
  const inner = mementoAt(memento.originalUrl);
  const { archive, timestamp } = memento;
  return { archivedCopy: { archive, url, capturedAt: momentOfTimestamp(timestamp) }, ...withoutNull(inner) };
}

const withoutNull = ({
  originalUrl,
  archivedCopy,
}: Omit<Origin, 'claim'>): Partial<Origin> & { originalUrl: string } =>
  archivedCopy === null ? { originalUrl } : { originalUrl, archivedCopy };

/**
 * The original address of an essay's first page, by the address that the page at hand links to. It is a page of the same site:
 * a link, or a `<base>`, may name any other.
 */
export function originalOfFirst(address: string, page: Unwrapped): string {
  const own = originOf(page).originalUrl;
  const first = page.seenAt === undefined ? originalLink(address, page) : mementoAt(address).originalUrl;
  return siteOf(first) === siteOf(own) ? first : own;
}

const siteOf = (url: string): string => hostOf(url).replace(/^www\./, '');
