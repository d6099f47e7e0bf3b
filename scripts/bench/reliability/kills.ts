import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { PortalServer } from '../../../tests/corpus/portal/server.ts';
import { type ChromiumSession, launchChromium } from '../../browsers/chromium.ts';
import { keepAddress, storedIds } from './keep-pages.ts';
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
  /** Keeps that were cut off: kept by the next start, told, or neither. */
  readonly cutOff: { readonly kept: number; readonly told: number; readonly silent: number };
}

/** Milliseconds after the start of the keeps within which the browser is killed. */
const SPAN = 3_000;
/** Milliseconds until what became of a keep must be to be seen. */
const PATIENCE = 15_000;

/**
 * Kills the browser `count` times while pages are kept one after another, by SIGKILL to all of its processes, and looks after each
 * start for everything that was acknowledged, and for what became of the keep that was cut off.
 */
export async function killInKeeps(
  options: { readonly portal: PortalServer; readonly executable: string; readonly extension: string },
  count: number,
  chance: () => number,
): Promise<Kills> {
  const profile = mkdtempSync(join(tmpdir(), 'wencun-kill-'));
  const { portal, executable, extension } = options;
  const start = () =>
    launchChromium({ executable, extension, profile, headless: true, resolverRules: portal.resolverRules });
  const acknowledged = new Set<string>();
  const counts = { kills: 0, opened: 0, lost: 0, cutOff: { kept: 0, told: 0, silent: 0 } };
  let at = 0;
  let cutOff: string | null = null;
  try {
    for (let round = 0; round <= count; round += 1) {
      const session = await start();
      const library = await session.context.newPage();
      await library.goto(session.url('library.html'));
      await library.locator('[data-testid="library"][data-status="ready"]').waitFor();
      if (round > 0) {
        counts.opened += 1;
        const ids = new Set(await library.evaluate(storedIds));
        const lost = [...acknowledged].filter((id) => !ids.has(id));
        counts.lost += lost.length;
        for (const id of lost) acknowledged.delete(id);
        if (cutOff !== null) counts.cutOff[await fateOf(library, cutOff)] += 1;
      }
      if (round === count) {
        await session.close();
        break;
      }
      cutOff = null;
      const killed = new Promise<void>((resolve) => setTimeout(resolve, 200 + chance() * SPAN)).then(() =>
        killBrowser(profile),
      );
      for (let ended = false; !ended; at += 1) {
        const page = numberedPage(at);
        portal.show(page);
        cutOff = null;
        const asked = (): void => {
          cutOff = page.url;
        };
        // A browser that was killed answers nothing, not even that it is gone.
        const answer = await Promise.race([
          keepAddress(session, library, page.url, asked).catch(() => 'ended' as const),
          killed.then(() => 'ended' as const),
        ]);
        if (answer === 'ended') ended = true;
        else if (answer !== null && 'id' in answer) acknowledged.add(answer.id);
      }
      await killed;
      counts.kills += 1;
      await closedOrGone(session);
    }
    return { ...counts, acknowledged: acknowledged.size };
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
