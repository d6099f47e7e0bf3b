import { attributeOf, matches, queryAll } from '../../dom/tree.ts';
import { type Address, readAddress } from '../address.ts';

/** What the links of a replay agree on. */
export interface LinkMajority {
  readonly originalUrl: string;
  readonly timestamp: string;
  /** Share of the page's links that carry the archive's prefix with this timestamp: 0 to 1. */
  readonly share: number;
}

// A replay gives every link its own page's timestamp; fewer than this are somebody's references.
const FEWEST = 3;

/**
 * Reads a replay by its links alone, the last fall-back when toolbar and scripts are gone: the timestamp that most of
 * them carry, and the original page if the page links to itself (canonical, or with a fragment), else the site's home.
 */
export function readLinkMajority(document: Document): LinkMajority | null {
  const links = [...queryAll(document, 'a[href], area[href], link[rel=canonical]')].slice(0, 500);
  const prefixed = links.flatMap((link) => {
    const address = readReplayLink(attributeOf(link, 'href') ?? '');
    return address?.timestamp.length === 14 ? [{ link, ...address }] : [];
  });
  const timestamp = mostFrequent(prefixed.map((link) => link.timestamp));
  const agreed = prefixed.filter((link) => link.timestamp === timestamp);
  const itself = agreed.find(({ link, originalUrl }) => matches(link, 'link') || originalUrl.includes('#'));
  const origin = mostFrequent(agreed.map(({ originalUrl }) => new URL('/', originalUrl).href));
  if (agreed.length < FEWEST || timestamp === null || origin === null) return null;
  const originalUrl = itself?.originalUrl?.replace(/#.*/, '') ?? origin;
  return { originalUrl, timestamp, share: agreed.length / links.length };
}

/** The memento that a link of a replay leads to: absolute, or from the archive's root (`/web/TS/URL`); null for other links. */
export function readReplayLink(href: string): Address | null {
  return readAddress(href.startsWith('/web/') ? `https://web.archive.org${href}` : href);
}

function mostFrequent(values: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].reduce<readonly [string | null, number]>(
    (best, next) => (next[1] > best[1] ? next : best),
    [null, 0],
  )[0];
}
