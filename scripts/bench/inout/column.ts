import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import type { browser } from 'wxt/browser';
import type { ColumnOffer } from '../../../lib/messages/protocol.ts';
import type { Manners } from '../../../lib/queue-plan/answer.ts';
import type { Item } from '../../../lib/queue-plan/job.ts';
import { type SampleColumn, sampleColumns } from '../../../tests/corpus/portal/column.ts';
import { replayUrl } from '../../../tests/corpus/portal/replay.ts';
import { sampleUrls } from '../../../tests/corpus/portal/routes.ts';
import { type PortalAnswer, servePortal } from '../../../tests/corpus/portal/server.ts';
import { seededTrouble } from '../../../tests/corpus/portal/trouble.ts';
import { type ChromiumSession, launchChromium } from '../../browsers/chromium.ts';
import { readQueue, setManners } from '../../browsers/queue.ts';
import { readStored, type Stored } from '../../browsers/stored.ts';
import { root } from '../../build.ts';
import { findChromium } from '../../setup/chromium.ts';

/** The browser's own name for the API, inside functions that are sent to a page of the extension. */
declare const chrome: typeof browser;

/** How a column of the sample portal is to be kept. */
export interface ColumnRun {
  readonly column: SampleColumn;
  /** Kept from its replay in an archive. */
  readonly replay?: boolean;
  /** How often the service worker is stopped, at random moments. */
  readonly stops: number;
  /** How often the whole browser is ended and started again, between the stops. */
  readonly restarts?: number;
  /** Milliseconds that a slow answer takes; one in twenty is slow, one in twenty is refused. */
  readonly slow: number;
  readonly seed: number;
}

/** What keeping a column came to. */
export interface ColumnFigures {
  readonly offer: ColumnOffer;
  readonly items: readonly Item[];
  readonly stored: Stored;
  /** What the portal answered the queue, in order. */
  readonly answers: readonly PortalAnswer[];
  /** How often the service worker was in fact stopped while it worked. */
  readonly stopped: number;
  /** Seconds from the start of the queue to its end. */
  readonly seconds: number;
}

/** The full measure: 300 essays over 12 list pages, the worker stopped 20 times, the server failing 5 % and slow 5 %. */
export const fullColumn: ColumnRun = { column: sampleColumns.long, stops: 20, slow: 3000, seed: 11 };

/** Rests that a machine of its own needs not: the order and the rules stay those of the product. */
const hasty: Manners = { rest: [20, 60], backOff: 200, longestBackOff: 2000, tries: 8 };

/** Keeps a column in Chromium by a queue of the built extension, started as the popup starts it. */
export async function keepColumn(run: ColumnRun): Promise<ColumnFigures> {
  const chance = randomOf(run.seed);
  const trouble = seededTrouble(run.seed, run.slow);
  const state = { troubled: false };
  const portal = await servePortal([], () => (state.troubled ? trouble() : null));
  const chromium = findChromium();
  if (chromium === null) throw new Error('No Chromium on this machine.');
  const options = {
    executable: chromium.path,
    extension: join(root, '.output', 'chrome-mv3'),
    resolverRules: portal.resolverRules,
    headless: true,
  };
  let session = await launchChromium(options);
  try {
    const list = await session.context.newPage();
    const address = sampleUrls.column(1, run.column);
    await list.goto(run.replay ? replayUrl(address, '20070702205327') : address);
    const tabId = await session.tabId(list);
    let page = await openLibrary(session);
    const offer = (await send(page, 'offerColumn', { tabId })) as ColumnOffer;
    const before = portal.answers.length;
    state.troubled = true;
    const started = performance.now();
    const answer = (await send(page, 'startJob', offer.job)) as { readonly value: { readonly id: string } };
    const { id } = answer.value;
    await send(page, 'pauseJob', { id });
    // What is asked for already still comes in, and the queue is held in memory until then.
    await until(page, id, ({ asked }) => asked === 0);
    await page.evaluate(setManners, { id, manners: hasty });
    await send(page, 'resumeJob', { id });
    const total = run.column.pages * run.column.perPage;
    const restarts = run.restarts ?? 0;
    let stopped = 0;
    for (let turn = 0; turn < run.stops + restarts; turn += 1) {
      // Spread over the whole run: never before its share of the essays is done.
      const share = (total * (turn + chance())) / (run.stops + restarts + 1);
      await until(page, id, ({ done, state: now }) => done >= share || now === 'done');
      await sleep(chance() * 200);
      if (turn % 2 === 1 && turn < 2 * restarts) {
        session = await session.restart();
        page = await openLibrary(session);
      } else if (await stopWorker(session)) stopped += 1;
      await wake(page);
    }
    await until(page, id, ({ state: now }) => now === 'done');
    const seconds = (performance.now() - started) / 1000;
    const { items } = await page.evaluate(readQueue, id);
    const stored = await page.evaluate(readStored);
    return { offer, items, stored, answers: portal.answers.slice(before), stopped, seconds };
  } finally {
    await session.close();
    await portal.close();
  }
}

async function openLibrary(session: ChromiumSession): Promise<Page> {
  const page = await session.context.newPage();
  await page.goto(session.url('library.html'));
  return page;
}

/** Sends a message as a page of the extension does, and gives the answer. */
async function send(page: Page, type: string, data: object): Promise<unknown> {
  return page.evaluate(
    async ([name, content]) => {
      const answer = await chrome.runtime.sendMessage({ id: 1, type: name, data: content, timestamp: Date.now() });
      if (answer?.err) throw new Error(JSON.stringify(answer.err));
      return answer?.res ?? null;
    },
    [type, data] as const,
  );
}

/** Any event starts a stopped worker, as the alarm would some time later. */
async function wake(page: Page): Promise<void> {
  await page.evaluate(() => chrome.runtime.sendMessage({ wake: true }).catch(() => null));
}

/** Waits for a state of the queue: how many of its essays are done, and its own state. */
async function until(
  page: Page,
  id: string,
  reached: (now: { readonly done: number; readonly asked: number; readonly state: string }) => boolean,
): Promise<void> {
  for (const end = Date.now() + 600_000; Date.now() < end; await sleep(50)) {
    const { row } = await page.evaluate(readQueue, id);
    const done = row === null ? 0 : row.counts.kept + row.counts.already + row.counts.failed;
    if (row !== null && reached({ done, asked: row.counts.asked, state: row.state })) return;
  }
  throw new Error('The queue did not come to it in ten minutes.');
}

/** Stops the service worker, as the browser does at will. False when it was not running. */
async function stopWorker({ cdp, url }: ChromiumSession): Promise<boolean> {
  const { targetInfos } = await cdp.send('Target.getTargets');
  const worker = targetInfos.find((target) => target.type === 'service_worker' && target.url.startsWith(url('')));
  if (worker === undefined) return false;
  await cdp.send('Target.closeTarget', { targetId: worker.targetId });
  return true;
}

/** A row of random numbers, the same for the same seed. */
function randomOf(seed: number): () => number {
  const state = { at: seed >>> 0 };
  return () => {
    state.at = (Math.imul(state.at, 1_664_525) + 1_013_904_223) >>> 0;
    return state.at / 2 ** 32;
  };
}
