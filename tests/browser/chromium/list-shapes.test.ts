import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { useChromium } from '../support/chromium.ts';
import { look } from '../support/looks.ts';
import { putManyEssays } from '../support/many-essays.ts';
import { byId } from '../support/popup.ts';

const stage = useChromium();

beforeAll(() => putManyEssays(stage(), 300));

async function openList(query = ''): Promise<Page> {
  const page = await stage().open(`library.html${query}`);
  await page.locator(`${byId('library')}[data-status="ready"]`).waitFor();
  await page.locator(byId('library-row')).first().waitFor();
  return page;
}

const shapeOf = (page: Page) => page.locator(byId('rows')).getAttribute('data-shape');
const atHand = (page: Page) =>
  page.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-row]')?.dataset['id'] ?? '');

/** Whether the row with the focus is in the window. */
const isSeen = (page: Page) =>
  page.evaluate(() => {
    const box = document.activeElement?.closest('[data-row]')?.getBoundingClientRect();
    return box !== undefined && box.top >= 0 && box.bottom <= innerHeight;
  });

describe('the shapes of the list', () => {
  it('are gone through by l with the focus in its row, are remembered, and are as good to read', async () => {
    const page = await openList();
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollHeight)).toBeGreaterThan(9000);
    await page.mouse.wheel(0, 6000);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(5000);
    // A row that is being measured takes no focus yet.
    await expect
      .poll(() =>
        page.evaluate(() => {
          const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')];
          const row = rows.find((one) => one.getBoundingClientRect().top > 300);
          row?.querySelector<HTMLElement>('[data-open]')?.focus();
          return row?.contains(document.activeElement);
        }),
      )
      .toBe(true);
    const id = await atHand(page);
    for (const [shape, seen] of [
      ['compact', true],
      ['table', true],
      ['comfortable', false],
      ['compact', false],
      ['table', false],
    ] as const) {
      await page.keyboard.press('l');
      await expect.poll(() => shapeOf(page)).toBe(shape);
      await expect.poll(() => atHand(page)).toBe(id);
      await expect.poll(() => isSeen(page)).toBe(true);
      if (seen) await look(page, `library-${shape}`);
    }
    await page.reload();
    await expect.poll(() => shapeOf(page)).toBe('table');
    await page.close();
  });

  it('sort by the heads of a table, both ways, by click and by key', async () => {
    const page = await openList();
    await page.locator(byId('shape-table')).click();
    await expect.poll(() => shapeOf(page)).toBe('table');
    const head = page.getByRole('columnheader', { name: '发布日期' });
    await page.locator(byId('head-publishedOn')).click();
    await expect.poll(() => head.getAttribute('aria-sort')).toBe('descending');
    await page.locator(byId('head-publishedOn')).press('Enter');
    await expect.poll(() => head.getAttribute('aria-sort')).toBe('ascending');
    expect(new URL(page.url()).search).toBe('?sort=published&order=reversed');
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => atHand(page)).not.toBe('');
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => page.evaluate(() => document.activeElement?.closest('[data-head]') !== null)).toBe(true);
    await page.close();
  });

  it('choose, open, and come back from an essay in a table; its columns are chosen, and it alone scrolls sideways', async () => {
    const page = await openList('?sort=title');
    await page.locator(byId('shape-table')).click();
    await page.locator(byId('columns-open')).click();
    for (const name of ['source', 'column', 'kept', 'reading', 'tags'])
      await page.locator(`${byId('columns')} [data-column="${name}"]`).check();
    await look(page, 'library-table-columns');
    await page.keyboard.press('Escape');
    expect(await page.locator(byId('rows')).getByRole('columnheader').count()).toBe(12);
    await page.setViewportSize({ width: 600, height: 700 });
    const widths = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    expect(widths[0]).toBeLessThanOrEqual(widths[1] ?? 0);
    await page.locator('[data-shape="table"] [data-row] input').first().check();
    await expect.poll(() => page.locator(byId('action-bar')).count()).toBe(1);
    await page.mouse.wheel(0, 3000);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(2900);
    const row = page.locator(`${byId('library-row')}`).nth(20);
    const id = await row.getAttribute('data-id');
    await row.locator('[data-open]').click();
    await page.locator(byId('reader-body')).waitFor();
    await page.goBack();
    await expect.poll(() => atHand(page)).toBe(id);
    await page.close();
  });
});
