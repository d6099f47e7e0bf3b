import type { Browser } from './browsers.ts';
import { type Result, type Tests, tests } from './steps.ts';
import type { Tally } from './tally.ts';

/** Long files of Chromium's, which come after Firefox's: so many that all end at about the same time. */
const afterFirefox = ['sync', 'looks'].map((name) => `tests/browser/chromium/${name}.test.ts`);

/** What drives a browser is loaded once for all files of a run. */
const endToEnd = (browser: Browser, how: Omit<Tests, 'projects' | 'loadedOnce'>, which = ''): Promise<Result> =>
  tests(`end to end in ${browser}${which}`, { ...how, projects: [browser], loadedOnce: true });

/**
 * Runs the tests that need a browser, three files at a time, since of two both often wait for their browsers. One of the three runs
 * Firefox's files, so that a single Firefox serves all of them (run by three, each of the three would start its own), and then some of Chromium's.
 */
export async function testInBrowsers(there: readonly Browser[], { tell }: Tally): Promise<void> {
  const [only, second] = there;
  if (only === undefined) return;
  if (second === undefined) return tell(await endToEnd(only, { sideBySide: only === 'firefox' ? 1 : 3 }));
  const firefoxFirst = async (): Promise<void> => {
    tell(await endToEnd('firefox', { sideBySide: 1 }));
    tell(await endToEnd('chromium', { sideBySide: 1, files: afterFirefox }, ', beside the others'));
  };
  await Promise.all([endToEnd('chromium', { sideBySide: 2, without: afterFirefox }).then(tell), firefoxFirst()]);
}
