import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { sampleUrls } from '../../corpus/portal/routes.ts';
import { useChromium } from '../support/chromium.ts';
import { look } from '../support/looks.ts';
import { byId, keepByPopup } from '../support/popup.ts';

const stage = useChromium();
const rowsOf = (library: Page) => library.locator(byId('library-row'));

beforeAll(async () => {
  for (const id of ['1101', '1103', '1104', '1106']) {
    const page = await stage().visit(sampleUrls.essay(id));
    await keepByPopup(stage(), page);
    await page.close();
  }
});

describe('the language of a search, by keyboard alone', () => {
  it('speaks Chinese, takes pinyin, shows where a hit is, and teaches itself', async () => {
    const library = await stage().open('library.html');
    await expect.poll(() => rowsOf(library).count()).toBe(4);
    const [first] = await stage()
      .stored()
      .then(({ essays }) => essays);
    const author = first?.authors[0] ?? '';
    await library.keyboard.press('/');
    await library.keyboard.insertText(`作者：${author}`);
    await expect.poll(() => rowsOf(library).count()).toBeLessThan(4);
    expect(await rowsOf(library).first().textContent()).toContain(author);
    await library.keyboard.press('Control+a');
    await library.keyboard.insertText('没有这个 或 年份：1990-2030');
    await expect.poll(() => rowsOf(library).count()).toBe(4);
    // A note is found, and says so.
    await library.keyboard.press('Control+a');
    await library.keyboard.press('Delete');
    await expect.poll(() => rowsOf(library).count()).toBe(4);
    await library.keyboard.press('ArrowDown');
    await library.keyboard.press('n');
    await library.locator(byId('note-text')).focus();
    await library.keyboard.insertText('用在第二章');
    await library.locator(byId('note-dialog')).getByRole('button', { name: '保存' }).press('Enter');
    await library.locator(byId('row-note')).waitFor();
    await library.keyboard.press('/');
    await library.keyboard.insertText('第二章');
    await expect.poll(() => rowsOf(library).count()).toBe(1);
    expect(await library.locator(byId('found-where')).textContent()).toContain('第二章');
    await look(library, 'search-found-in-note');
    // The card is the next stop after the box and its cross.
    await library.locator(byId('search-card-open')).focus();
    await library.keyboard.press('Enter');
    await library.locator(byId('search-card')).waitFor();
    await look(library, 'search-card');
    await library.keyboard.press('Tab');
    await library.keyboard.press('Enter');
    await expect.poll(() => new URL(library.url()).searchParams.get('q')).toBe('改革 党校');
    await library.close();
  });

  it('loads pinyin when letters are sought', async () => {
    const library = await stage().open('library.html');
    await expect.poll(() => rowsOf(library).count()).toBe(4);
    await library.locator(byId('library-search')).fill('zzzzz');
    await library.locator(byId('no-result')).waitFor();
    await library.locator(byId('library-search')).fill('bianmk');
    await expect.poll(() => rowsOf(library).count()).toBeGreaterThan(0);
    expect(await rowsOf(library).first().locator('mark').first().textContent()).toBe('便民卡');
    await library.close();
  });
});
