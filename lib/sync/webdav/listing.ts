import type { StoredFile } from '../storage.ts';

/**
 * The files that a PROPFIND's answer lists; null for what is no such answer, or is cut off. Read without a parser of XML, which a
 * service worker has not: names of elements may have any prefix, and what is wanted of them are texts.
 */
export function filesOfListing(xml: string): readonly StoredFile[] | null {
  if (!/<\/(?:[\w-]+:)?multistatus\s*>\s*$/.test(xml)) return null;
  return [...xml.matchAll(/<(?:[\w-]+:)?response[\s>]([\s\S]*?)<\/(?:[\w-]+:)?response\s*>/g)].flatMap(
    ([, response = '']): StoredFile[] => {
      const path = pathOf(textOf(response, 'href'));
      if (path === null || path.endsWith('/') || /<(?:[\w-]+:)?collection[\s/>]/.test(response)) return [];
      const size = Number(textOf(response, 'getcontentlength'));
      // nginx lists no tag: then age and size stand for it.
      const tag = textOf(response, 'getetag') || textOf(response, 'getlastmodified');
      return [{ name: path.slice(path.lastIndexOf('/') + 1), tag: `${tag} ${size}`, size }];
    },
  );
}

function textOf(xml: string, name: string): string {
  const found = new RegExp(`<(?:[\\w-]+:)?${name}(?:\\s[^>]*)?>([^<]*)<`).exec(xml)?.[1] ?? '';
  return found
    .trim()
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}

function pathOf(href: string): string | null {
  try {
    return decodeURIComponent(href);
  } catch {
    return null;
  }
}
