import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { foldAddress } from '../../../lib/harvest/address/fold.ts';
import type { PortalCaptures } from '../../../tests/corpus/archive/scaled/portal-captures.ts';
import { launchChromium } from '../../browsers/chromium.ts';
import { readStored } from '../../browsers/stored.ts';
import { stopWorker } from '../reliability/stops.ts';
import type { ArchiveHost } from './archive-host.ts';
import { busiestMinute } from './judge.ts';

/** What a harvest in the browser came to, whose worker was stopped and whose browser was begun anew. */
export interface StoppedHarvest {
  readonly stops: number;
  readonly restarts: number;
  readonly requests: number;
  readonly busiestMinute: number;
  readonly shutOut: number;
  /** Essays that some capture holds whole; how many of them are kept, and how many twice. */
  readonly essays: number;
  readonly kept: number;
  readonly twice: number;
  /** Seconds in all. */
  readonly seconds: number;
}

/** How often a worker is stopped and the browser begun anew, and how many times quicker than an archive bears all rests are. */
export interface Interruptions {
  readonly stops: number;
  readonly restarts: number;
  readonly times: number;
}

/** Milliseconds between two stops at most: within it a request or two are made. */
const SPAN = 2500;
/** The same for a large harvest, so that the stops are spread over all of it. */
const WIDE_SPAN = 8000;
const MINUTE = 60_000;

/**
 * Harvests a portal by the library's own page: index, lists, essays. The worker is stopped `stops` times at random moments, and woken by the
 * page as a reader's would; at even distances the browser is closed and begun anew `restarts` times.
 */
export async function harvestStopped(
  host: ArchiveHost,
  portal: PortalCaptures,
  options: { readonly executable: string; readonly extension: string },
  { stops, restarts, times }: Interruptions,
): Promise<StoppedHarvest> {
  const launched = { ...options, resolverRules: host.resolverRules, headless: true };
  const began = Date.now();
  const held = { session: await launchChromium(launched), page: null as Page | null, stops: 0, restarts: 0 };
  const open = async (query = ''): Promise<Page> => {
    await held.page?.close().catch(() => undefined);
    held.page = await held.session.context.newPage();
    await held.page.goto(held.session.url(`library.html?view=harvest${query}`));
    return held.page;
  };
  /** Stops and begins anew until the page shows what is waited for. */
  const until = async (isDone: (page: Page) => Promise<boolean>): Promise<void> => {
    let page = await open();
    while (!(await isDone(page).catch(() => false))) {
      await sleep(Math.random() * (times > 1 ? WIDE_SPAN : SPAN));
      if (held.restarts < Math.min(restarts, Math.floor((held.stops * (restarts + 1)) / (stops + 1)))) {
        held.session = await held.session.restart();
        held.page = null;
        held.restarts += 1;
      } else if (held.stops < stops) {
        await stopWorker(held.session);
        held.stops += 1;
      } else continue;
      page = await open();
    }
  };
  const shows = (selector: string) => async (page: Page) => {
    await page.locator('[data-testid="harvest-card"]').waitFor();
    return (await page.locator(selector).count()) > 0;
  };
  try {
    const first = await open('&address=www.nbdx.cn');
    await first.locator('[data-testid="look-start"]').click();
    await until(shows('[data-testid="harvest-card"][data-state="read"]'));
    const plan = await open();
    await plan.locator('[data-testid="harvest-open"]').click();
    await plan.locator('[data-testid="read-lists"]').click();
    await until(shows('[data-testid="harvest-card"][data-lists="read"]'));
    const chosen = await open();
    await chosen.locator('[data-testid="harvest-open"]').click();
    await chosen.locator('[data-testid="harvest-start"]').click();
    await chosen.locator('[data-testid="harvest-started"]').waitFor();
    await until((page) => page.evaluate(isDone));
    const stored = await (await open()).evaluate(readStored);
    const keys = stored.essays.map(({ originalUrl }) => foldAddress(originalUrl));
    const good = portal.essays.filter((one) => one.good.length > 0).map(({ article }) => foldAddress(article.address));
    return {
      stops: held.stops,
      restarts: held.restarts,
      requests: host.archive.log.length,
      busiestMinute: busiestMinute(host.archive, MINUTE / times),
      shutOut: host.archive.log.filter(({ status }) => status === 0).length,
      essays: good.length,
      kept: good.filter((key) => keys.includes(key)).length,
      twice: keys.length - new Set(keys).size,
      seconds: Math.round((Date.now() - began) / 1000),
    };
  } finally {
    await held.session.close();
  }
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
