import type { StoredFile } from '../storage.ts';

/**
 * The files that a PROPFIND's answer lists; null for what is no such answer, or is cut off. Read without a parser of XML, which a
 * service worker has not: names of elements may have any prefix, and what is wanted of them are texts. Of an address only the name at its end
 * counts: servers behind a proxy tell another host, or another folder.
 */
export function filesOfListing(xml: string): readonly StoredFile[] | null {
  const plain = xml.replace(/<!--[\s\S]*?-->/g, '').trimEnd();
  if (/<(?:[\w-]+:)?multistatus(?:\s[^>]*)?\/>$/.test(plain)) return [];
  if (!/<\/(?:[\w-]+:)?multistatus\s*>$/.test(plain)) return null;
  return [...plain.matchAll(/<(?:[\w-]+:)?response[\s>]([\s\S]*?)<\/(?:[\w-]+:)?response\s*>/g)].flatMap(
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
  const found =
    new RegExp(`<(?:[\\w-]+:)?${name}(?:\\s[^>]*)?>\\s*(?:<!\\[CDATA\\[([\\s\\S]*?)\\]\\]>|([^<]*))\\s*<`).exec(xml) ??
    [];
  const [, asIs, escaped = ''] = found;
  return (asIs ?? withoutEscapes(escaped)).trim();
}

const escapes: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

const withoutEscapes = (text: string): string =>
  text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/gi, (all, hex?: string, decimal?: string, name = '') => {
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return escapes[name] ?? (code <= 0x10_ff_ff ? String.fromCodePoint(code) : all);
  });

function pathOf(href: string): string | null {
  try {
    return decodeURIComponent(href.replace(/[?#].*$/s, ''));
  } catch {
    return null;
  }
}
