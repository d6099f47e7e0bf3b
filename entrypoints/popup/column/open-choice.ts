import { browser } from 'wxt/browser';

/** Opens the library where the essays of a queue are chosen, and ends the popup. */
export async function openChoice(id: string): Promise<void> {
  // Not by `window.open`: a window that its opener closes at once may never come to its page.
  await browser.tabs.create({ url: browser.runtime.getURL(`/library.html?view=queue&choose=${id}`) });
  // As a tab of its own the popup is somebody's page.
  if (!location.search) window.close();
}
