import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildExtension, root } from '../build.ts';
import { openBenchBrowser } from './collection/bench-browser.ts';
import { check } from './collection/check.ts';
import { measure } from './collection/measure.ts';
import { reportOf } from './collection/report.ts';

/*
 * npm run bench:collection -- [--essays N]: a seeded collection in the built extension in real Chromium. Prints one
 * table and writes docs/benchmarks/collection.md. Fails when a query does not find exactly what a scan of all texts finds.
 * With --check (what npm test runs): correctness alone, of the extension as it is built, and nothing is written.
 */

const { values } = parseArgs({
  options: { essays: { type: 'string' }, check: { type: 'boolean', default: false } },
});
const essays = Number(values.essays ?? (values.check ? 2000 : 10_000));
if (!Number.isInteger(essays) || essays < 1000) throw new Error('--essays takes a number from 1,000 on.');

const built = values.check ? join(root, '.output', 'chrome-mv3') : buildExtension('chrome');
const browser = await openBenchBrowser(built);
try {
  if (values.check) await check(browser, essays);
  else {
    const measured = await measure(browser, essays, (doing) =>
      console.error(`${new Date().toLocaleTimeString('en-GB')} ${doing}`),
    );
    const report = reportOf(measured);
    writeFileSync(join(root, 'docs/benchmarks/collection.md'), report);
    console.log(report);
    if (measured.queries.exact < measured.queries.search.length) process.exitCode = 1;
  }
} finally {
  await browser.close();
}
