import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import type { browser } from 'wxt/browser';
import type { EssayRow } from '../../../lib/collection/rows.ts';
import { foldAddress } from '../../../lib/harvest/address/fold.ts';
import { wayback } from '../../../lib/harvest/archives.ts';
import { mostOfList } from '../../../lib/harvest/captures/captures-of-list.ts';
import { createCatalogue } from '../../../lib/harvest/captures/catalogue.ts';
import { indexAddress } from '../../../lib/harvest/index/query.ts';
import { createIndexReader } from '../../../lib/harvest/index/read-index.ts';
import { createStandInArchive } from '../../../tests/corpus/archive/archive.ts';
import type { PortalCaptures } from '../../../tests/corpus/archive/scaled/portal-captures.ts';
import { launchChromium } from '../../browsers/chromium.ts';
import { countListCaptures } from '../../harvest/fetch-lists.ts';
import { stopWorker } from '../reliability/stops.ts';
import type { ArchiveHost } from './archive-host.ts';
import { busiestMinute, type Judged, judgeHarvest } from './judge.ts';

/** The browser's own name for the API, inside functions that are sent to the extension. */
declare const chrome: typeof browser;

/** What a harvest in the browser came to, whose worker was stopped and whose browser was begun anew. */
export interface StoppedHarvest extends Judged {
  readonly stops: number;
  readonly restarts: number;
  /** Requests by the least possible ones. */
  readonly ratio: number;
  /** Requests that the archive refused with 429. */
  readonly refused: number;
  readonly busiestMinute: number;
  readonly shutOut: number;
  /** Seconds in all, and of these until index and lists were read. */
  readonly seconds: number;
  readonly secondsBefore: number;
}

/** How often a worker is stopped and the browser begun anew, and how many times quicker than an archive bears all rests are. */
export interface Interruptions {
  readonly stops: number;
  readonly restarts: number;
  readonly times: number;
}

/** Milliseconds at most from the request at which a stop is due to the stop: within it something is fetched, read or stored. */
const SPAN = 400;
/** Milliseconds between two looks at how far it is. */
const LOOK_EVERY = 100;
/** The same at whether all is done: each asks the database. */
const LOOK_AT_ALL_EVERY = 1500;
const MINUTE = 60_000;

/**
 * Harvests a portal by the library's own page: index, lists, essays. The worker is stopped `stops` times at random moments, at even distances of
 * requests, and woken by the page as a reader's would; at even distances of stops the browser is closed and begun anew `restarts` times. `say` is told how far it is.
 */
