import { JSDOM } from 'jsdom';
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

/** Opens a page without a browser: no script runs, nothing is loaded. */
export const openPage: PageOpener = (page, url, hint = {}) => {
  const { text, charset } = typeof page === 'string' ? { text: page, charset: 'utf-8' } : decodeHtml(page, hint);
  const { window } = new JSDOM(text, { url });
  return { document: window.document, charset, close: () => window.close() };
};
