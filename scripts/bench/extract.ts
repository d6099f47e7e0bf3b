import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { rulesVersion } from '../../lib/pipeline/rules-version.ts';
import { timePages } from './browser/time-pages.ts';
import { timingLines } from './browser/timing-table.ts';
import { ownPages, realPages } from './extract/corpora.ts';
import { defuddle, type Extractor, ours, readability } from './extract/extractors.ts';
import { markdownReport, recognitionLines, worstPages } from './extract/report.ts';
import { runAll } from './extract/run.ts';
import { markdownTable } from './extract/table.ts';
import { runFuzz } from './fuzz/run-fuzz.ts';

/*
 * npm run bench:extract [-- --corpus DIR] [--without RULE]… [--only ours] [--worst N] [--browser] [--fuzz N]
 * Ours, Readability and Defuddle side by side over tests/pages and the real pages of DIR (a folder with gold.jsonl).
 * --browser times them on live documents in Chromium; --fuzz puts N damaged pages through the pipeline.
 * A full run writes docs/benchmarks/extract.md; one that leaves rules or contestants out only prints.
 */
const root = resolve(import.meta.dirname, '../..');
const { values } = parseArgs({
  options: {
    corpus: { type: 'string', default: join(root, '../shared/corpus/real') },
    without: { type: 'string', multiple: true, default: [] },
    only: { type: 'string' },
    worst: { type: 'string', default: '0' },
    browser: { type: 'boolean', default: false },
    fuzz: { type: 'string' },
  },
});

const peers: readonly Extractor[] = [readability(), readability(100), defuddle];
const contestants = [ours(), ...values.without.map((rule) => ours([rule])), ...peers].filter(
  ({ name }) => values.only === undefined || name.startsWith(values.only),
);
const version = (name: string): string =>
  (JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')) as { version: string }).version;

const pages = [...ownPages(join(root, 'tests/pages')), ...realPages(resolve(values.corpus))];
if (!existsSync(values.corpus)) console.log(`no real pages at ${values.corpus}: only our own are measured`);
const run = await runAll(pages, contestants);
console.log(markdownTable(run.rows));
console.log(recognitionLines(run).join('\n'));
console.log(worstPages(run.rows, 'ours', Number(values.worst)).join('\n'));

const timed = values.browser ? await timePages(pages) : null;
const timing = timed ? timingLines(timed.version, timed.timed) : [];
console.log(timing.join('\n'));

if (values.without.length === 0 && values.only === undefined) {
  const packages = ['@mozilla/readability', 'defuddle', 'jsdom'];
  const versions = new Map([
    ['Node', process.versions.node],
    ...packages.map((name) => [name, version(name)] as const),
  ]);
  const report = markdownReport(run, { date: new Date().toISOString().slice(0, 10), versions, rulesVersion }, timing);
  mkdirSync(join(root, 'docs/benchmarks'), { recursive: true });
  writeFileSync(join(root, 'docs/benchmarks/extract.md'), report);
  console.log('written: docs/benchmarks/extract.md');
}
if (values.fuzz !== undefined && !runFuzz(Number(values.fuzz))) process.exitCode = 1;
