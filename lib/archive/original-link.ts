import type { ArchivedCopy } from '../essay/essay.ts';
import { withEncodedQuery } from './query-encoding.ts';
import type { Unwrapped } from './unwrapped.ts';
import { readReplayLink } from './wayback/wayback-links.ts';

/**
 * The original address of a link or image of a page: an archive's prefix taken off, a relative address resolved against
 * what the page says its addresses are relative to, else its original one. Comes back as it is when it is a fragment, not http(s), or a file that was saved beside the page.
 */
export function originalLink(href: string, { originalUrl, archivedCopy, base, charset }: Unwrapped): string {
  const text = withEncodedQuery(href.trim(), charset);
  if (text.startsWith('#')) return text;
  const folded = readReplayLink(underArchive(text, archivedCopy));
  if (folded !== null) return folded.originalUrl;
  if (/^[a-z][\w+.-]*:/i.test(text) || /^(?:\.\/)?[^/]*[._]files\//.test(text)) return text;
  try {
    const resolved =
      archivedCopy?.archive === 'httrack' ? mirrored(text, originalUrl) : new URL(text, base ?? originalUrl);
    return /^https?:/.test(resolved.protocol) ? resolved.href : href;
  } catch {
    return href;
  }
}

/** A mirror has a folder for each host: a path that leaves the page's own host leads into another's. */
function mirrored(text: string, originalUrl: string): URL {
  const { host, pathname } = new URL(originalUrl);
  const { pathname: path, search, hash } = new URL(text, `http://mirror.invalid/${host}${pathname}`);
  return new URL(`http:/${path}${search}${hash}`);
}

/** A link without a scheme, made absolute where it holds an address: `//web.archive.org/web/…`, `/o/AbCdE/http://…`, `/wayback/2005…/http://…`. */
function underArchive(href: string, copy: ArchivedCopy | null): string {
  if (href.startsWith('//')) return `https:${href}`;
  if (copy === null || !/^\/.*\/https?:\//.test(href)) return href;
  return `${/^https?:\/\/[^/?#]+/.exec(copy.url ?? '')?.[0] ?? 'https://archive.invalid'}${href}`;
}
