import type { BenchBrowser } from './bench-browser.ts';
import { collectRubbish, memoryOf } from './memory.ts';
import type { Bench } from './page.ts';
import { indexInLibrary, scrollToTheEnd, timesInTurn, timeToSee, typeQueries, untilCopied } from './product-pages.ts';
import { makeQueries } from './queries.ts';
import type { Measured } from './report.ts';
import type { Keep } from './service-worker.ts';

/** The bench's names on its page, and in the service worker. */
declare const wencunCollection: Bench;
declare const wencunKeep: Keep;

const QUERIES = 200;
const KEPT = 100;
const TYPED = 50;
const TAIL = 2000;

/** The size that growth is measured from. */
const SMALLER = 10_000;

/** Times that pages are opened beside an empty one. */
const OPENED = 11;

/** The parts of a measurement that can be made one by one over one profile, so that a busy machine is quiet for each. */
export const stages = ['fill', 'queries', 'pages'] as const;
export type StageName = (typeof stages)[number];

/** Makes one part of the measurement; `before` is what the parts before it came to, `tell` is told what is being done. */
export async function measureStage(
  stage: StageName,
  browser: BenchBrowser,
  essays: number,
  before: Partial<Measured>,
  tell: (doing: string) => void,
): Promise<Partial<Measured>> {
  await browser.restart();
  if (stage === 'fill') return fillAll(browser, essays, before, tell);
  if (stage === 'queries') return { ...before, ...(await measureQueries(browser, essays, tell)) };
  return { ...before, ...(await measurePages(browser, essays, tell)) };
}

async function measureQueries(
  browser: BenchBrowser,
  essays: number,
  tell: (doing: string) => void,
): Promise<Pick<Measured, 'queries' | 'index'>> {
  tell('queries and scan');
  const bench = await browser.openBench();
  const queries = await bench.evaluate(([count, all]) => wencunCollection.query(count, all), [
    QUERIES,
    essays,
  ] as const);
  const index = await bench.evaluate(() => wencunCollection.size());
  await bench.close();
  return { queries, index };
}

/**
 * Writes essays, has the library's own worker index them, and measures the first of them alone where there are many. What an earlier fill of
 * fewer essays left in this profile stays as it is, and is added to.
 */
async function fillAll(
  browser: BenchBrowser,
  essays: number,
  earlier: Partial<Measured>,
  tell: (doing: string) => void,
): Promise<Pick<Measured, 'essays' | 'textBytes' | 'tasks' | 'seconds' | 'before'>> {
  const there = earlier.essays ?? 0;
  const sum = {
    textBytes: earlier.textBytes ?? 0,
    fill: earlier.seconds?.fill ?? 0,
    index: earlier.seconds?.index ?? 0,
    tasks: [...(earlier.tasks ?? [])],
  };
  const growTo = async (from: number, to: number): Promise<void> => {
    tell(`writing essays up to ${to}`);
    const filling = await browser.openBench();
    const started = performance.now();
    sum.textBytes += await filling.evaluate(([first, end]) => wencunCollection.fill(first, end), [from, to] as const);
    sum.fill += (performance.now() - started) / 1000;
    await filling.close();
    tell('making the index');
    const { seconds, tasks } = await indexInLibrary(browser);
    sum.index += seconds;
    sum.tasks.push(...tasks);
  };
  let before = earlier.before ?? null;
  if (essays > SMALLER && there < SMALLER) {
    await growTo(there, SMALLER);
    before = { essays: SMALLER, queries: (await measureQueries(browser, SMALLER, tell)).queries };
  }
  await growTo(Math.max(there, before?.essays ?? 0), essays);
  tell('waiting for the second copy');
  await untilCopied(browser);
  const { textBytes, fill, index, tasks } = sum;
  return { essays, textBytes, tasks, before, seconds: { fill, index } };
}

type Pages = 'version' | 'cold' | 'coldRows' | 'coldEmpty' | 'coldResult' | 'opened' | 'kept' | 'tail';

async function measurePages(
  browser: BenchBrowser,
  essays: number,
  tell: (doing: string) => void,
): Promise<Pick<Measured, Pages | 'typing' | 'scrolling' | 'memory'>> {
  tell('cold browser');
  const word = makeQueries(2, essays)[1] ?? '';
  const coldEmpty = await timeToSee(browser, 'bench/empty.html', '[data-empty]');
  const coldRows = await timeToSee(browser, 'library.html', '[data-row]');
  // A hit in a title alone has no passage to mark: the first row is the first result, since the list waits for the search.
  const coldResult = await timeToSee(browser, `library.html?${new URLSearchParams({ q: word })}`, '[data-row]');
  const { cold } = browser;
  tell('popup and library beside an empty page');
  const opened = await timesInTurn(browser, OPENED);
  tell('keeping');
  const worker = await browser.worker();
  const kept = await worker.evaluate(([from, count]) => wencunKeep(from, count), [essays + TAIL, KEPT] as const);
  const used = await useLibrary(browser, essays, tell);
  tell('tail');
  await browser.restart();
  const tailBench = await browser.openBench();
  await tailBench.evaluate(([from, to]) => wencunCollection.fill(from, to), [essays, essays + TAIL - KEPT] as const);
  const tail = await tailBench.evaluate(([count, all]) => wencunCollection.queryAnew(count, all), [
    60,
    essays,
  ] as const);
  const { version } = browser;
  return { version, cold, coldRows, coldEmpty, coldResult, opened, kept, tail: { essays: TAIL, ...tail }, ...used };
}

/** Types and scrolls in the library, opened in a browser that was just started. */
async function useLibrary(
  browser: BenchBrowser,
  essays: number,
  tell: (doing: string) => void,
): Promise<Pick<Measured, 'typing' | 'scrolling' | 'memory'>> {
  await browser.restart();
  const library = await browser.open('library.html');
  await library.waitForFunction(() => '[data-row]' in globalThis.wencunWatch.seen);
  await library.waitForTimeout(1000);
  tell('typing');
  const typing = await typeQueries(library, makeQueries(TYPED, essays));
  const before = await memoryOf(library);
  await collectRubbish(library);
  const after = await memoryOf(library);
  await collectRubbish(library, true);
  const memory = { before: before.process, after, least: await memoryOf(library) };
  tell('scrolling');
  await library.getByTestId('library-search').fill('');
  await library.waitForTimeout(2000);
  const scrolling = await scrollToTheEnd(library);
  await library.close();
  return { typing, scrolling, memory };
}
