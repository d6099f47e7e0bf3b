import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { putDatabase, seeDatabase } from '../../../scripts/browsers/put-database.ts';
import { sampleUrls } from '../../corpus/portal/routes.ts';
import version1 from '../../fixtures/schema-v1.json' with { type: 'json' };
import version2 from '../../fixtures/schema-v2.json' with { type: 'json' };
import version3 from '../../fixtures/schema-v3.json' with { type: 'json' };
import version4 from '../../fixtures/schema-v4.json' with { type: 'json' };
import version5 from '../../fixtures/schema-v5.json' with { type: 'json' };
import version6 from '../../fixtures/schema-v6.json' with { type: 'json' };
import version7 from '../../fixtures/schema-v7.json' with { type: 'json' };
import { useChromium } from '../support/chromium.ts';
import { byId, pressToolbar } from '../support/popup.ts';

const stage = useChromium();

/** A document of the extension that opens no database, the worker being stopped. */
async function outside(): Promise<Page> {
  const page = await stage().open('icon/48.png');
  await stage().stopWorker();
  return page;
}

describe.each([
  [1, version1],
  [2, version2],
  [3, version3],
  [4, version4],
  [5, version5],
  [6, version6],
  [7, version7],
])('a collection of version %i', (_, dump) => {
  it('opens with all that it holds', async () => {
    const page = await outside();
    await page.evaluate(putDatabase, dump);
    const library = await stage().open('library.html');
    await expect.poll(() => library.locator(byId('library-row')).count()).toBe(4);
    expect(await library.evaluate(seeDatabase)).toMatchObject({ version: 70 });
    expect((await stage().stored()).essays).toHaveLength(5);
    await library.close();
    await page.close();
  });
});

it('leaves a collection of a newer version as it is, says so, and puts keeps aside', async () => {
  const page = await outside();
  const [first] = version7.stores;
  const newer = { ...version7, version: 500, stores: [...version7.stores, { ...first, name: 'later', rows: [] }] };
  await page.evaluate(putDatabase, newer as typeof version7);
  const before = await page.evaluate(seeDatabase);
  const library = await stage().open('library.html');
  await library.locator('[data-problem="storage-newer"]').waitFor();
  const shown = await stage().visit(sampleUrls.essay('1101'));
  const popup = await pressToolbar(stage(), shown);
  await popup.expectState('recognised');
  await popup.press('keep');
  await popup.expectState('failed');
  expect(await stage().badge(shown)).toMatchObject({ text: '…' });
  expect(await page.evaluate(seeDatabase)).toEqual(before);
  for (const one of [popup, shown, library]) await one.close();

  // The older version is put back, or the newer extension comes: what was put aside is kept.
  await stage().stopWorker();
  await page.evaluate(putDatabase, version6);
  const again = await stage().open('library.html');
  await expect.poll(async () => (await stage().stored()).essays.length, { timeout: 15_000 }).toBe(6);
  await again.locator(byId('interrupted')).waitFor();
  await again.close();
  await page.close();
});

it('says which window holds an older version open, and opens when it lets go', async () => {
  const page = await outside();
  await page.evaluate(putDatabase, version3);
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open('wencun');
        opening.onsuccess = () => {
          Object.assign(globalThis, { held: opening.result });
          resolve();
        };
      }),
  );
  const library = await stage().open('library.html');
  await library.locator('[data-problem="storage-blocked"]').waitFor();
  await expect.poll(() => library.locator('[data-problem="storage-blocked"] li').count()).toBe(1);
  await page.close();
  await library.locator('[data-testid="library"][data-status="ready"]').waitFor();
  expect(await library.locator(byId('storage-problem')).count()).toBe(0);
  await library.close();
});
