import type { Page } from 'puppeteer-core';
import type { browser } from 'wxt/browser';
import { servePortal } from '../../../tests/corpus/portal/server.ts';
import { type FirefoxSession, launchFirefox } from '../../browsers/firefox.ts';
import { readStored } from '../../browsers/stored.ts';
import { findFirefox } from '../../setup/firefox.ts';
import type { CountedRow } from '../rows/row.ts';
import { numberedPage } from './numbered-page.ts';

/** Firefox's own name for the API, inside functions that are sent to a page of the extension. */
type Api = { readonly browser: typeof browser };

/** Milliseconds within which the background is ended; a keep takes some 150 to 550 here. */
const SPAN = 400;
/** Milliseconds until what became of a keep must be to be seen. */
const PATIENCE = 20_000;

/** Ends the background as a crash does, by Firefox's own call, from the browser's own window. */
const END = `WebExtensionPolicy.getByID('wencun@wencun.example').extension
  .terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true }).then(() => 'ended')`;

/** The protocol of WebDriver, past what the driver knows of it: the browser's own window is a context like others to who may see it. */
interface Protocol {
  readonly connection: { readonly send: (method: string, params: object) => Promise<{ readonly result: unknown }> };
}

async function endBackground({ browser: firefox }: FirefoxSession): Promise<void> {
  const { connection } = firefox as unknown as Protocol;
  const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome', maxDepth: 0 });
  const { contexts } = tree.result as { readonly contexts: readonly { readonly context: string }[] };
  const { result } = await connection.send('script.evaluate', {
    expression: END,
    target: { context: contexts[0]?.context ?? '' },
    awaitPromise: true,
  });
  if (!JSON.stringify(result).includes('"ended"')) throw new Error(`Firefox did not end it: ${JSON.stringify(result)}`);
}

/** As the popup asks, which asks again when its answer never comes. The tab is the one in front. */
const keep = (helper: Page, url: string): Promise<void> =>
  helper.evaluate(async (address) => {
    const { runtime, tabs } = (globalThis as unknown as Api).browser;
    const tab = (await tabs.query({})).find((one) => one.url === address);
    const facts = { id: crypto.randomUUID(), tabId: tab?.id ?? -1, url: address, title: '', incognito: false };
    for (let again = false; ; again = true) {
      const data = { ...facts, anyway: true, evenPrivate: false, again };
      const sent = { id: 1, type: 'keepPage', data, timestamp: Date.now() };
      const answer = await runtime.sendMessage(sent).catch(() => undefined);
      if (answer !== undefined) return;
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
  }, url);

/** What is to be seen of a page that was to be kept. */
async function fateOf(helper: Page, url: string): Promise<'kept' | 'told' | 'silent' | 'twice'> {
  for (const until = Date.now() + PATIENCE; ; ) {
    const { captures } = await helper.evaluate(readStored);
    const times = captures.filter(({ pageUrl }) => pageUrl === url).length;
    if (times > 0) return times === 1 ? 'kept' : 'twice';
    const told = await helper.evaluate(
      (address) =>
        new Promise<boolean>((resolve, reject) => {
          const opened = indexedDB.open('wencun');
          opened.onerror = () => reject(opened.error);
          opened.onsuccess = () => {
            const all = opened.result.transaction('outcomes').objectStore('outcomes').getAll();
            all.onsuccess = () => {
              opened.result.close();
              resolve(all.result.some((row: { readonly url: string }) => row.url === address));
            };
          };
        }),
      url,
    );
    if (told || Date.now() > until) return told ? 'told' : 'silent';
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
}

/** Keeps whose background was ended in their midst, in Firefox. */
export const firefoxStops: CountedRow = {
  id: 'firefox-stops',
  what: '100 keeps in Firefox, the background ended at a random moment inside each',
  bar: 'each kept once, or its reader told; none silent, none twice',
  times: 100,
  count: async ({ built, times, from }) => {
    const executable = findFirefox();
    if (executable === null) throw new Error('No Firefox on this machine.');
    const extension = built('firefox');
    const portal = await servePortal();
    const session = await launchFirefox({ executable, extension, proxyPort: portal.port });
    const counts = { keeps: 0, kept: 0, told: 0, silent: 0, twice: 0 };
    try {
      const helper = await session.browser.newPage();
      void helper.goto(session.url('print.html')).catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, 3000));
      for (let at = from; at < from + times; at += 1) {
        const shown = numberedPage(at);
        portal.show(shown);
        const page = await session.browser.newPage();
        await page.goto(shown.url);
        const asked = keep(helper, shown.url);
        await new Promise((resolve) => setTimeout(resolve, Math.random() * SPAN));
        await endBackground(session);
        await asked;
        counts[await fateOf(helper, shown.url)] += 1;
        counts.keeps += 1;
        await page.close();
      }
      return counts;
    } finally {
      await session.close();
      await portal.close();
    }
  },
  tell: ({ keeps = 0, kept = 0, told = 0, silent = 0, twice = 0 }) => ({
    text: `${keeps} keeps: ${kept} kept once, ${told} not kept and told, ${silent} silent, ${twice} twice`,
    met: silent === 0 && twice === 0,
  }),
};
