import type { Page } from 'playwright-core';
import type { browser } from 'wxt/browser';
import type { ChromiumSession } from '../../browsers/chromium.ts';

interface Dispatched {
  readonly dispatch: (...details: readonly unknown[]) => void;
}

/** The browser's own name for the API, inside functions that are sent to the extension. */
declare const chrome: typeof browser & {
  readonly commands: { readonly onCommand: Dispatched };
  readonly contextMenus: { readonly onClicked: Dispatched };
};

/** What the background answered to a keep: the essay's id, or why it was not kept; null when nobody answered in time. */
export type KeepAnswer = { readonly id: string } | { readonly problem: string } | null;

/** Has the worker told of the key, as the browser tells it: nobody waits for an answer. */
export async function keepByKey(session: ChromiumSession, helper: Page, tabId: number): Promise<void> {
  const tab = await helper.evaluate((id) => chrome.tabs.get(id), tabId);
  const worker = await session.worker();
  await worker.evaluate((told) => chrome.commands.onCommand.dispatch('keep-page', told), tab);
}

/** Has the worker told of the entry of the page's menu. */
export async function keepByMenu(session: ChromiumSession, helper: Page, tabId: number): Promise<void> {
  const tab = await helper.evaluate((id) => chrome.tabs.get(id), tabId);
  const worker = await session.worker();
  const entry = { menuItemId: 'keep-page', frameId: 0 };
  await worker.evaluate(([what, told]) => chrome.contextMenus.onClicked.dispatch(what, told), [entry, tab] as const);
}

/** Keeps the page at an address by the message that the popup sends, and waits for the answer. */
export async function keepAddress(session: ChromiumSession, helper: Page, url: string): Promise<KeepAnswer> {
  const page = await session.context.newPage();
  await page.goto(url);
  await page.bringToFront();
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
