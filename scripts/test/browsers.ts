import { type Machine, type Need, setUp } from '../setup/set-up.ts';
import { check, type Result, sinceStart } from './steps.ts';
import type { Tally } from './tally.ts';

/** A browser that tests run in. */
export type Browser = 'chromium' | 'firefox';

/** What may be left out where a browser cannot be had, for `parseArgs`. */
export const leftOut = {
  'no-chromium': { type: 'boolean', default: false },
  'no-firefox': { type: 'boolean', default: false },
} as const;

/** A browser whose tests cannot run since it is not there has failed. */
function missingBrowser(browser: Browser, { missing }: Machine): Result | null {
  const lack = missing.find(({ need }) => need === browser);
  if (lack === undefined) return null;
  const began = sinceStart();
  return { name: `end to end in ${browser}`, passed: 0, failed: 1, began, seconds: 0, output: lack.advice };
}

/** The browsers that are there, installed where that can be done; those that lack are told as failed, but for those that are left out. */
export function findBrowsers(
  without: { readonly [option in keyof typeof leftOut]: boolean },
  { tell }: Tally,
): Browser[] {
  const wanted = (['chromium', 'firefox'] as const).filter((browser) => !without[`no-${browser}`]);
  const needs: readonly Need[] = without['no-chromium'] ? wanted : [...wanted, 'font', 'language'];
  const machine = setUp(needs);
  for (const { need, advice } of machine.missing) if (need === 'font' || need === 'language') console.log(advice);
  return wanted.filter((browser) => {
    const lacking = missingBrowser(browser, machine);
    if (lacking !== null) tell(lacking);
    return lacking === null;
  });
}

/** Builds the extension for both browsers, side by side. */
export async function buildBoth({ tell }: Tally): Promise<void> {
  await Promise.all(
    (['chrome', 'firefox'] as const).map((target) =>
      check(`build for ${target}`, ['wxt/bin/wxt.mjs', 'build', '-b', target]).then(tell),
    ),
  );
}

/** Ends the running step too (see `runTool`), which a signal alone would leave behind. */
export function endByAnySignal(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(130));
}
