import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { useChromium } from '../support/chromium.ts';
import { putManyEssays } from '../support/many-essays.ts';
import { byId } from '../support/popup.ts';

const stage = useChromium();

beforeAll(() => putManyEssays(stage(), 60));

/** Tab stops from the top of a page until one is within what a selector names; at most `most`. */
async function stopsUntil(page: Page, selector: string, most: number): Promise<readonly string[]> {
  const passed: string[] = [];
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  for (let count = 0; count < most; count += 1) {
    await page.keyboard.press('Tab');
    const [name, there] = await page.evaluate((wanted) => {
      const at = document.activeElement;
      const label = at?.getAttribute('aria-label') ?? at?.textContent?.trim() ?? '';
      return [label.slice(0, 20), at?.closest(wanted) != null] as const;
    }, selector);
    passed.push(name);
    if (there) return passed;
  }
  return [...passed, `not within ${most}`];
}

async function openList(query = ''): Promise<Page> {
  const page = await stage().open(`library.html${query}`);
  await page.locator(byId('library-row')).first().waitFor();
  await page.locator(byId('facets')).waitFor();
  return page;
}

const atHand = (page: Page) =>
  page.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-row]')?.dataset['id'] ?? '');

describe('by keyboard', () => {
  it.each([
    ['the whole list', ''],
    ['sought, filtered and sorted', '?q=%E5%8E%BF%E5%9F%9F&years=1998..2009&sort=title'],
  ])('eight stops at most lead to the first row: %s', async (_, query) => {
    const page = await openList(query);
    // What the library tells once, e.g. of backups, is not in the way every day.
    await page
      .locator(byId('backup-later'))
      .click({ timeout: 2000 })
      .catch(() => undefined);
    const passed = await stopsUntil(page, '[data-row]', 12);
    expect(passed.length, passed.join(', ')).toBeLessThanOrEqual(8);
    await page.close();
  });

  it('the first stop skips to the list, and one stop leaves the list again', async () => {
    const page = await openList();
    await page.keyboard.press('Tab');
    await expect.poll(() => page.locator(byId('skip')).evaluate((one) => one === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await expect.poll(() => atHand(page)).not.toBe('');
    await page.keyboard.press('Tab');
    await expect.poll(() => atHand(page)).toBe('');
    // The browser has scrolled to the foot, where rows are still to come.
    await page.keyboard.press('Shift+Tab');
    await expect.poll(() => atHand(page)).not.toBe('');
    await page.close();
  });

  it('End and Home go to the last row and to the first, arrows through a row and through facets', async () => {
    const page = await openList();
    await page.locator(byId('library-row')).first().locator('[data-open]').focus();
    const first = await atHand(page);
    await page.keyboard.press('End');
    await expect.poll(() => page.locator('[data-row]:focus-within').getAttribute('aria-posinset')).toBe('60');
    await page.keyboard.press('Home');
    await expect.poll(() => atHand(page)).toBe(first);
    await page.keyboard.press('ArrowRight');
    await expect
      .poll(() =>
        page
          .locator('[data-pick]')
          .first()
          .evaluate((one) => one === document.activeElement),
      )
      .toBe(true);
    await page.keyboard.press('Space');
    await page.locator(byId('action-bar')).waitFor();
    await page.keyboard.press('Escape');

    const facets = page.locator(`${byId('facets')} [tabindex="0"]:is(summary, input, button)`);
    await expect.poll(() => facets.count()).toBe(1);
    await facets.focus();
    for (let step = 0; step < 2; step += 1) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await expect.poll(() => new URL(page.url()).search).not.toBe('');
    await page.close();
  });
});
