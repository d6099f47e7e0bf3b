import { browser } from 'wxt/browser';

/** Has the recogniser look at a frame. The tab may be gone by now, or its site no longer granted: then nothing is shown. */
export async function injectRecogniser(tabId: number, frameId: number): Promise<void> {
  const target = { tabId, frameIds: [frameId] };
  await browser.scripting.executeScript({ target, files: ['/recognise.js'], injectImmediately: true }).catch(() => {});
}
