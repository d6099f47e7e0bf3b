import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { browser } from 'wxt/browser';
import { sampleUrls } from '../../../tests/corpus/portal/routes.ts';
import type { PortalServer } from '../../../tests/corpus/portal/server.ts';
import type { ChromiumSession } from '../../browsers/chromium.ts';
import { readQueue } from '../../browsers/queue.ts';
import { freezingKinds, freezingPage } from './freezing-pages.ts';

/** The browser's own name for the API, inside functions that are sent to the extension. */
declare const chrome: typeof browser;

/** How long the popup was held up while a page that is slow to read came in, in milliseconds at most. */
export interface Held {
  readonly kind: string;
  readonly imported: number;
  readonly queued: number;
}

/** Milliseconds that a page may take to come in at all. */
const PATIENCE = 150_000;

/** Asks the background again and again, from the popup's page, and gives the longest that an answer or the page itself took. */
function beginWatch(tabId: number): void {
  const watch = { longest: 0, ended: false };
  Object.assign(globalThis, { watch });
  const look = async (): Promise<void> => {
    while (!watch.ended) {
      const began = performance.now();
      const sent = { id: 1, type: 'offerColumn', data: { tabId }, timestamp: Date.now() };
      await new Promise((resolve) => setTimeout(resolve, 50));
      await chrome.runtime.sendMessage(sent).catch(() => undefined);
      watch.longest = Math.max(watch.longest, performance.now() - began - 50);
    }
  };
  void look();
}

function endWatch(): number {
  const { watch } = globalThis as unknown as { readonly watch: { longest: number; ended: boolean } };
  watch.ended = true;
  return watch.longest;
}

/** Has a page of each kind come in by import and by a queue, and watches the popup meanwhile. */
export async function freeze(session: ChromiumSession, portal: PortalServer): Promise<readonly Held[]> {
  const essay = await session.context.newPage();
  await essay.goto(sampleUrls.essay('1101'));
  const tabId = await session.tabId(essay);
  const popup = await session.context.newPage();
  await popup.goto(session.url(`popup.html?tab=${tabId}`));
  const watched = async (work: () => Promise<void>): Promise<number> => {
    await popup.evaluate(beginWatch, tabId);
    await work().catch(() => undefined);
    return popup.evaluate(endWatch);
  };
  const library = await session.context.newPage();
  const found: Held[] = [];
  for (const [at, kind] of freezingKinds.entries()) {
    const html = freezingPage(kind);
    const imported = await watched(() => importPage(session, library, `${at}.htm`, html));
    const url = `http://www.nbdx.cn/show.asp?id=${80_000 + at}`;
    portal.show({ url, type: 'text/html; charset=utf-8', body: new TextEncoder().encode(html) });
    const queued = await watched(() => queuePage(popup, url));
    found.push({ kind, imported, queued });
    console.error(`${kind}: import ${imported.toFixed(0)} ms, queue ${queued.toFixed(0)} ms`);
  }
  return found;
}

async function importPage(session: ChromiumSession, library: Page, name: string, html: string): Promise<void> {
  await library.goto(session.url('library.html'));
  await library.click('[data-testid="import-open"]');
  // A file on the disk: the driver's own way of handing over bytes would hold up the page.
  const folder = mkdtempSync(join(tmpdir(), 'wencun-freezing-'));
  writeFileSync(join(folder, name), html);
  await library.setInputFiles('[data-testid="import-files"]', join(folder, name));
  await library.waitForSelector('[data-testid="import"][data-stage="done"]', { timeout: PATIENCE });
  rmSync(folder, { recursive: true });
}

async function queuePage(popup: Page, address: string): Promise<void> {
  const id = await popup.evaluate(async (url) => {
    const wanted = [{ kind: 'essay', address: url, key: url, title: '', date: null }];
    const job = { kind: 'addresses', title: '', address: '', wanted, origins: ['http://www.nbdx.cn/*'], rows: '' };
    const sent = { id: 1, type: 'startJob', data: job, timestamp: Date.now() };
    return (await chrome.runtime.sendMessage(sent)).res.value.id as string;
  }, address);
  for (const until = Date.now() + PATIENCE; Date.now() < until; await popup.waitForTimeout(200)) {
    const { row } = await popup.evaluate(readQueue, id);
    if (row?.state === 'done') return;
  }
}
