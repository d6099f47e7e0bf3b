// npm test [-- --no-chromium] [--no-firefox]
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from './build.ts';
import { installCouch } from './setup/couch.ts';
import { buildBoth, endByAnySignal, findBrowsers, leftOut } from './test/browsers.ts';
import { checkSizes } from './test/sizes.ts';
import { check, tests } from './test/steps.ts';
import { openTally } from './test/tally.ts';

const tally = openTally();
const { tell } = tally;

/** What needs nothing built: style, what is unused, units, types. */
async function unitsAndTypes(): Promise<void> {
  await Promise.all([
    check('lint', ['@biomejs/biome/bin/biome', 'check', '--error-on-warnings']).then(tell),
    check('nothing unused', ['knip/bin/knip.js']).then(tell),
  ]);
  // Vitest leaves one core alone by itself: of two, it would use one.
  const projects = ['unit', 'unit-alone', 'unit-measured', 'components', 'components-alone'];
  tell(await tests('unit and house', { projects, sideBySide: 2 }));
  // Components are typed together with all other files, so that nothing else has to be asked for their types.
  tell(await check('types', ['svelte-check/bin/svelte-check', '--fail-on-warnings', '--tsgo', '--output', 'human']));
}

endByAnySignal();
const { values: without } = parseArgs({ options: leftOut });
const there = findBrowsers(without, tally);
// Types of the generated kind come first: everything after reads them.
tell(await check('wxt prepare', ['wxt/bin/wxt.mjs', 'prepare']));
if (!installCouch())
  console.log('Syncing by a CouchDB is not tried against a server: "npm ci --prefix scripts/couch" failed.');
// One after the other: browsers that share two cores with the units wait longer than their tests allow.
await unitsAndTypes();
await buildBoth(tally);
tell(await checkSizes(join(root, '.output', 'chrome-mv3')));
// What drives a browser is loaded once. Three files run at a time, since of two both often wait for their browsers: one of them Firefox's,
// so that a single Firefox serves all of them. Run by three, each of the three would start its own.
const sideBySide = { chromium: there.length > 1 ? 2 : 3, firefox: 1 } as const;
await Promise.all(
  there.map((browser) =>
    tests(`end to end in ${browser}`, {
      projects: [browser],
      sideBySide: sideBySide[browser],
      loadedOnce: true,
    }).then(tell),
  ),
);
tally.close();
