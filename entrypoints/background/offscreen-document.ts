import { browser } from 'wxt/browser';

/* Chrome's background has no DOM: a page that nobody sees stands in. There may be one only; it outlives a worker that is stopped. */

/** True while the document is there. */
export const isOffscreenOpen = async (): Promise<boolean> =>
  (await browser.runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT'] })).length > 0;

/** Opens the document where it is not open. */
export async function openOffscreen(): Promise<void> {
  if (await isOffscreenOpen()) return;
  await browser.offscreen.createDocument({
    url: '/offscreen.html',
    reasons: ['DOM_PARSER', 'WORKERS', 'BLOBS'],
    justification: 'Reads the essays of pages that a queue has fetched, has them indexed, and puts backups together.',
  });
}

/** Closes the document where it is open. */
export async function closeOffscreen(): Promise<void> {
  if (await isOffscreenOpen()) await browser.offscreen.closeDocument();
}

/** Nobody else opens or closes the document meanwhile. */
export const withOffscreen = <T>(work: () => Promise<T>): Promise<T> =>
  navigator.locks.request('offscreen document', work);
