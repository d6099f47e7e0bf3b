import { base64OfBytes } from '../../../lib/essay/base64.ts';
import { openInBrowser } from '../../../lib/import/open-source.ts';
import { type SentPage, sendMessage } from '../../../lib/messages/protocol.ts';
import type { ServedPage } from '../../../lib/queue/fetch-page.ts';
import { createServedReader, type ServedReader } from '../../../lib/queue/read-served.ts';
import { closeOffscreen, isOffscreenOpen, openOffscreen, withOffscreen } from '../offscreen-document.ts';

/** A reader, with what it takes to read put away by `close`, to be had again by the next reading. */
export interface PageReader extends ServedReader {
  readonly close: () => Promise<void>;
}

/** The reader of this browser: Firefox's background has a DOM, Chrome's asks the offscreen document. */
export const createPageReader = (): PageReader =>
  import.meta.env.FIREFOX
    ? { ...createServedReader(openInBrowser), close: () => Promise.resolve() }
    : createOffscreenReader();

function createOffscreenReader(): PageReader {
  return {
    essay: (pages, missing) =>
      attemptTwice(() => sendMessage('readServedEssay', { pages: pages.map(sent), missing: [...missing] })),
    list: (page, rows) => attemptTwice(() => sendMessage('readServedList', { page: sent(page), rows })),
    close: () => withOffscreen(indexAndClose),
  };
}

/** A document may be closed or lost before it answers; reading once more does no harm. */
async function attemptTwice<T>(ask: () => Promise<T>): Promise<T> {
  await withOffscreen(openOffscreen);
  try {
    return await ask();
  } catch {
    await withOffscreen(openOffscreen);
    return ask();
  }
}

/** What is not indexed is found too, more slowly. */
async function indexAndClose(): Promise<void> {
  if (!(await isOffscreenOpen())) return;
  await sendMessage('indexKept').catch(() => undefined);
  await closeOffscreen();
}

const sent = ({ bytes, ...page }: ServedPage): SentPage => ({ ...page, bytes: base64OfBytes(bytes) });
