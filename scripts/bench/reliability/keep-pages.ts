import type { Page } from 'playwright-core';
import type { browser } from 'wxt/browser';
import type { ChromiumSession } from '../../browsers/chromium.ts';

/** The browser's own name for the API, inside functions that are sent to the extension. */
declare const chrome: typeof browser;

/** What the background answered to a keep: the essay's id, or why it was not kept; null when nobody answered in time. */
export type KeepAnswer = { readonly id: string } | { readonly problem: string } | null;

/** Keeps the page at an address by the message that the popup sends, and waits for the answer. `onAsk` is called when it is sent. */
export async function keepAddress(
  session: ChromiumSession,
  helper: Page,
  url: string,
  onAsk: () => void = () => undefined,
): Promise<KeepAnswer> {
  const page = await session.context.newPage();
  await page.goto(url);
  await page.bringToFront();
  onAsk();
  const answer = await helper.evaluate(
    async ({ address, patience }) => {
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      const facts = { id: crypto.randomUUID(), tabId: tab?.id ?? -1, url: address, title: '', incognito: false };
      const data = { ...facts, anyway: true, evenPrivate: false, again: false };
      const sent = { id: 1, type: 'keepPage', data, timestamp: Date.now() };
      const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), patience));
      const answered = chrome.runtime.sendMessage(sent).then(
        (message) => message?.res ?? null,
        () => null,
      );
      return Promise.race([answered, late]);
    },
    { address: url, patience: 15_000 },
  );
  await page.close();
  if (answer === null) return null;
  return answer.ok ? { id: answer.value.id } : { problem: answer.problem.code };
}

/** Ids of the essays that the database holds, past all code of ours. Runs in a page of the extension. */
export async function storedIds(): Promise<readonly string[]> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('wencun');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const ids = await new Promise<readonly string[]>((resolve, reject) => {
    if (!database.objectStoreNames.contains('essays')) return resolve([]);
    const request = database.transaction('essays').objectStore('essays').getAllKeys();
    request.onsuccess = () => resolve(request.result.map(String));
    request.onerror = () => reject(request.error);
  });
  database.close();
  return ids;
}
