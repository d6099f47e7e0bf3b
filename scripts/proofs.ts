// npm run proofs [-- --built] [--no-chromium] [--no-firefox]: what proves a thing in all its cases in real browsers, and takes longer for it
// than npm test may: every page at every width, hundreds of hostile bodies, whole columns with the worker stopped in their midst, and the
// search against a scan. With --built the extension is taken as it was built last.
import { parseArgs } from 'node:util';
import { buildBoth, endByAnySignal, findBrowsers, leftOut } from './test/browsers.ts';
import { check, tests } from './test/steps.ts';
import { openTally } from './test/tally.ts';

endByAnySignal();
const { values } = parseArgs({ options: { ...leftOut, built: { type: 'boolean', default: false } } });
const tally = openTally();
const there = findBrowsers(values, tally);
if (!values.built) await buildBoth(tally);
const projects = there.map((browser) => `proofs-${browser}`);
if (there.length > 0)
  tally.tell(await tests(`proofs in ${there.join(' and ')}`, { projects, sideBySide: 2, loadedOnce: true }));
// Figures of speed are taken while nothing else runs.
if (there.includes('chromium')) {
  tally.tell(await check('search of 2,000 essays in chromium', ['../scripts/bench/collection.ts', '--check']));
}
tally.close();
