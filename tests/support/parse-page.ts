import { type OpenFile, openFile } from '../../scripts/open/open-file.ts';
import { createOneWindowOpener } from '../../scripts/open/open-in-one-window.ts';

/** Opens test pages for all test files of a process: see `createOneWindowOpener` for what it saves. */
export const openTestPage = createOneWindowOpener();

/** Opens a page as it is kept in a file (see `openFile`). */
export const openTestFile = (bytes: Uint8Array, url: string): OpenFile => openFile(bytes, url, null, openTestPage);

/**
 * A test page as a document, parsed as a browser would (see `openPage`); no script of it runs and nothing is loaded.
 * Bytes are decoded as a page from disk is.
 */
export function parsePage(page: Uint8Array | string, url: string): Document {
  return openTestPage(page, url).document;
}
