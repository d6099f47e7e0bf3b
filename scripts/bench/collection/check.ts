import type { BenchBrowser } from './bench-browser.ts';
import type { Bench } from './page.ts';
import { indexInLibrary } from './product-pages.ts';

/** The bench's name on its page. */
declare const wencunCollection: Bench;

const QUERIES = 100;

/**
 * Throws unless queries find what a scan finds, in its order: most essays in segments that the library's worker made,
 * some in the tail.
 */
export async function check(browser: BenchBrowser, essays: number): Promise<void> {
  await browser.restart();
  const bench = await browser.openBench();
  const indexed = essays - 300;
  await bench.evaluate((to) => wencunCollection.fill(0, to), indexed);
  await indexInLibrary(browser);
  await bench.evaluate(([from, to]) => wencunCollection.fill(from, to), [indexed, essays] as const);
  const { segments } = await bench.evaluate(() => wencunCollection.size());
  const { exact, samePages } = await bench.evaluate(([count, all]) => wencunCollection.query(count, all), [
    QUERIES,
    essays,
  ] as const);
  console.log(`${exact} of ${QUERIES} exact, ${samePages} first pages alike, ${segments} segments`);
  if (segments === 0) throw new Error('The library made no index.');
  if (exact < QUERIES || samePages < QUERIES)
    throw new Error('The search finds other essays than a scan of all texts.');
}
