import type { Page } from 'playwright-core';
import type { BenchBrowser } from './bench-browser.ts';
import type { Bench } from './page.ts';
import './watch-page.ts';

/** The bench's name on its page. */
declare const wencunCollection: Bench;

/* The product's own pages, opened and used as a reader does. */

/** Milliseconds without indexing after which none is to come: the worker begins after 1.5 seconds of rest. */
const IDLE = 6000;
const LATEST_START = 30_000;

/** Milliseconds from the opening of a page, in a browser that was just started, until something is painted. */
export async function timeToSee(browser: BenchBrowser, path: string, selector: string): Promise<number> {
  await browser.restart();
  const page = await browser.open(path);
  const time = await seen(page, selector);
  await page.close();
  return time;
}

/** The pages that are opened in turn, by what is waited for: an empty one with one read of the database, and the product's. */
const pages = {
  empty: ['bench/empty.html', '[data-empty]'],
  popup: ['popup.html', '[data-testid="recent-list"] li'],
  library: ['library.html', '[data-row]'],
} as const;

/** Milliseconds of each page. */
export type Opened = Readonly<Record<keyof typeof pages, readonly number[]>>;

/** The same in a browser that runs already, of an empty page and the product's in turn: what the machine does besides, it does to all. */
export async function timesInTurn(browser: BenchBrowser, times: number): Promise<Opened> {
  const found = { empty: [] as number[], popup: [] as number[], library: [] as number[] };
  for (let time = 0; time < times; time += 1) {
    for (const name of Object.keys(pages) as (keyof typeof pages)[]) {
      const [path, selector] = pages[name];
      const page = await browser.open(path);
      found[name].push(await seen(page, selector));
      await page.close();
    }
  }
  return found;
}

async function seen(page: Page, selector: string): Promise<number> {
  await page.waitForFunction((wanted) => wanted in globalThis.wencunWatch.seen, selector, { timeout: 60_000 });
  await page.waitForTimeout(100);
  return page.evaluate((wanted) => globalThis.wencunWatch.seen[wanted] ?? 0, selector);
}

/** Opens the library, waits until its worker has nothing to index any more, and closes it; gives the seconds, and the page's long tasks meanwhile. */
export async function indexInLibrary(browser: BenchBrowser): Promise<{ seconds: number; tasks: number[] }> {
  const library = await browser.open('library.html');
  // The worker begins when the page has rested: what the opening itself took is no part of it.
  await library.waitForTimeout(1000);
  await library.evaluate(() => globalThis.wencunWatch.tasks.splice(0));
  const started = performance.now();
  let ended = started;
  let begun = false;
  while (performance.now() - ended < (begun ? IDLE : LATEST_START)) {
    await library.waitForTimeout(200);
    const held = await library.evaluate(async () =>
      (await navigator.locks.query()).held?.some(({ name }) => name === 'wencun-index'),
    );
    if (held) [begun, ended] = [true, performance.now()];
  }
  const tasks = await library.evaluate(() => globalThis.wencunWatch.tasks);
  await library.close();
  return { seconds: (ended - started) / 1000, tasks };
}

/** Milliseconds between two looks at what is not copied yet. */
const LOOK = 2000;

/** Waits until the background has copied all that was written into the second copy: before that, no page has the machine to itself. */
export async function untilCopied(browser: BenchBrowser): Promise<void> {
  const bench = await browser.openBench();
  while (await bench.evaluate(() => wencunCollection.uncopied())) await bench.waitForTimeout(LOOK);
  await bench.close();
}

/** Lengths of the frames of a page while something is done with it. */
async function framesWhile(page: Page, run: () => Promise<unknown>): Promise<number[]> {
  await page.evaluate(() => Object.assign(globalThis.wencunWatch, { frames: [], recording: true }));
  await run();
  return page.evaluate(() => {
    globalThis.wencunWatch.recording = false;
    return globalThis.wencunWatch.frames;
  });
}

/** Scrolls the library from its first row to its last in four seconds. */
export function scrollToTheEnd(page: Page): Promise<number[]> {
  return framesWhile(page, () =>
    page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const steps = 240;
          const step = (at: number): void => {
            const end = document.documentElement.scrollHeight - innerHeight;
            scrollTo({ top: (end * at) / steps, behavior: 'instant' });
            requestAnimationFrame(() => (at === steps ? resolve() : step(at + 1)));
          };
          step(1);
        }),
    ),
  );
}

/** Types queries into the library's search, a character at a time, and waits for what each finds. */
export function typeQueries(page: Page, queries: readonly string[]): Promise<number[]> {
  const box = page.getByTestId('library-search');
  return framesWhile(page, async () => {
    for (const query of queries) {
      await box.focus();
      await box.selectText();
      for (const character of query) {
        await page.keyboard.insertText(character);
        await page.waitForTimeout(90);
      }
      await page.waitForTimeout(150);
    }
  });
}
