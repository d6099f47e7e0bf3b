import { base64OfBytes } from '../../../lib/essay/base64.ts';
import { openInBrowser } from '../../../lib/import/open-source.ts';
import { type SentPage, sendMessage } from '../../../lib/messages/protocol.ts';
import type { ServedPage } from '../../../lib/queue/fetch-page.ts';
import { createServedReader, type ServedReader } from '../../../lib/queue/read-served.ts';
import { closeOffscreen, isOffscreenOpen, openOffscreen, withOffscreen } from '../offscreen-document.ts';

/** A reader, with what it takes to read put away by `close`, to be made again by the next reading. */
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
    named: (page) => attemptTwice(() => sendMessage('readNamedEssays', { page: sent(page) })),
    close: () => withOffscreen(indexAndClose),
  };
}

/** Milliseconds that reading one page may take; a book takes some seconds on a slow machine. */
const PATIENCE = 60_000;

/** What takes longer is given up, and its document with it. */
async function withinPatience<T>(reading: Promise<T>): Promise<T> {
  const timer: { id?: ReturnType<typeof setTimeout> } = {};
  const late = new Promise<never>((_, reject) => {
    timer.id = setTimeout(() => reject(new Error('The page took too long to read.')), PATIENCE);
  });
  try {
    return await Promise.race([reading, late]);
  } catch (error) {
    await withOffscreen(closeOffscreen).catch(() => undefined);
    throw error;
  } finally {
    clearTimeout(timer.id);
  }
}

/** A document may be closed or lost before it answers; reading once more does no harm. */
async function attemptTwice<T>(ask: () => Promise<T>): Promise<T> {
  await withOffscreen(openOffscreen);
  try {
    return await withinPatience(ask());
  } catch {
    await withOffscreen(openOffscreen);
    return withinPatience(ask());
  }
}

/** What is not indexed is found too, more slowly. */
async function indexAndClose(): Promise<void> {
  if (!(await isOffscreenOpen())) return;
  await sendMessage('indexKept').catch(() => undefined);
  await closeOffscreen();
}

const sent = ({ bytes, ...page }: ServedPage): SentPage => ({ ...page, bytes: base64OfBytes(bytes) });
