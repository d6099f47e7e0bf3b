import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { findChromium } from '../../setup/chromium.ts';
import type { SyncBench } from './page.ts';
import { cpuSeconds } from './processes.ts';

/** The bench's name on its page. */
declare const wencunSync: SyncBench;

/** A browser of its own with a profile of its own, in which the bench's page is open. */
export interface BenchComputer {
  readonly page: Page;
  /** CPU seconds that all of its processes have taken. */
  readonly cpu: () => number;
  /** Does something in it, and prints the CPU seconds and the longest task that it took. */
  readonly timed: <T>(what: string, work: () => Promise<T>) => Promise<{ readonly cpu: number; readonly value: T }>;
  readonly close: () => Promise<void>;
}

/** Starts one over the page at an address. */
export async function benchComputer(profile: string, address: string): Promise<BenchComputer> {
  const context: BrowserContext = await chromium.launchPersistentContext(profile, {
    executablePath: findChromium()?.path ?? '',
    args: ['--no-sandbox'],
  });
  const page = await context.newPage();
  await page.goto(`${address}/page.html`);
  await page.waitForFunction(() => 'wencunSync' in globalThis);
  const cpu = (): number => cpuSeconds(profile);
  const timed: BenchComputer['timed'] = async (what, work) => {
    await page.evaluate(() => wencunSync.longestTask());
    const before = cpu();
    const value = await work();
    const took = cpu() - before;
    const task = await page.evaluate(() => wencunSync.longestTask());
    console.log(
      `${what}: ${took.toFixed(1)} s CPU, longest task ${task} ms ${JSON.stringify(value ?? null).slice(0, 200)}`,
    );
    return { cpu: took, value };
  };
  return { page, cpu, timed, close: () => context.close() };
}
