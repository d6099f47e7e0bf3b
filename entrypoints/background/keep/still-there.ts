import { browser } from 'wxt/browser';
import type { Asked } from '../../../lib/collection/journal/journal.ts';

/**
 * True when the tab that was meant is still there, in the same run of the browser, with the same address. Where the browser
 * told no address, its permission for the tab ends with the page, so that another page cannot be read in its place.
 */
export async function stillThere({ tabId, url, run }: Asked, runNow: string): Promise<boolean> {
  if (run !== '' && run !== runNow) return false;
  const tab = await browser.tabs.get(tabId).catch(() => null);
  return tab !== null && (url === '' || pageOf(tab.url) === pageOf(url));
}

/** An address without the place in the page that it points to: a reader who jumps to another place is still on it. */
const pageOf = (url = ''): string => url.replace(/#.*$/, '');
