import type { BenchBrowser } from './bench-browser.ts';
import { collectRubbish, memoryOf } from './memory.ts';
import type { Bench, QueryTimes } from './page.ts';
import { indexInLibrary, scrollToTheEnd, timesToSee, timeToSee, typeQueries } from './product-pages.ts';
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

/** Essays written, indexed by the library's own worker, and sought. */
interface Stage {
  readonly textBytes: number;
  readonly queries: QueryTimes;
  readonly tasks: readonly number[];
  readonly size: Measured['index'];
  readonly seconds: { readonly fill: number; readonly index: number };
}

/** Measures a collection of so many essays; `tell` is told what is being done. */
export async function measure(browser: BenchBrowser, essays: number, tell: (doing: string) => void): Promise<Measured> {
  await browser.restart();
  const growTo = async (from: number, to: number): Promise<Stage> => {
    tell(`writing essays up to ${to}`);
    const filling = await browser.openBench();
    const started = performance.now();
    const textBytes = await filling.evaluate(([first, end]) => wencunCollection.fill(first, end), [from, to] as const);
    const fill = (performance.now() - started) / 1000;
    await filling.close();
    tell('making the index');
    const { seconds: index, tasks } = await indexInLibrary(browser);
    tell('queries and scan');
    const bench = await browser.openBench();
    const queries = await bench.evaluate(([count, all]) => wencunCollection.query(count, all), [QUERIES, to] as const);
    const size = await bench.evaluate(() => wencunCollection.size());
    await bench.close();
    return { textBytes, queries, tasks, size, seconds: { fill, index } };
  };
  const smaller = essays > SMALLER ? await growTo(0, SMALLER) : null;
  const whole = await growTo(smaller === null ? 0 : SMALLER, essays);
  const of = (read: (stage: Stage) => number): number => read(whole) + (smaller === null ? 0 : read(smaller));

  tell('cold browser');
  const word = makeQueries(2, essays)[1] ?? '';
  const coldRows = await timeToSee(browser, 'library.html', '[data-row]');
  // A hit in a title alone has no passage to mark: the first row is the first result, since the list waits for the search.
  const coldResult = await timeToSee(browser, `library.html?${new URLSearchParams({ q: word })}`, '[data-row]');
  const { cold } = browser;
  tell('popup');
  const popup = await timesToSee(browser, 'popup.html', '[data-testid="recent-list"] li', 11);
  const used = await useLibrary(browser, essays, tell);
  tell('keeping');
  const worker = await browser.worker();
  const kept = await worker.evaluate(([from, count]) => wencunKeep(from, count), [essays + TAIL, KEPT] as const);
  tell('tail');
  await browser.restart();
  const tailBench = await browser.openBench();
  await tailBench.evaluate(([from, to]) => wencunCollection.fill(from, to), [essays, essays + TAIL - KEPT] as const);
  const tail = await tailBench.evaluate(([count, all]) => wencunCollection.queryAnew(count, all), [
    60,
    essays,
  ] as const);
  return {
    version: browser.version,
    essays,
    textBytes: of(({ textBytes }) => textBytes),
    queries: whole.queries,
    before: smaller && { essays: SMALLER, queries: smaller.queries },
    coldRows,
    coldResult,
    cold,
    kept,
    tasks: [...(smaller?.tasks ?? []), ...whole.tasks],
    index: whole.size,
    popup,
    ...used,
    tail: { essays: TAIL, ...tail },
    seconds: { fill: of(({ seconds }) => seconds.fill), index: of(({ seconds }) => seconds.index) },
  };
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
  const memory = { before: before.process, after: await memoryOf(library) };
  tell('scrolling');
  await library.getByTestId('library-search').fill('');
  await library.waitForTimeout(2000);
  const scrolling = await scrollToTheEnd(library);
  await library.close();
  return { typing, scrolling, memory };
}
