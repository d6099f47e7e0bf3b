import { browser } from 'wxt/browser';
import type { Asked } from '../../../lib/collection/journal/journal.ts';

/**
 * True when the tab that was meant is still there, in the same run of the browser, with the same address. Where the browser
 * told no address, its permission for the tab ends with the page, so that another page cannot be read in its place.
 */
export async function stillThere({ tabId, url, run }: Asked, runNow: string): Promise<boolean> {
  if (run !== '' && run !== runNow) return false;
  const tab = await browser.tabs.get(tabId).catch(() => null);
  return tab !== null && (url === '' || tab.url === url);
}
