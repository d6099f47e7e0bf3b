import type { browser } from 'wxt/browser';
import type { PortalServer } from '../../../tests/corpus/portal/server.ts';
import type { ChromiumSession } from '../../browsers/chromium.ts';
import { keepAddress } from '../reliability/keep-pages.ts';
import { numberedPage } from '../reliability/numbered-page.ts';
import { lookHere, seeStatus } from './alike.ts';
import { type BrowserComputer, byId, endedSince, entered, until } from './browser-computer.ts';

/** The browser's own name for the API, inside functions that are sent to the extension. */
declare const chrome: typeof browser;

/** Chromium as a computer that syncs and publishes. `numbered` counts the pages of all computers. */
export async function chromiumComputer(
  session: ChromiumSession,
  portal: PortalServer,
  numbered: { n: number },
): Promise<BrowserComputer & { readonly publish: () => Promise<void> }> {
  const helper = await session.context.newPage();
  await helper.goto(session.url('print.html'));
  const settings = await session.context.newPage();
  const ended = (since: number) =>
    until('the end of a sync in Chromium', async () => endedSince(await helper.evaluate(seeStatus), since));
  return {
    keep: async () => {
      const shown = numberedPage(numbered.n);
      numbered.n += 1;
      portal.show(shown);
      const kept = await keepAddress(session, helper, shown.url);
      if (kept === null || !('id' in kept)) throw new Error(`Chromium: ${JSON.stringify(kept)}`);
    },
    connect: async (address, kind) => {
      await settings.goto(session.url('options.html#sync'));
      await settings.locator(`${byId('sync-kind')} [data-choice="${kind}"]`).click();
      for (const [id, value] of Object.entries(entered(address, '书房'))) await settings.locator(byId(id)).fill(value);
      await settings.locator(byId('sync-test')).click();
      await settings.locator(byId('sync-first')).waitFor();
      const since = Date.now();
      await settings.locator(byId('sync-begin')).click();
      await ended(since);
    },
    sync: async () => {
      const since = Date.now();
      await helper.evaluate(async () => {
        const sent = { id: 3, type: 'syncNow', data: { mayDelete: false }, timestamp: Date.now() };
        await chrome.runtime.sendMessage(sent);
      });
      await ended(since);
    },
    publish: async () => {
      await settings.goto(session.url('options.html#colleagues'));
      await settings.locator(byId('publish-begin')).click();
      await until('what Chromium published', async () =>
        /已发布/.test((await settings.locator(byId('published')).textContent()) ?? '') ? true : null,
      );
    },
    leave: async () => {
      await settings.goto(session.url('options.html#sync'));
      await settings.locator(byId('publish-stop')).click();
      await settings.locator(byId('publish-stopping-yes')).click();
      await settings.locator(byId('publish')).waitFor();
      await settings.locator(byId('sync-leave')).click();
      await settings.locator(byId('sync-leaving-yes')).click();
      await settings.locator(byId('sync-connect')).waitFor();
    },
    look: () => helper.evaluate(lookHere, 'wencun'),
  };
}
