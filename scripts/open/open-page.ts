import { JSDOM } from 'jsdom';
import { parse, serialize } from 'parse5';
import { decodeHtml } from '../../lib/dom/decode.ts';

/** A page opened outside a browser. Close it when done: jsdom keeps a window's memory until then. */
export interface OpenPage {
  readonly document: Document;
  /** Encoding that the bytes were decoded with; `utf-8` for a string. */
  readonly charset: string;
  readonly close: () => void;
}

/** Opens a page's bytes or text under an address; `hint` is the charset that a wrapper of the bytes names, such as an MHTML part. */
export type PageOpener = (page: Uint8Array | string, url: string, hint?: { readonly charset?: string }) => OpenPage;

/**
 * Opens a page without a browser: no script runs, nothing is loaded.
 * parse5 parses and writes the page out first, because jsdom's own streaming parser puts text that stands between
 * table rows on the wrong side of the table, where browsers and parse5 agree.
 */
export const openPage: PageOpener = (page, url, hint = {}) => {
  const { text, charset } = typeof page === 'string' ? { text: page, charset: 'utf-8' } : decodeHtml(page, hint);
  const { window } = new JSDOM(serialize(parse(text)), { url });
  return { document: window.document, charset, close: () => window.close() };
};
