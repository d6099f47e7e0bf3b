// npm run mutants -- FOLDER… [--sample N] [--seed N] [--workers N] [--minutes N] [--tests PATTERN]
// Breaks a seeded sample of the decisions in lib/FOLDER, one at a time, and runs the unit tests that reach each; with a pattern,
// only those whose path it fits: quicker on a busy machine, and the share is what is noticed at least.
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { reportOf, scoreOf } from './mutants/report.ts';
import { testFolder } from './mutants/test-folder.ts';

/** Share of the sample that the tests have to notice, in percent. */
const target = 85;

const { values, positionals: folders } = parseArgs({
  allowPositionals: true,
  options: {
    sample: { type: 'string', default: '150' },
    seed: { type: 'string', default: '1' },
    workers: { type: 'string', default: String(Math.min(2, availableParallelism())) },
    minutes: { type: 'string', default: '19' },
    tests: { type: 'string', default: '' },
  },
});
if (folders.length === 0) {
  console.error(
    'Usage: npm run mutants -- FOLDER… [--sample 150] [--seed 1], FOLDER below lib: extract, search/query …',
  );
  process.exit(2);
}
for (const folder of folders) {
  const start = performance.now();
  const verdict = await testFolder({
    folder: folder.replace(/^lib\/|\/$/gu, ''),
    count: Number(values.sample),
    seed: Number(values.seed),
    workers: Number(values.workers),
    minutes: Number(values.minutes),
    tests: new RegExp(values.tests, 'u'),
    tell: (line) => console.error(`  ${line} (${((performance.now() - start) / 1000).toFixed(0)} s)`),
  });
  console.log(reportOf(folder, verdict, (performance.now() - start) / 1000));
  if (scoreOf(verdict) < target || verdict.undecided.length > 0) process.exitCode = 1;
}
