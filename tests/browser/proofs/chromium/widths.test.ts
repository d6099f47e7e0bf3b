import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { browser } from 'wxt/browser';
import { useChromium } from '../../support/chromium.ts';
import { putManyEssays } from '../../support/many-essays.ts';
import { layoutFaults } from '../../support/sweep/layout-faults.ts';
import { openState, type PageState, pageStates } from '../../support/sweep/states.ts';

/*
 * Every page in each of its states, in each language, at widths from a telephone's to a wide screen's: nothing is cut off, covered or
 * makes the page scroll sideways. 640 by 400 is a window of 1280 by 800 at 200 %. English has the longest words: all states are looked at in
 * it, and those that one sees most in the others. `npm run widths` takes all of them, by 20 pixels.
 */

declare const chrome: typeof browser;

const stage = useChromium();
const held = { id: '' };
const step = Number(process.env['WIDTH_STEP'] ?? 0);
const widths =
  step > 0
    ? Array.from({ length: Math.floor(1600 / step) + 1 }, (_, at) => 320 + at * step)
    : [320, 480, 640, 900, 1280];

/** Parts of the names of the states to look at; all of them where none is told. */
const named = (process.env['WIDTH_STATES'] ?? '').split(',').filter((part) => part !== '');
const seenMost = /^(?:library: (?:the list|searching|essays chosen)|reader: an essay of a list|welcome|settings)$/;

beforeAll(async () => {
  await putManyEssays(stage(), 40);
  held.id = (await stage().stored()).essays.find(({ title }) => title.startsWith('关于'))?.id ?? '';
});

/** Media queries are told with the next frame, and what follows them stands with the one after: then the page is looked at. */
const lookAfterChange = `new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))).then(${layoutFaults})`;

/** What is wrong in a state, a line each, with the widths at which it is. */
async function sweep(page: Page, state: PageState): Promise<string[]> {
  const found = new Map<string, number[]>();
  const session = await page.context().newCDPSession(page);
  const own = state.width === undefined ? widths.filter((width) => width <= (state.upTo ?? 1920)) : [state.width];
  for (const width of own) {
    const height = width === 640 ? 400 : 900;
    // The page alone becomes as narrow: to draw the window's bars anew each time would take as long as the page itself.
    await session.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false });
    const faults = await page.evaluate<string[]>(lookAfterChange);
    for (const fault of faults) found.set(fault, [...(found.get(fault) ?? []), width]);
    expect(await page.evaluate('[innerWidth, innerHeight]')).toEqual([width, height]);
  }
  return [...found].map(([fault, at]) => `${state.name}: ${fault} (${at.join(', ')})`);
}

describe.each(['zh_CN', 'zh_TW', 'en'])('in %s', (language) => {
  it('every page fits every width', { timeout: step > 0 ? 1_200_000 : 120_000 }, async () => {
    const settings = await stage().open('icon/48.png');
    await settings.evaluate((interfaceLanguage) => chrome.storage.local.set({ interfaceLanguage }), language);
    const faults: string[] = [];
    const all = pageStates(held.id).filter(
      ({ name }) => named.length === 0 || named.some((part) => name.includes(part)),
    );
    for (const state of step > 0 || language === 'en' ? all : all.filter(({ name }) => seenMost.test(name))) {
      // A list that was looked at as a table is one again wherever it is opened.
      await settings.evaluate(() => chrome.storage.local.remove('listShape'));
      const page = await openState(stage(), state);
      faults.push(...(await sweep(page, state)));
      await page.close();
    }
    await settings.close();
    expect(faults.join('\n')).toBe('');
  });
});
