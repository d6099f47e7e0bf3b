// npm test [-- --no-chromium] [--no-firefox]
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from './build.ts';
import { installCouch } from './setup/couch.ts';
import { type Machine, type Need, setUp } from './setup/set-up.ts';
import { checkSizes } from './test/sizes.ts';
import { check, type Result, sinceStart, tests } from './test/steps.ts';
import { whereTimeWent } from './test/where-time-went.ts';

type Browser = 'chromium' | 'firefox';
const results: Result[] = [];

/** Prints a result as it comes in. */
function tell(result: Result): void {
  results.push(result);
  const { name, passed, failed, seconds, output } = result;
  const counts = failed > 0 ? `${failed} FAILED, ${passed} passed` : `${passed} passed`;
  console.log(`${failed > 0 ? '✗' : '✓'} ${name}: ${counts} (${seconds.toFixed(1)} s)`);
  if (output) console.log(output.trimEnd());
}

/** A browser whose tests cannot run since it is not there has failed. */
function missingBrowser(browser: Browser, { missing }: Machine): Result | null {
  const lack = missing.find(({ need }) => need === browser);
  if (lack === undefined) return null;
  const began = sinceStart();
  return { name: `end to end in ${browser}`, passed: 0, failed: 1, began, seconds: 0, output: lack.advice };
}

/** What needs nothing built: style, what is unused, units, types. */
async function unitsAndTypes(): Promise<void> {
  tell(await check('lint', ['@biomejs/biome/bin/biome', 'check', '--error-on-warnings']));
  tell(await check('nothing unused', ['knip/bin/knip.js']));
  // Vitest leaves one core alone by itself: of two, it would use one.
  const projects = ['unit', 'unit-alone', 'components', 'components-alone'];
  tell(await tests('unit and house', { projects, sideBySide: 2 }));
  await Promise.all([
    check('types', ['@typescript/native/bin/tsc', '--noEmit']).then(tell),
    check('types of components', [
      'svelte-check/bin/svelte-check',
      '--fail-on-warnings',
      '--tsgo',
      '--output',
      'human',
    ]).then(tell),
  ]);
}

/** The builds, their sizes, and what browsers do with them. Two files run at a time: three keep two cores as busy, and some wait too long. */
async function buildsAndBrowsers(there: readonly Browser[]): Promise<void> {
  await Promise.all(
    (['chrome', 'firefox'] as const).map((target) =>
      check(`build for ${target}`, ['wxt/bin/wxt.mjs', 'build', '-b', target]).then(tell),
    ),
  );
  tell(await checkSizes(join(root, '.output', 'chrome-mv3')));
  // What drives the browsers is loaded once: each file has a browser of its own all the same.
  const together = { projects: there, sideBySide: 2, loadedOnce: true };
  if (there.length > 0) tell(await tests(`end to end in ${there.join(' and ')}`, together));
}

// Ends the running step too (see runTool), which a signal alone would leave behind.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(130));

const { values: without } = parseArgs({
  options: { 'no-chromium': { type: 'boolean', default: false }, 'no-firefox': { type: 'boolean', default: false } },
});
const browsers = (['chromium', 'firefox'] as const).filter((browser) => !without[`no-${browser}`]);
const needs: readonly Need[] = without['no-chromium'] ? browsers : [...browsers, 'font', 'language'];
const machine = setUp(needs);
for (const { need, advice } of machine.missing) if (need === 'font' || need === 'language') console.log(advice);

const lacking = browsers.flatMap((browser) => missingBrowser(browser, machine) ?? []);
for (const result of lacking) tell(result);
const there = browsers.filter((browser) => missingBrowser(browser, machine) === null);
// Types of the generated kind come first: everything after reads them.
tell(await check('wxt prepare', ['wxt/bin/wxt.mjs', 'prepare']));
if (!installCouch())
  console.log('Syncing by a CouchDB is not tried against a server: "npm ci --prefix scripts/couch" failed.');
// One after the other: browsers that share two cores with the units wait longer than their tests allow.
await unitsAndTypes();
await buildsAndBrowsers(there);
// Figures of speed are taken while nothing else runs.
if (there.includes('chromium')) {
  tell(await check('search of 2,000 essays in chromium', ['../scripts/bench/collection.ts', '--check']));
}

const sum = (key: 'passed' | 'failed'): number => results.reduce((total, result) => total + result[key], 0);
const bad = results.filter(({ failed }) => failed > 0);
if (bad.length > 0) {
  console.log(`\nFailed: ${bad.map(({ name }) => name).join(', ')}`);
  process.exitCode = 1;
}
console.log(whereTimeWent(results));
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
