// npm test [-- --no-chromium] [--no-firefox]
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from './build.ts';
import { installCouch } from './setup/couch.ts';
import { buildBoth, endByAnySignal, findBrowsers, leftOut } from './test/browsers.ts';
import { testInBrowsers } from './test/in-browsers.ts';
import { checkRubbish } from './test/rubbish.ts';
import { checkSizes } from './test/sizes.ts';
import { check, tests } from './test/steps.ts';
import { openTally } from './test/tally.ts';

const tally = openTally();
const { tell } = tally;

/**
 * What needs nothing built: style, what is unused, types, units. All begin together: each of the first three, and the units until their
 * modules are loaded, leave a core alone for a while.
 */
async function unitsAndTypes(): Promise<void> {
  const projects = ['unit', 'unit-alone', 'unit-measured', 'components', 'components-alone'];
  await Promise.all([
    check('lint', ['@biomejs/biome/bin/biome', 'check', '--error-on-warnings']).then(tell),
    check('nothing unused', ['knip/bin/knip.js']).then(tell),
    // Components are typed together with all other files, so that nothing else has to be asked for their types.
    check('types', ['svelte-check/bin/svelte-check', '--fail-on-warnings', '--tsgo', '--output', 'human']).then(tell),
    // Vitest leaves one core alone by itself: of two, it would use one.
    tests('unit and house', { projects, sideBySide: 2 }).then(tell),
  ]);
}

endByAnySignal();
const { values: without } = parseArgs({ options: leftOut });
const there = findBrowsers(without, tally);
if (!installCouch())
  console.log('Syncing by a CouchDB is not tried against a server: "npm ci --prefix scripts/couch" failed.');
// Types of the generated kind come first: everything after reads them.
tell(await check('wxt prepare', ['wxt/bin/wxt.mjs', 'prepare']));
// One after the other: browsers that share two cores with the units wait longer than their tests allow.
await unitsAndTypes();
await buildBoth(tally);
tell(await checkSizes(join(root, '.output', 'chrome-mv3')));
tell(await checkRubbish(join(root, '.output', 'chrome-mv3')));
await testInBrowsers(there, tally);
tally.close();
