import type { Page } from 'puppeteer-core';
import { beforeAll, vi } from 'vitest';
import type { browser } from 'wxt/browser';
import { type FirefoxSession, launchFirefox } from '../../../scripts/browsers/firefox.ts';
import { readQueue, type StoredQueue } from '../../../scripts/browsers/queue.ts';
import { readStored, type Stored } from '../../../scripts/browsers/stored.ts';
import { findFirefox } from '../../../scripts/setup/firefox.ts';
import { type PortalServer, servePortal } from '../../corpus/portal/server.ts';
import { builtExtension } from './chromium.ts';

/** Firefox with the built extension, and the sample portal behind its proxy. */
export interface FirefoxStage {
  readonly session: FirefoxSession;
  readonly portal: PortalServer;
  readonly visit: (url: string) => Promise<Page>;
  /** Opens a page of the extension in a tab and waits for an element of it. */
  readonly open: (path: string, ready: string) => Promise<Page>;
  /** The popup's page about another tab, in a tab of its own, once it has come to a state. */
  readonly popup: (about: Page, state: string) => Promise<Page>;
  /** The number by which the extension knows a tab, which comes to the front for that. */
  readonly tabId: (page: Page) => Promise<number>;
  /** The address that a tab shows, also while its page is held up: the protocol tells it only of pages that were read whole. */
  readonly address: (page: Page) => Promise<string>;
  /** Sends a message as a page of the extension does, and gives the answer. */
  readonly send: (type: string, data: object) => Promise<unknown>;
  /** A queue as the database has it. */
  readonly queue: (id: string) => Promise<StoredQueue>;
  /** What the toolbar button shows over a page. */
  readonly badge: (page: Page) => Promise<string>;
  readonly stored: () => Promise<Stored>;
}

/** Firefox's own name for the API, inside functions that are sent to a page of the extension. */
type Api = { readonly browser: typeof browser };

/** A browser and the portal behind its proxy. */
type Running = Pick<FirefoxStage, 'session' | 'portal'>;

/**
 * The browser of this process, for one test file after another: to start it takes as long as ten of its pages. It ends with the
 * process, as the driver sees to.
 */
const shared: { running?: Running } = {};

/** The browser of this process as if it were new; a new one where there is none, or where the last file left it or its portal broken. */
async function newlyRunning(): Promise<Running> {
  const last = shared.running;
  if (last !== undefined) {
    const isWhole =
      last.portal.renew() &&
      (await last.session
        .renew()
        .then(() => true)
        .catch(() => false));
    if (isWhole) return last;
    await Promise.allSettled([last.session.close(), last.portal.close()]);
  }
  const executable = findFirefox();
  if (executable === null) throw new Error('No Firefox on this machine.');
  const portal = await servePortal();
  const session = await launchFirefox({ executable, extension: builtExtension('firefox'), proxyPort: portal.port });
  shared.running = { session, portal };
  return shared.running;
}

/** The text of an element as it is now; nothing where it is not there, or its page is changing. */
export const textNow = (page: Page, selector: string): Promise<string | null> =>
  // Not by `$eval`, which holds the document in its hand from call to call: what it still asks of one that has gone fails where nobody hears it.
  page.evaluate((wanted) => document.querySelector(wanted)?.textContent ?? null, selector).catch(() => null);

async function setStage(): Promise<FirefoxStage> {
  const { session, portal } = await newlyRunning();

  const open = async (path: string, ready: string): Promise<Page> => {
    const page = await session.browser.newPage();
    // Firefox never tells the protocol that a page of an extension has loaded: its own elements tell.
    void page.goto(session.url(path)).catch(() => undefined);
    await vi.waitUntil(async () => (await textNow(page, ready)) !== null, { timeout: 15_000, interval: 50 });
    return page;
  };
  // A page of the extension that runs nothing of its own.
  const helper = await open('icon/48.png', 'img');
  const tabId = async (page: Page): Promise<number> => {
    await page.bringToFront();
    return helper.evaluate(async () => {
      const [tab] = await (globalThis as unknown as Api).browser.tabs.query({ active: true });
      return tab?.id ?? -1;
    });
  };
  return {
    session,
    portal,
    open,
    visit: async (url) => {
      const page = await session.browser.newPage();
      await page.goto(url);
      return page;
    },
    popup: async (about, state) =>
      open(`popup.html?tab=${await tabId(about)}`, `[data-testid="page"][data-state="${state}"]`),
    badge: async (page) =>
      helper.evaluate(
        (id) => (globalThis as unknown as Api).browser.action.getBadgeText({ tabId: id }),
        await tabId(page),
      ),
    tabId,
    address: async (page) =>
      helper.evaluate(
        async (id) => (await (globalThis as unknown as Api).browser.tabs.get(id)).url ?? '',
        await tabId(page),
      ),
    send: (type, data) =>
      helper.evaluate(
        async (name, content) => {
          const { runtime } = (globalThis as unknown as Api).browser;
          const answer = await runtime.sendMessage({ id: 1, type: name, data: content, timestamp: Date.now() });
          if (answer?.err) throw new Error(JSON.stringify(answer.err));
          return answer?.res ?? null;
        },
        type,
        data,
      ),
    queue: (id) => helper.evaluate(readQueue, id),
    stored: () => helper.evaluate(readStored),
  };
}

/** Sets the stage before the tests of a file; call the result within a test. */
export function useFirefox(): () => FirefoxStage {
  const held: { stage?: FirefoxStage } = {};
  beforeAll(async () => {
    held.stage = await setStage();
  });
  return () => {
    if (held.stage === undefined) throw new Error('The stage is set only while tests run.');
    return held.stage;
  };
}
