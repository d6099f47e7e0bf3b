import { openPage } from '../../scripts/open/open-page.ts';

/**
 * A test page as a document, parsed as a browser would (see `openPage`); no script of it runs and nothing is loaded.
 * Bytes are decoded as a page from disk is.
 */
export function parsePage(page: Uint8Array | string, url: string): Document {
  return openPage(page, url).document;
}
