import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page, Worker } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import type { browser } from 'wxt/browser';
import { type ChromiumSession, launchChromium } from '../../../scripts/browsers/chromium.ts';
import { readStored, type Stored } from '../../../scripts/browsers/stored.ts';
import { root } from '../../../scripts/build.ts';
import { findChromium } from '../../../scripts/setup/chromium.ts';
import { type PortalServer, servePortal } from '../../corpus/portal/server.ts';
import { openAtOnce } from './open-at-once.ts';

/** The browser's own name for the API, inside functions that are sent to the extension's worker. */
declare const chrome: typeof browser;

/** Chromium with the built extension, and the sample portal behind its host names. */
export interface Stage {
  readonly session: ChromiumSession;
  readonly portal: PortalServer;
  /** Opens a page in a tab of its own. */
  readonly visit: (url: string) => Promise<Page>;
  /** Opens a page of the extension in a tab. */
  readonly open: (path: string) => Promise<Page>;
  /** What the toolbar button shows over a page. */
  readonly badge: (page: Page) => Promise<{ readonly text: string; readonly title: string }>;
  /** Everything in the collection. */
  readonly stored: () => Promise<Stored>;
  /** Stops the service worker, as the browser does when it has been idle. */
  readonly stopWorker: () => Promise<void>;
  /** Runs a function in the extension's worker, with a tab's number. */
  readonly inWorker: <T>(page: Page, run: (tabId: number) => Promise<T>) => Promise<T>;
}

/** Folder of the built extension; the tests never build it themselves. */
export function builtExtension(browserName: 'chrome' | 'firefox'): string {
  const folder = join(root, '.output', `${browserName}-mv3`);
  if (!existsSync(join(folder, 'manifest.json'))) throw new Error(`No build in ${folder}: run "npm run build" first.`);
  return folder;
}

async function setStage(language: string, extension: string): Promise<Stage> {
  const chromium = findChromium();
  if (chromium === null) throw new Error('No Chromium on this machine.');
  const portal = await servePortal();
  const session = await launchChromium({
    executable: chromium.path,
    extension,
    resolverRules: portal.resolverRules,
    headless: true,
    language,
  });
  const visit = async (address: string): Promise<Page> => {
    const page = await session.context.newPage();
    await page.goto(address);
    return page;
  };
  const openPage = (path: string): Promise<Page> => openAtOnce(session, session.url(path));
  const inWorker = async <T>(page: Page, run: (tabId: number) => Promise<T>): Promise<T> => {
    const tabId = await session.tabId(page);
    const worker: Worker = await session.worker();
    return worker.evaluate(run, tabId);
  };
  // A worker that was stopped stands in the driver's list for a while, and answers nothing.
  const held = { stopped: false };
  const readInPage = async (): Promise<Stored> => {
    const page = await openPage('library.html');
    const stored = await page.evaluate(readStored);
    await page.close();
    return stored;
  };
  return {
    session,
    portal,
    visit,
    open: openPage,
    badge: (page) =>
      inWorker(page, async (tabId) => ({
        text: await chrome.action.getBadgeText({ tabId }),
        title: await chrome.action.getTitle({ tabId }),
      })),
    // Where the worker runs, it is asked: to open a page takes longer than all that is read.
    stored: async () => {
      const [worker] = session.context.serviceWorkers();
      if (worker !== undefined && !held.stopped) return worker.evaluate(readStored).catch(readInPage);
      return readInPage();
    },
    stopWorker: async () => {
      held.stopped = true;
      const { targetInfos } = await session.cdp.send('Target.getTargets');
      const worker = targetInfos.find(({ type, url }) => type === 'service_worker' && url.startsWith(session.url('')));
      if (worker) await session.cdp.send('Target.closeTarget', { targetId: worker.targetId });
    },
    inWorker,
  };
}

/**
 * Sets the stage before the tests of a file and clears it after them; call the result within a test. `extension` gives the
 * folder of another extension than the one that was built.
 */
export function useChromium(language = 'zh-CN', extension = () => builtExtension('chrome')): () => Stage {
  const held: { stage?: Stage } = {};
  beforeAll(async () => {
    held.stage = await setStage(language, extension());
  });
  afterAll(async () => {
    await held.stage?.session.close();
    await held.stage?.portal.close();
  });
  return () => {
    if (held.stage === undefined) throw new Error('The stage is set only while tests run.');
    return held.stage;
  };
}
