import type { Page } from 'playwright-core';
import type { browser } from 'wxt/browser';
import type { PortalServer } from '../../../tests/corpus/portal/server.ts';
import type { ChromiumSession } from '../../browsers/chromium.ts';
import { keepByKey } from './keep-pages.ts';
import { numberedPage } from './numbered-page.ts';
import { type SeenState, seeState } from './seen-state.ts';

/** The browser's own name for the API, inside functions that are sent to the extension. */
declare const chrome: typeof browser;

/** What became of keeps whose worker was stopped in their midst. */
export interface StopCounts {
  readonly keeps: number;
  /** Kept once, and told. */
  readonly kept: number;
  /** Of these: begun by a worker that was stopped, ended by the next one. */
  readonly takenUp: number;
  /** Kept once, the toolbar saying otherwise, and nothing else said. */
  readonly keptUntold: number;
  /** Not kept, and told. */
  readonly told: number;
  /** Neither kept nor told. */
  readonly silent: number;
  readonly twice: number;
}

/** A stage to stop workers on. */
export interface StopStage {
  readonly session: ChromiumSession;
  readonly portal: PortalServer;
}

/** A keep takes some 100 to 350 ms here; milliseconds within which the worker is stopped. */
const SPAN = 350;
/** Milliseconds until what became of a keep must be to be seen. */
const PATIENCE = 20_000;

/**
 * Keeps `count` pages, every second by the key and every second by the popup's message, and stops the worker at a random
 * moment inside each. `from` numbers the first page.
 */
export async function stopInside(
  { session, portal }: StopStage,
  count: number,
  chance: () => number,
  from = 0,
): Promise<StopCounts> {
  const counts = { keeps: 0, kept: 0, takenUp: 0, keptUntold: 0, told: 0, silent: 0, twice: 0 };
  const helper = await session.context.newPage();
  await helper.goto(session.url('print.html'));
  for (let at = from; at < from + count; at += 1) {
    const shown = numberedPage(at);
    portal.show(shown);
    const page = await session.context.newPage();
    await page.goto(shown.url);
    const tabId = await session.tabId(page);
    // The key counts from the moment that the browser has told the worker of it: nobody can keep what was never told.
    const asked = at % 2 === 0 ? await keepByKey(session, helper, tabId) : keepByMessage(helper, tabId, shown.url);
    await new Promise((resolve) => setTimeout(resolve, chance() * SPAN));
    await stopWorker(session);
    await asked;
    await wake(helper, tabId);
    const state = await settled(helper, shown.url, tabId);
    counts[verdictOf(state)] += 1;
    counts.takenUp += state.told === '' ? 1 : 0;
    counts.keeps += 1;
    await page.close();
  }
  await helper.close();
  return counts;
}

/** As the popup asks, which asks again when its answer never comes. */
async function keepByMessage(helper: Page, tabId: number, url: string): Promise<void> {
  await helper.evaluate(
    async ({ tabId: tab, url: address }) => {
      const facts = { id: crypto.randomUUID(), tabId: tab, url: address, title: '', incognito: false };
      for (let again = false; ; again = true) {
        const data = { ...facts, anyway: true, evenPrivate: false, again };
        const sent = { id: 1, type: 'keepPage', data, timestamp: Date.now() };
        const answer = await chrome.runtime.sendMessage(sent).catch(() => undefined);
        if (answer !== undefined) return;
        await new Promise((resolve) => setTimeout(resolve, 150));
      }
    },
    { tabId, url },
  );
}

/** Ends the extension's worker, harder than the browser's own idle stop does. */
export async function stopWorker(session: ChromiumSession): Promise<void> {
  const { targetInfos } = await session.cdp.send('Target.getTargets');
  const worker = targetInfos.find(({ type, url }) => type === 'service_worker' && url.startsWith(session.url('')));
  if (worker) await session.cdp.send('Target.closeTarget', { targetId: worker.targetId });
}

/** The next event starts the worker, as an alarm would within half a minute. */
async function wake(helper: Page, tabId: number): Promise<void> {
  await helper.evaluate(async (id) => {
    const sent = { id: 2, type: 'offerColumn', data: { tabId: id }, timestamp: Date.now() };
    await chrome.runtime.sendMessage(sent).catch(() => undefined);
  }, tabId);
}

/** What is to be seen once it no longer changes for the better. */
async function settled(helper: Page, url: string, tabId: number): Promise<SeenState> {
  for (const until = Date.now() + PATIENCE; ; ) {
    const state = await helper.evaluate(seeState, { url, tabId });
    const verdict = verdictOf(state);
    if (verdict === 'kept' || verdict === 'told' || verdict === 'twice' || Date.now() > until) return state;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function verdictOf({ captures, badge, told }: SeenState): Exclude<keyof StopCounts, 'keeps' | 'takenUp'> {
  if (captures > 1) return 'twice';
  if (captures === 1) return badge === '✓' || told === '' ? 'kept' : 'keptUntold';
  return badge === '!' || (told !== null && told !== '') ? 'told' : 'silent';
}
