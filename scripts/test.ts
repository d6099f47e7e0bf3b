// npm test [-- --no-chromium] [--no-firefox]
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from './build.ts';
import { type Machine, type Need, setUp } from './setup/set-up.ts';
import { checkSizes } from './test/sizes.ts';
import { check, type Result, tests } from './test/steps.ts';

const results: Result[] = [];

/** Prints a result as it comes in. */
function tell(result: Result): void {
  results.push(result);
  const { name, passed, failed, seconds, output } = result;
  const counts = failed > 0 ? `${failed} FAILED, ${passed} passed` : `${passed} passed`;
  console.log(`${failed > 0 ? '✗' : '✓'} ${name}: ${counts} (${seconds.toFixed(1)} s)`);
  if (output) console.log(output.trimEnd());
}

/** The end-to-end tests in one browser; a browser that is not there has failed. */
async function inBrowser(browser: 'chromium' | 'firefox', { missing }: Machine): Promise<Result> {
  const lack = missing.find(({ need }) => need === browser);
  if (lack === undefined) return tests(`end to end in ${browser}`, browser);
  return { name: `end to end in ${browser}`, passed: 0, failed: 1, seconds: 0, output: lack.advice };
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

// Types of the generated kind come first: everything after reads them.
tell(await check('wxt prepare', 'wxt/bin/wxt.mjs', 'prepare'));
await Promise.all([
  (async () => {
    tell(await check('types', 'typescript/bin/tsc', '--noEmit'));
    tell(
      await check('types of components', 'svelte-check/bin/svelte-check', '--fail-on-warnings', '--output', 'human'),
    );
  })(),
  (async () => {
    tell(await check('lint', '@biomejs/biome/bin/biome', 'check', '--error-on-warnings'));
    tell(await check('nothing unused', 'knip/bin/knip.js'));
    tell(await tests('unit and house', 'unit', 'components'));
  })(),
]);
tell(await check('build for Chromium', 'wxt/bin/wxt.mjs', 'build', '-b', 'chrome'));
tell(await check('build for Firefox', 'wxt/bin/wxt.mjs', 'build', '-b', 'firefox'));
tell(await checkSizes(join(root, '.output', 'chrome-mv3')));
if (browsers.includes('chromium') && !machine.missing.some(({ need }) => need === 'chromium')) {
  tell(await check('search of 2,000 essays in chromium', '../scripts/bench/collection.ts', '--check'));
}
for (const browser of browsers) tell(await inBrowser(browser, machine));

const sum = (key: 'passed' | 'failed'): number => results.reduce((total, result) => total + result[key], 0);
const bad = results.filter(({ failed }) => failed > 0);
if (bad.length > 0) {
  console.log(`\nFailed: ${bad.map(({ name }) => name).join(', ')}`);
  process.exitCode = 1;
}
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
