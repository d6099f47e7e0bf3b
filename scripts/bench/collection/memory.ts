import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

/** Megabytes: the page's own heap, and what the extension's process alone holds (null where the system does not tell). */
export interface Memory {
  readonly heap: number;
  readonly process: number | null;
}

/** Memory of a page of the extension with its workers; the extension's other pages and its service worker share the process. */
export async function memoryOf(page: Page): Promise<Memory> {
  const session = await page.context().newCDPSession(page);
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return { heap: usedSize / 1e6, process: largestOfExtension(await renderers(page)) };
}

/** Chromium was told to let scripts collect rubbish. */
const collect = (): void => (globalThis as unknown as { gc(): void }).gc();

/** The same as where memory runs short: an empty young generation of 25 to 60 MB a thread is given back, too. */
const giveBack = (): void =>
  (globalThis as unknown as { gc(how: object): void }).gc({
    type: 'major',
    execution: 'sync',
    flavor: 'last-resort',
  });

/** Has rubbish collected in a page and its workers, as `performance.measureUserAgentSpecificMemory` does before it measures; `all` that can be given back is. */
export async function collectRubbish(page: Page, all = false): Promise<void> {
  const how = all ? giveBack : collect;
  await page.evaluate(how);
  for (const worker of page.workers()) await worker.evaluate(how);
  await page.waitForTimeout(1000);
}

async function renderers(page: Page): Promise<number[]> {
  const session = await page.context().browser()?.newBrowserCDPSession();
  const processes = (await session?.send('SystemInfo.getProcessInfo'))?.processInfo ?? [];
  await session?.detach();
  return processes.filter(({ type }) => type === 'renderer').map(({ id }) => id);
}

/** Anonymous memory of the largest process that holds extensions' pages. */
function largestOfExtension(pids: readonly number[]): number | null {
  try {
    const sizes = pids
      .filter((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--extension-process'))
      .map((pid) => Number(/RssAnon:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0));
    return sizes.length === 0 ? null : (Math.max(...sizes) * 1024) / 1e6;
  } catch {
    return null;
  }
}
