import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { PortalServer } from '../../../tests/corpus/portal/server.ts';
import { type ChromiumSession, launchChromium } from '../../browsers/chromium.ts';
import { keepAddress, keepByKey, keepByMenu, storedIds } from './keep-pages.ts';
import { numberedPage } from './numbered-page.ts';
import { killBrowser } from './processes-of.ts';

/** What a number of kills came to. */
export interface Kills {
  readonly kills: number;
  /** Times that the collection opened afterwards. */
  readonly opened: number;
  readonly acknowledged: number;
  /** Essays that were acknowledged before a kill and are not there after it. */
  readonly lost: number;
  /** Keeps that were cut off: kept, by then or by the next start, not kept and told, or neither. */
  readonly cutOff: { readonly kept: number; readonly told: number; readonly silent: number };
}

/** Milliseconds after a keep was asked for within which the browser is killed: a keep takes some 100 to 350 here. */
const SPAN = 350;
/** Milliseconds until what became of a keep must be to be seen. */
const PATIENCE = 15_000;

/** Asks for a page to be kept; resolves as soon as the browser, or the popup, has been told. */
type Way = (session: ChromiumSession, library: Page, tabId: number) => Promise<void>;

/** The popup's own page, whose button is pressed. */
const byPopup: Way = async (session, _library, tabId) => {
  const popup = await session.context.newPage();
  await popup.goto(session.url(`popup.html?tab=${tabId}`));
  const button = popup.locator('[data-testid="keep"]');
  await button.waitFor();
  await button.evaluate((pressed: HTMLElement) => pressed.click());
};

const ways: readonly Way[] = [byPopup, keepByKey, keepByMenu];

/**
 * Kills the browser `count` times in the midst of a keep, by popup, key and menu in turns, by SIGKILL to all of its processes, and looks
 * after each start for everything that was acknowledged, and for what became of the keep that was cut off. `from` numbers the first.
 */
export async function killInKeeps(
  options: { readonly portal: PortalServer; readonly executable: string; readonly extension: string },
  count: number,
  chance: () => number,
  from = 0,
): Promise<Kills> {
  const profile = mkdtempSync(join(tmpdir(), 'wencun-kill-'));
  const { portal, executable, extension } = options;
  const acknowledged = new Set<string>();
  const counts = { kills: 0, opened: 0, lost: 0, cutOff: { kept: 0, told: 0, silent: 0 } };
  let cutOff: string | null = null;
  try {
    for (let round = 0; ; round += 1) {
      const session = await launchChromium({
        executable,
        extension,
        profile,
        headless: true,
        resolverRules: portal.resolverRules,
      });
      const library = await session.context.newPage();
      await library.goto(session.url('library.html'));
      await library.locator('[data-testid="library"][data-status="ready"]').waitFor();
      if (cutOff !== null) {
        counts.opened += 1;
        const ids = new Set(await library.evaluate(storedIds));
        const lost = [...acknowledged].filter((id) => !ids.has(id));
        counts.lost += lost.length;
        for (const id of lost) acknowledged.delete(id);
        const fate = await fateOf(library, cutOff);
        counts.cutOff[fate] += 1;
        if (fate === 'silent') console.error(`  silent: ${cutOff}`);
      }
      if (round === count) {
        await session.close();
        return { ...counts, acknowledged: acknowledged.size };
      }
      await library.evaluate(readerSawAll);
      const [whole, cut] = [numberedPage(2 * (from + round)), numberedPage(2 * (from + round) + 1)];
      portal.show(whole);
      const answer = await keepAddress(session, library, whole.url);
      if (answer !== null && 'id' in answer) acknowledged.add(answer.id);
      portal.show(cut);
      const page = await session.context.newPage();
      await page.goto(cut.url);
      await ways[(from + round) % ways.length]?.(session, library, await session.tabId(page));
      await new Promise((resolve) => setTimeout(resolve, chance() * SPAN));
      killBrowser(profile);
      cutOff = cut.url;
      counts.kills += 1;
      await closedOrGone(session);
    }
  } finally {
    killBrowser(profile);
    rmSync(profile, { recursive: true, force: true, maxRetries: 10 });
  }
}

/** The driver may wait for ever for a browser that was killed: milliseconds that it is given. */
const FAREWELL = 3_000;

/** Lets the driver part from a browser that was killed. */
export async function closedOrGone(session: ChromiumSession): Promise<void> {
  const gone = new Promise<void>((resolve) => setTimeout(resolve, FAREWELL));
  await Promise.race([session.context.close().catch(() => undefined), gone]);
}

/** Takes away what was told of earlier keeps, as the reader does who has seen it. Runs in a page of the extension. */
async function readerSawAll(): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('wencun');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  await new Promise<void>((resolve) => {
    const clearing = database.transaction('outcomes', 'readwrite');
    clearing.objectStore('outcomes').clear();
    clearing.oncomplete = () => resolve();
  });
  database.close();
}

/** What is to be seen of a page whose keep was cut off; of one that was cut off while it was written down, no page is told. */
async function fateOf(library: Page, url: string): Promise<keyof Kills['cutOff']> {
  for (const until = Date.now() + PATIENCE; ; ) {
    const seen = await library.evaluate(async (address) => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open('wencun');
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      const all = (store: string) =>
        new Promise<{ readonly pageUrl?: string; readonly url?: string }[]>((resolve) => {
          const request = database.transaction(store).objectStore(store).getAll();
          request.onsuccess = () => resolve(request.result);
        });
      const kept = (await all('captures')).some(({ pageUrl }) => pageUrl === address);
      const told = (await all('outcomes')).some((row) => row.url === address || row.url === '');
      database.close();
      return kept ? 'kept' : told ? 'told' : 'silent';
    }, url);
    if (seen !== 'silent' || Date.now() > until) return seen;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}
