import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildExtension, root } from '../build.ts';
import { openBenchBrowser } from './collection/bench-browser.ts';
import { check } from './collection/check.ts';
import { measureStage, type StageName, stages } from './collection/measure.ts';
import { type Measured, reportOf } from './collection/report.ts';

/*
 * npm run bench:collection -- [--essays N] [--folder F [--stage fill|queries|pages]]: a seeded collection in the built extension in
 * real Chromium. Prints one table and writes docs/benchmarks/collection.md. Fails when a query does not find exactly what a scan of
 * all texts finds. With a folder, the profile and what was measured stay there, and the parts can be made one by one.
 * With --check (what npm run proofs runs): correctness alone, of the extension as it is built, and nothing is written.
 */

const { values } = parseArgs({
  options: {
    essays: { type: 'string' },
    folder: { type: 'string' },
    stage: { type: 'string' },
    check: { type: 'boolean', default: false },
  },
});
const essays = Number(values.essays ?? (values.check ? 2000 : 10_000));
if (!Number.isInteger(essays) || essays < 1000) throw new Error('--essays takes a number from 1,000 on.');
const wanted = stages.filter((name) => values.stage === undefined || values.stage === name);
if (wanted.length === 0) throw new Error(`--stage is one of ${stages.join(', ')}.`);

const folder = values.folder ?? null;
if (folder !== null) mkdirSync(folder, { recursive: true });
const kept = folder === null ? null : join(folder, 'measured.json');
const asBuilt = values.check || (folder !== null && existsSync(join(folder, 'extension')));
const built = asBuilt ? join(root, '.output', 'chrome-mv3') : buildExtension('chrome');
const browser = await openBenchBrowser(built, undefined, folder);
try {
  if (values.check) await check(browser, essays);
  else await measureAll(wanted);
} finally {
  await browser.close();
}

async function measureAll(names: readonly StageName[]): Promise<void> {
  let measured: Partial<Measured> = kept !== null && existsSync(kept) ? JSON.parse(readFileSync(kept, 'utf8')) : {};
  for (const name of names) {
    measured = await measureStage(name, browser, essays, measured, (doing) =>
      console.error(`${new Date().toLocaleTimeString('en-GB')} ${doing}`),
    );
    if (kept !== null) writeFileSync(kept, JSON.stringify(measured));
  }
  if (names.at(-1) !== 'pages') return;
  const whole = measured as Measured;
  const report = reportOf(whole);
  writeFileSync(join(root, 'docs/benchmarks/collection.md'), report);
  console.log(report);
  if (whole.queries.exact < whole.queries.search.length) process.exitCode = 1;
}
