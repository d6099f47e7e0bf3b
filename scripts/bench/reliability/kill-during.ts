import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { type ChromiumSession, launchChromium } from '../../browsers/chromium.ts';
import { makeExtension } from '../collection/bench-browser.ts';
import { storedIds } from './keep-pages.ts';
import { closedOrGone } from './kills.ts';
import type { Bench } from './page.ts';
import { killBrowser } from './processes-of.ts';

/** The bench's name on its page. */
declare const wencunReliability: Bench;

/** A browser with a profile that was killed before, perhaps, and the bench's page in it. */
export interface KillStage {
  readonly session: ChromiumSession;
  readonly bench: Page;
}

/** Something that the browser is killed in the midst of. */
export interface KilledAct {
  /** Milliseconds after its beginning within which the browser is killed. */
  readonly span: number;
  /** True when it takes nothing away, so that whatever is seen while it runs must be there afterwards. */
  readonly onlyAdds: boolean;
  /** Once, before the first kill. Gives the ids of the essays that must never be missing. */
  readonly prepare: (stage: KillStage) => Promise<readonly string[]>;
  /** Begins what is cut off, and does not wait for it. Gives the ids that must not be missing after it. */
  readonly begin: (stage: KillStage, round: number) => Promise<readonly string[]>;
}

/** What a number of kills came to. */
export interface KillCounts {
  readonly kills: number;
  /** Times that the library opened afterwards. */
  readonly opened: number;
  readonly acknowledged: number;
  /** Essays that were acknowledged, or seen in the database, before a kill and are not there after it. */
  readonly lost: number;
  readonly searches: number;
  /** Searches that found another number of essays than a look through all texts. */
  readonly unequal: number;
}

const SEARCHES = 5;

/** Kills the browser `count` times in the midst of an act, by SIGKILL to all of its processes, and looks at what is there after each start. */
export async function killDuring(
  options: { readonly executable: string; readonly extension: string; readonly resolverRules: string },
  act: KilledAct,
  count: number,
  chance: () => number,
): Promise<KillCounts> {
  const folder = mkdtempSync(join(tmpdir(), 'wencun-kill-'));
  const [profile, extension] = [join(folder, 'profile'), join(folder, 'extension')];
  await makeExtension(options.extension, extension, import.meta.dirname);
  const { executable, resolverRules } = options;
  const counts = { kills: 0, opened: 0, lost: 0, searches: 0, unequal: 0 };
  const acknowledged = new Set<string>();
  const start = async (): Promise<KillStage> => {
    const began = performance.now();
    const took = (what: string): void => console.error(`  ${what} after ${(performance.now() - began).toFixed(0)} ms`);
    const session = await launchChromium({ executable, extension, profile, headless: true, resolverRules });
    took('the browser is there');
    const library = await session.context.newPage();
    await library.goto(session.url('library.html'));
    await library.locator('[data-testid="library"][data-status="ready"]').waitFor({ timeout: 60_000 });
    took('the library is open');
    await library.close();
    const bench = await session.context.newPage();
    bench.setDefaultTimeout(0);
    await bench.goto(session.url('bench/page.html'));
    await bench.waitForFunction('globalThis.wencunReliability !== undefined');
    return { session, bench };
  };
  try {
    for (let round = 0; ; round += 1) {
      const stage = await start();
      if (round === 0) for (const id of await act.prepare(stage)) acknowledged.add(id);
      else {
        counts.opened += 1;
        const ids = new Set(await stage.bench.evaluate(storedIds));
        const lost = [...acknowledged].filter((id) => !ids.has(id));
        counts.lost += lost.length;
        for (const id of lost) acknowledged.delete(id);
        const { asked, unequal } = await stage.bench.evaluate((some) => wencunReliability.searches(some), SEARCHES);
        counts.searches += asked;
        counts.unequal += unequal;
      }
      if (round === count) {
        await stage.session.close();
        return { ...counts, acknowledged: acknowledged.size };
      }
      for (const id of await act.begin(stage, round)) acknowledged.add(id);
      await new Promise((resolve) => setTimeout(resolve, chance() * act.span));
      if (act.onlyAdds) for (const id of await seenInTime(stage)) acknowledged.add(id);
      killBrowser(profile);
      counts.kills += 1;
      await closedOrGone(stage.session);
    }
  } finally {
    killBrowser(profile);
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  }
}

/** What is in the database when it is looked at was acknowledged; a page that is busy may not say in time. */
function seenInTime({ bench }: KillStage): Promise<readonly string[]> {
  const late = new Promise<readonly string[]>((resolve) => setTimeout(() => resolve([]), 300));
  return Promise.race([bench.evaluate(storedIds).catch(() => []), late]);
}
