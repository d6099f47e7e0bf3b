import { isDeepStrictEqual } from 'node:util';
import type { Page } from 'playwright-core';
import type { browser } from 'wxt/browser';
import type { PortalServer } from '../../../tests/corpus/portal/server.ts';
import type { ChromiumSession } from '../../browsers/chromium.ts';
import { keepAddress } from '../reliability/keep-pages.ts';
import { numberedPage } from '../reliability/numbered-page.ts';
import { stopWorker } from '../reliability/stops.ts';
import { type AlikeEssay, forgetSpent, lookHere, seeStatus } from './alike.ts';
import type { KillingProxy, KillMoment } from './killing-proxy.ts';
import { otherComputer } from './other-computer.ts';

/** The browser's own name for the API, inside functions that are sent to the extension. */
declare const chrome: typeof browser;

/** What a number of kills came to. */
export interface KillCounts {
  readonly kills: number;
  /** Syncs that came to their end afterwards, by themselves or when asked once more. */
  readonly ended: number;
  /** Times that both computers showed the same afterwards, and essays that one of them did not have. */
  readonly equal: number;
  readonly lost: number;
}

/** A browser with the extension, and what stands between it and its server. */
export interface KillStage {
  readonly session: ChromiumSession;
  readonly portal: PortalServer;
  readonly proxy: KillingProxy;
  /** The server itself, for the other computer. */
  readonly server: string;
}

/** Times that a server is tried once more. */
const TRIES = 3;
/** Milliseconds until a sync must have ended. */
const PATIENCE = 20_000;

/**
 * Ends the worker at each request of a sync in turn. `first`: the first sync of a computer that has essays, with another that wrote already; each in a
 * folder of its own. `later`: one that brings and sends changes. `numbered` counts the pages that were kept, so that none is kept twice.
 */
export async function killInTurn(
  stage: KillStage,
  kind: 'first' | 'later',
  moment: KillMoment,
  numbered: { n: number },
): Promise<KillCounts> {
  const { session, proxy, server } = stage;
  const counts = { kills: 0, ended: 0, equal: 0, lost: 0 };
  const helper = await session.context.newPage();
  await helper.goto(session.url('print.html'));
  const settings = await session.context.newPage();
  const keep = async (): Promise<void> => {
    const shown = numberedPage(numbered.n);
    numbered.n += 1;
    stage.portal.show(shown);
    const kept = await keepAddress(session, helper, shown.url);
    if (kept === null || !('id' in kept)) throw new Error(`Not kept: ${JSON.stringify(kept)}`);
  };
  const name = `${kind}-${moment}-${numbered.n}`;
  const folderOf = async (at: number): Promise<string> => {
    const folder = `${name}-${at}/`;
    const headers = { authorization: `Basic ${btoa('reader:app-password')}` };
    await fetch(server + folder, { method: 'MKCOL', headers });
    return folder;
  };
  const computer = async (folder: string) => {
    const address = server + folder;
    const other = await otherComputer({ address, user: 'reader', password: 'app-password' }, 'bbbbbbbbbbbb');
    await other.change();
    await other.sync();
    return other;
  };
  await keep();
  const held: { other: Awaited<ReturnType<typeof otherComputer>> | null } = { other: null };
  for (let at = 1; at <= counts.kills + 1; at += 1) {
    await helper.evaluate(forgetSpent).catch(() => undefined);
    if (kind === 'first' || held.other === null) {
      const folder = await folderOf(at);
      held.other = await computer(folder);
      await connect(session, settings, proxy.address + folder, kind === 'first');
    }
    await keep();
    await held.other.change();
    await held.other.sync();
    const killed = { is: false };
    proxy.arm(at, moment, async () => {
      killed.is = true;
      await stopWorker(session);
    });
    await (kind === 'first' ? begin(settings) : syncNow(helper));
    const isEnded = await ended(helper);
    proxy.disarm();
    // Past the last request there is nothing to end any more.
    if (!killed.is) break;
    counts.kills += 1;
    if (isEnded) counts.ended += 1;
    for (let round = 0; round < 2; round += 1) {
      await syncNow(helper);
      await ended(helper);
      await held.other.sync();
    }
    const [here, there] = [await helper.evaluate(lookHere, 'wencun'), await held.other.look()];
    if (isDeepStrictEqual(here, there)) counts.equal += 1;
    else console.error(`  request ${at} of ${name}: ${differenceOf(here, there)}`);
    const both = new Set([...here, ...there].map(({ id }) => id));
    counts.lost += both.size * 2 - here.length - there.length;
  }
  await helper.close();
  await settings.close();
  return counts;
}

const byId = (id: string): string => `[data-testid="${id}"]`;

/** Connects as a reader does; the first sync waits for `begin` where `waits`. */
async function connect(session: ChromiumSession, page: Page, address: string, waits: boolean): Promise<void> {
  // Another address first: the same one with its fragment would not be loaded anew.
  await page.goto(session.url('print.html'));
  await page.goto(session.url('options.html#sync'));
  await page
    .locator(`${byId('sync-leave')}, ${byId('sync-connect')}`)
    .first()
    .waitFor();
  if ((await page.locator(byId('sync-leave')).count()) > 0) {
    await page.locator(byId('sync-leave')).click();
    await page.locator(byId('sync-leaving-yes')).click();
    await page.locator(byId('sync-connect')).waitFor();
  }
  await page.locator(`${byId('sync-kind')} [data-choice="webdav"]`).click();
  const fields = { address, user: 'reader', password: 'app-password', device: '书房' };
  for (const [id, value] of Object.entries(fields)) await page.locator(byId(`sync-${id}`)).fill(value);
  // A worker that was ended a moment ago may have taken the question with it.
  for (let again = 0; ; again += 1) {
    await page.locator(byId('sync-test')).click();
    const isThere = await page
      .locator(byId('sync-first'))
      .waitFor({ timeout: 4000 })
      .then(
        () => true,
        () => false,
      );
    if (isThere) break;
    if (again === TRIES) throw new Error((await page.locator(byId('sync-connect')).textContent()) ?? '');
  }
  if (waits) return;
  await begin(page);
  if (!(await ended(page))) throw new Error('The first sync did not end.');
}

const begin = (page: Page): Promise<void> => page.locator(byId('sync-begin')).click();

/** As a page of the extension asks; nobody waits for an answer of a worker that is ended. */
const syncNow = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const sent = { id: 3, type: 'syncNow', data: { mayDelete: false }, timestamp: Date.now() };
    void chrome.runtime.sendMessage(sent).catch(() => undefined);
  });

/** True when the sync has come to its end; a worker that was ended is woken, as its alarm would. */
async function ended(page: Page): Promise<boolean> {
  await new Promise((resolve) => setTimeout(resolve, 150));
  for (const until = Date.now() + PATIENCE; Date.now() < until; ) {
    const status = await page.evaluate(seeStatus);
    if (status !== null && status.running === null) return status.problem === null;
    await page.evaluate(() => {
      const sent = { id: 4, type: 'stopAsking', data: { ask: 'none' }, timestamp: Date.now() };
      void chrome.runtime.sendMessage(sent).catch(() => undefined);
    });
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}

/** The first essay that is not the same. */
function differenceOf(here: readonly AlikeEssay[], there: readonly AlikeEssay[]): string {
  const others = new Map(there.map((one) => [one.id, one]));
  const odd = here.find((one) => !isDeepStrictEqual(one, others.get(one.id)));
  return `${here.length} and ${there.length} essays; ${JSON.stringify(odd)} and ${JSON.stringify(others.get(odd?.id ?? ''))}`;
}
