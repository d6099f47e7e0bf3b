import { browser } from 'wxt/browser';
import { base64OfBytes } from '../../../lib/essay/base64.ts';
import { openInBrowser } from '../../../lib/import/open-source.ts';
import { type SentPage, sendMessage } from '../../../lib/messaging.ts';
import type { ServedPage } from '../../../lib/queue/fetch-page.ts';
import { createServedReader, type ServedReader } from '../../../lib/queue/read-served.ts';

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
    close: () => inTurn(indexAndClose),
  };
}

/** A document may be closed or lost before it answers; reading once more does no harm. */
async function attemptTwice<T>(ask: () => Promise<T>): Promise<T> {
  await inTurn(open);
  try {
    return await ask();
  } catch {
    await inTurn(open);
    return ask();
  }
}

async function open(): Promise<void> {
  if (await isOpen()) return;
  await browser.offscreen.createDocument({
    url: '/offscreen.html',
    reasons: ['DOM_PARSER', 'WORKERS'],
    justification: 'Reads the essays of pages that a queue has fetched, and has them indexed for the search.',
  });
}

/** What is not indexed is found too, more slowly. */
async function indexAndClose(): Promise<void> {
  if (!(await isOpen())) return;
  await sendMessage('indexKept').catch(() => undefined);
  await browser.offscreen.closeDocument();
}

/** There may be one document only; it outlives a worker that is stopped. */
const isOpen = async (): Promise<boolean> =>
  (await browser.runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT'] })).length > 0;

const inTurn = (work: () => Promise<void>): Promise<void> => navigator.locks.request('offscreen document', work);

const sent = ({ bytes, ...page }: ServedPage): SentPage => ({ ...page, bytes: base64OfBytes(bytes) });
