import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../build.ts';
import { startBench } from './collection/bench-extension.ts';
import type { Bench } from './collection/page.ts';

/*
 * npm run bench:collection -- [--essays N]: a seeded collection searched in real Chromium, in a page of an extension,
 * with the product's own worker. Prints one table and writes docs/benchmarks/collection.md. Fails when a query does not
 * find exactly what a scan of all texts finds.
 */

/** The bench's name on its page. */
declare const wencunCollection: Bench;

const QUERIES = 200;
const KEPT = 100;

const { values } = parseArgs({ options: { essays: { type: 'string', default: '10000' } } });
const essays = Number(values.essays);
if (!Number.isInteger(essays) || essays < 500) throw new Error('--essays takes a number from 500 on.');

/** The value below which a share of the times lies. */
const quantile = (times: readonly number[], share: number): number =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;

const ms = (time: number): string => (time < 10 ? time.toFixed(1) : time.toFixed(0));
const middleAndMost = (times: readonly number[]): string =>
  `${ms(quantile(times, 0.5))} / ${ms(quantile(times, 0.95))} ms`;

const browser = await startBench();
try {
  let page = await browser.restart();
  const started = performance.now();
  const textBytes = await page.evaluate((count) => wencunCollection.fill(0, count), essays);
  const filled = (performance.now() - started) / 1000;
  const indexed = await page.evaluate(() => wencunCollection.index());
  const { segments, bytes } = await page.evaluate(() => wencunCollection.size());
  const times = await page.evaluate(([count, all]) => wencunCollection.query(count, all), [QUERIES, essays] as const);
  page = await browser.restart();
  const cold = await page.evaluate(() => wencunCollection.open());
  const kept = await page.evaluate(([from, count]) => wencunCollection.keep(from, count), [essays, KEPT] as const);
  const faster = (share: number): string => (quantile(times.scan, share) / quantile(times.index, share)).toFixed(1);
  const rows = [
    ['what', 'measured', 'bar at 100,000'],
    ['---', '---', '---'],
    ['query with its first 20 snippets, p50 / p95', middleAndMost(times.index), '≤ 25 / ≤ 80 ms'],
    ['scan of all folded texts in memory, p50 / p95', middleAndMost(times.scan), ''],
    ['times faster than the scan, p50 / p95', `${faster(0.5)} / ${faster(0.95)}`, '≥ 5 / ≥ 2'],
    ['queries that find exactly what the scan finds', `${times.exact} of ${QUERIES}`, 'all'],
    [
      'new browser: search opened to first rows / to first result',
      `${ms(cold.rows)} / ${ms(cold.result)} ms`,
      '≤ 500 / ≤ 1,000 ms',
    ],
    ['one more essay written, p50 / p95', middleAndMost(kept), '≤ 20 ms'],
    ['longest task of the page while the index is made', `${ms(indexed.longestTask)} ms`, '≤ 50 ms'],
    ['index against UTF-8 bytes of the texts', `${(bytes / textBytes).toFixed(2)} in ${segments} segments`, '≤ 1.25'],
    ['making the index', `${indexed.seconds.toFixed(0)} s`, ''],
    ['writing the essays', `${filled.toFixed(0)} s`, ''],
  ];
  const table = rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
  const report = `# Search over the collection

\`npm run bench:collection -- --essays ${essays}\`, Chromium ${browser.version}, ${cpus().length} cores, load of the machine ${loadavg()[1]?.toFixed(1)} (${cpus().length} and above: it had other work, and times are longer than they would be). Essays are made up from a seed (\`scripts/bench/collection/made-essays.ts\`): words by Zipf's law, 800 to 6,000 characters, ${(textBytes / 1e6).toFixed(0)} MB of UTF-8.
Queries: ${QUERIES}, words of one to four characters, two words, phrases of six, exclusions, taken from the texts. The scan looks through the same folded texts held in memory, in the same run.

Essays: ${essays.toLocaleString('en')}

${table}
`;
  writeFileSync(join(root, 'docs/benchmarks/collection.md'), report);
  console.log(report);
  if (times.exact < QUERIES) process.exitCode = 1;
} finally {
  await browser.close();
}
