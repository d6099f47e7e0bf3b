import type { Page } from 'puppeteer-core';
import type { browser } from 'wxt/browser';
import type { PortalServer } from '../../../tests/corpus/portal/server.ts';
import type { FirefoxSession } from '../../browsers/firefox.ts';
import { numberedPage } from '../reliability/numbered-page.ts';
import { type AlikeEssay, lookHere, seeStatus } from './alike.ts';
import { type BrowserComputer, byId, endedSince, entered, until } from './browser-computer.ts';

/** Firefox's own name for the API, inside functions that are sent to a page of the extension. */
type Api = { readonly browser: typeof browser };

/** What the databases of subscriptions are called, before their ids. */
const PREFIX = 'wencun-from-';

/** Whether a subscription was read to its end, by IndexedDB itself. Self-contained. */
async function isRead(id: string): Promise<boolean> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('wencun-sync');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const row = await new Promise<{ readonly doneAt: number } | undefined>((resolve, reject) => {
    const request = database.transaction('subscriptions').objectStore('subscriptions').get(id);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  database.close();
  return (row?.doneAt ?? 0) > 0;
}

/** Firefox as a computer that syncs and subscribes. `numbered` counts the pages of all computers. */
export async function firefoxComputer(
  session: FirefoxSession,
  portal: PortalServer,
  numbered: { n: number },
): Promise<BrowserComputer & { readonly subscribe: (address: string) => Promise<readonly AlikeEssay[]> }> {
  /** Firefox never tells the protocol that a page of an extension has loaded: its own elements tell. */
  async function open(path: string, ready: string): Promise<Page> {
    const page = await session.browser.newPage();
    void page.goto(session.url(path)).catch(() => undefined);
    await until(`${ready} of ${path} in Firefox`, async () => ((await page.$(ready)) === null ? null : true));
    return page;
  }
  const helper = await open('print.html', 'body');
  const there = (page: Page, id: string) =>
    until(`${id} in Firefox`, async () => ((await page.$(byId(id))) === null ? null : true));
  const press = async (page: Page, id: string, within = ''): Promise<void> => {
    await there(page, id);
    await page.bringToFront();
    const element = await page.$(`${byId(id)} ${within}`);
    await element?.scrollIntoView();
    await element?.click();
  };
  const enter = async (page: Page, id: string, value: string): Promise<void> => {
    await there(page, id);
    await page.$eval(
      byId(id),
      (field, text) => {
        (field as HTMLInputElement).value = text;
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      },
      value,
    );
  };
  const ended = (since: number) =>
    until('the end of a sync in Firefox', async () => endedSince(await helper.evaluate(seeStatus), since));
  return {
    keep: async () => {
      const shown = numberedPage(numbered.n);
      numbered.n += 1;
      portal.show(shown);
      const page = await session.browser.newPage();
      await page.goto(shown.url);
      const answer = await helper.evaluate(async (address) => {
        const { runtime, tabs } = (globalThis as unknown as Api).browser;
        const tab = (await tabs.query({})).find((one) => one.url === address);
        const facts = { id: crypto.randomUUID(), tabId: tab?.id ?? -1, url: address, title: '', incognito: false };
        const data = { ...facts, anyway: true, evenPrivate: false, again: false };
        return JSON.stringify(await runtime.sendMessage({ id: 1, type: 'keepPage', data, timestamp: Date.now() }));
      }, shown.url);
      await page.close();
      if (!answer.includes('"ok":true')) throw new Error(`Firefox: ${answer}`);
    },
    connect: async (address, kind) => {
      const settings = await open('options.html#sync', byId('sync-kind'));
      await press(settings, 'sync-kind', `[data-choice="${kind}"]`);
      for (const [id, value] of Object.entries(entered(address, '宿舍'))) await enter(settings, id, value);
      await press(settings, 'sync-test');
      const since = Date.now();
      await press(settings, 'sync-begin');
      await ended(since);
      await settings.close();
    },
    sync: async () => {
      const since = Date.now();
      await helper.evaluate(async () => {
        const sent = { id: 3, type: 'syncNow', data: { mayDelete: false }, timestamp: Date.now() };
        await (globalThis as unknown as Api).browser.runtime.sendMessage(sent);
      });
      await ended(since);
    },
    leave: async () => {
      const settings = await open('options.html#sync', byId('sync-leave'));
      await press(settings, 'sync-leave');
      await press(settings, 'sync-leaving-yes');
      await there(settings, 'sync-connect');
      await settings.close();
    },
    subscribe: async (address) => {
      const settings = await open('options.html#colleagues', byId('subscribe'));
      const names = () => helper.evaluate(async () => (await indexedDB.databases()).map(({ name = '' }) => name));
      const before = await names();
      await enter(settings, 'subscribe-link', address);
      await enter(settings, 'subscribe-user', 'reader');
      await enter(settings, 'subscribe-password', 'app-password');
      await press(settings, 'subscribe-look');
      await press(settings, 'subscribe-begin');
      await there(settings, 'subscription');
      const name = await until('the database of a subscription', async () => {
        const made = await names();
        return made.find((one) => one.startsWith(PREFIX) && !before.includes(one)) ?? null;
      });
      await until('the end of reading', async () =>
        (await helper.evaluate(isRead, name.slice(PREFIX.length))) ? true : null,
      );
      const read = await helper.evaluate(lookHere, name);
      await press(settings, 'unsubscribe');
      await press(settings, 'unsubscribing-yes');
      await settings.close();
      return read;
    },
    look: () => helper.evaluate(lookHere, 'wencun'),
  };
}
