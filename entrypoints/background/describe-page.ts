import { browser } from 'wxt/browser';
import type { Collection } from '../../lib/collection/collection.ts';
import { findByUrl } from '../../lib/collection/get-essay.ts';
import type { KeptMark, PageState } from '../../lib/messages/protocol.ts';
import { frameToRead, summaryOf } from './frames.ts';

type Unreadable = Extract<PageState, { readonly state: 'cannot-be-read' }>;

/**
 * What is in a tab: whether it is an essay, its metadata, and whether it is kept already.
 * `granted`: the reader has pressed the toolbar button over it (activeTab), so that only the browser's own pages stay closed.
 */
export async function describePage(collection: Collection, tabId: number, granted: boolean): Promise<PageState> {
  const frame = await frameToRead(tabId);
  if (!frame.ok) {
    const reason = frame.problem.code === 'no-answer' ? 'no-answer' : await reasonOf(tabId, granted);
    return { state: 'cannot-be-read', reason };
  }
  const { contentType, length, originalUrl, recognition } = frame.value.survey;
  if (contentType === 'application/pdf') return { state: 'cannot-be-read', reason: 'pdf' };
  if (length === 0) return { state: 'cannot-be-read', reason: 'empty' };
  const kept = await keptMark(collection, originalUrl);
  if (!recognition.portal) return { state: 'not-an-essay', recognition, summary: null, kept };
  return { state: 'recognised', recognition, summary: await summaryOf(frame.value), kept };
}

/** The mark of the kept essay of an address, or null; a collection that cannot be read shows itself when keeping. */
export async function keptMark(collection: Collection, url: string): Promise<KeptMark | null> {
  const found = await findByUrl(collection, url);
  return found.ok && found.value !== null ? { id: found.value.id, keptAt: found.value.keptAt } : null;
}

/** Sites that browsers close to all extensions although their addresses look like any other. */
const CLOSED_SITES =
  /^https:\/\/(?:chromewebstore\.google\.com|chrome\.google\.com\/webstore|addons\.mozilla\.org|microsoftedge\.microsoft\.com\/addons)\b/;

/** Why no frame of a tab may be read, as far as its address tells. */
async function reasonOf(tabId: number, granted: boolean): Promise<Unreadable['reason']> {
  const url = await browser.tabs.get(tabId).then(
    (tab) => tab.url,
    () => undefined,
  );
  if (url === undefined) return granted ? 'browser-page' : 'no-access';
  if (!/^(?:https?|file|ftp):/.test(url) || CLOSED_SITES.test(url)) return 'browser-page';
  return /\.pdf(?:[?#]|$)/i.test(url) ? 'pdf' : 'no-access';
}