export async function harvestStopped(
  host: ArchiveHost,
  portal: PortalCaptures,
  options: { readonly executable: string; readonly extension: string },
  { stops, restarts, times }: Interruptions,
  say: (line: string) => void,
): Promise<StoppedHarvest> {
  const launched = { ...options, resolverRules: host.resolverRules, headless: true };
  const began = Date.now();
  const { log } = host.archive;
  const lists = listCapturesOf(portal);
  const least = portal.essays.filter(({ good }) => good.length > 0).length + lists;
  const held = { session: await launchChromium(launched), page: null as Page | null, stops: 0, restarts: 0 };
  const open = async (query = ''): Promise<Page> => {
    await held.page?.close().catch(() => undefined);
    held.page = await held.session.context.newPage();
    await held.page.goto(held.session.url(`library.html?view=harvest${query}`));
    return held.page;
  };
  /** Stops the worker, or begins the browser anew, where that is due; true where it did. */
  const interrupt = async (): Promise<boolean> => {
    if (held.restarts < Math.min(restarts, Math.floor((held.stops * (restarts + 1)) / (stops + 1)))) {
      held.session = await held.session.restart();
      held.page = null;
      held.restarts += 1;
      return true;
    }
    if (held.stops >= stops || log.length < ((held.stops + 1) * least) / (stops + 1)) return false;
    await sleep(Math.random() * Math.min(SPAN, (least / (stops + 1)) * (SPAN / 4)));
    await stopWorker(held.session);
    held.stops += 1;
    return true;
  };
  /** Stops and begins anew until the page shows what is waited for. */
  const until = async (isDone: (page: Page) => Promise<boolean>): Promise<void> => {
    let page = await open();
    for (let looked = 0; ; ) {
      if (Date.now() - looked > LOOK_AT_ALL_EVERY) {
        if (await isDone(page).catch(() => false)) return;
        looked = Date.now();
        say(
          `${secondsSince(began)} s: ${log.length} of ${least} requests, ${held.stops} stops, ${held.restarts} restarts`,
        );
      }
      await sleep(LOOK_EVERY);
      if (!(await interrupt())) continue;
      page = await open();
      await page.evaluate(wakeWorker);
    }
  };
  const shows = (selector: string) => async (page: Page) => {
    await page.locator('[data-testid="harvest-card"]').waitFor();
    return (await page.locator(selector).count()) > 0;
  };
  /** Presses a button, and stays until the archive is asked for what it begins. */
  const press = async (page: Page, button: string): Promise<void> => {
    const asked = log.length;
    await page.locator(`[data-testid="${button}"]`).click();
    while (log.length === asked) await sleep(LOOK_EVERY);
  };
  try {
    const first = await open('&address=www.nbdx.cn');
    await press(first, 'look-start');
    await until(shows('[data-testid="harvest-card"][data-state="read"]'));
    const plan = await open();
    await plan.locator('[data-testid="harvest-open"]').click();
    await press(plan, 'read-lists');
    await until(shows('[data-testid="harvest-card"][data-lists="read"]'));
    const secondsBefore = secondsSince(began);
    const chosen = await open();
    await chosen.locator('[data-testid="harvest-open"]').click();
    await chosen.locator('[data-testid="harvest-start"]').click();
    await chosen.locator('[data-testid="harvest-started"]').waitFor({ timeout: 60_000 });
    await until((page) => page.evaluate(isDone));
    const records = await (await open()).evaluate(readRecords);
    const judged = judgeHarvest(
      portal,
      records.map(({ address, ...essay }) => ({ essay, harvest: { key: foldAddress(address) } })),
      host.archive,
      lists,
    );
    return {
      ...judged,
      stops: held.stops,
      restarts: held.restarts,
      ratio: judged.requests / judged.least,
      refused: log.filter(({ status }) => status === 429).length,
      busiestMinute: busiestMinute(host.archive, MINUTE / times),
      shutOut: log.filter(({ status }) => status === 0).length,
      seconds: secondsSince(began),
      secondsBefore,
    };
  } finally {
    await held.session.close();
  }
}

const secondsSince = (began: number): number => Math.round((Date.now() - began) / 1000);

/** How many captures of lists there are to read, by the archive's index. */
function listCapturesOf({ captures }: PortalCaptures): number {
  const path = indexAddress(wayback, { scope: { match: 'host', url: 'www.nbdx.cn' }, limit: 1_000_000 });
  const request = { method: 'GET', path: path.replace('https://web.archive.org', ''), headers: {}, body: '' };
  const answer = createStandInArchive(captures).answer(request);
  if (answer === 'blocked') throw new Error('The stand-in does not answer.');
  const catalogue = createCatalogue();
  const reader = createIndexReader();
  for (const row of [...reader.push(Buffer.from(answer.body)), ...reader.end().rows]) catalogue.add(row);
  return countListCaptures(catalogue, mostOfList);
}

/** The kept essays, as far as they are judged. Self-contained: it is sent to a page of the extension as text. */
async function readRecords(): Promise<
  readonly { readonly address: string; readonly title: string; readonly capturedAt: string }[]
> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('wencun');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const rows = await new Promise<readonly EssayRow[]>((resolve, reject) => {
    const request = database.transaction('essays').objectStore('essays').getAll();
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  database.close();
  return rows.map(({ originalUrl, title, archivedCopy }) => ({
    address: originalUrl,
    title,
    capturedAt: archivedCopy?.capturedAt ?? '',
  }));
}

/** Starts the worker by a message, as an alarm would some half a minute later. Self-contained: it is sent to a page of the extension as text. */
async function wakeWorker(): Promise<void> {
  const sent = { id: 1, type: 'lookInArchives', data: { id: '' }, timestamp: Date.now() };
  await chrome.runtime.sendMessage(sent).catch(() => undefined);
}

/** True when no queue has anything to do. Self-contained: it is sent to a page of the extension as text. */
async function isDone(): Promise<boolean> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('wencun');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const rows = await new Promise<readonly { readonly state: string }[]>((resolve, reject) => {
    const request = database.transaction('jobs').objectStore('jobs').getAll();
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  database.close();
  return rows.length > 0 && rows.every(({ state }) => state === 'done');
}
