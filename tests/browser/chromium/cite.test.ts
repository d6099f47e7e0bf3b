import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { sampleUrls } from '../../corpus/portal/routes.ts';
import { useChromium } from '../support/chromium.ts';
import { look, popupSize, takePicture } from '../support/looks.ts';
import { byId, keepByPopup, popupInTab } from '../support/popup.ts';

const stage = useChromium();
const numbers = ['1101', '1103', '1104'];

/** Keeps some sample pages, once. */
async function keepSome(): Promise<void> {
  const { essays } = await stage().stored();
  for (const url of numbers.map(sampleUrls.essay)) {
    if (essays.some(({ originalUrl }) => originalUrl === url)) continue;
    const page = await stage().visit(url);
    await keepByPopup(stage(), page);
    await page.close();
  }
}

/** The reader over a kept sample page. */
async function read(number: string): Promise<Page> {
  await keepSome();
  const { essays } = await stage().stored();
  const row = essays.find(({ originalUrl }) => originalUrl === sampleUrls.essay(number));
  const reader = await stage().open(`reader.html?id=${row?.id}`);
  await reader.locator(byId('reader-body')).waitFor();
  return reader;
}

/** What is pasted into a page that takes rich text. */
async function pasted(): Promise<{ readonly text: string; readonly html: string }> {
  const page = await stage().session.context.newPage();
  await page.setContent('<textarea></textarea><div contenteditable style="min-height: 5em"></div>');
  await page.locator('textarea').focus();
  await page.keyboard.press('Control+V');
  await page.locator('div').focus();
  await page.keyboard.press('Control+V');
  const pair = { text: await page.locator('textarea').inputValue(), html: await page.locator('div').innerHTML() };
  await page.close();
  return pair;
}

const told = (page: Page) => expect.poll(() => page.locator(byId('cite-told')).textContent());

describe('citing', () => {
  it('an essay in the reader by keyboard: the reference is pasted as text and as rich text', async () => {
    const reader = await read('1103');
    await reader.keyboard.press('r');
    await reader.locator(`${byId('cite')}[data-stage="ready"]`).waitFor();
    const shown = (await reader.locator(byId('cite-preview')).textContent())?.trim() ?? '';
    expect(shown).toMatch(
      /^顾明达\. 民营企业党组织作用发挥的几个问题\[EB\/OL\]\. \(2005-11-30\)\[\d{4}-\d\d-\d\d\]\. http/,
    );
    await reader.locator(byId('cite-copy-text')).click();
    await told(reader).toBe('已复制');
    expect((await pasted()).text).toBe(shown);
    await reader.bringToFront();
    await reader.locator(byId('cite-copy')).press('Enter');
    await told(reader).toBe('已复制');
    // What was told of the first copy still stands there: the clipboard itself is waited for.
    await expect.poll(async () => (await pasted()).html).toContain('<a href="http');
    expect((await pasted()).text).toBe(shown);
    await look(reader, 'reader-cite');
    await reader.keyboard.press('Escape');
    await reader.locator(byId('cite')).waitFor({ state: 'detached' });
    await reader.close();
  });

  it('from the popup, once the essay is kept', async () => {
    const page = await stage().visit(sampleUrls.essay('1103'));
    const popup = await popupInTab(stage(), page);
    if ((await popup.locator(byId('keep')).count()) > 0) await popup.locator(byId('keep')).click();
    await popup.locator(byId('copy-citation')).click();
    await expect.poll(() => popup.locator(byId('citation-told')).textContent()).toBe('已复制');
    await popup.setViewportSize(popupSize);
    await takePicture(popup, { language: 'zh-CN', scheme: 'light' }, 'popup-cite');
    expect((await pasted()).text).toMatch(/^顾明达\. .*\.$/);
    await popup.close();
    await page.close();
  });

  it('a selection in the library: numbered as the list has them, and the style is remembered', async () => {
    await keepSome();
    const library = await stage().open('library.html');
    const rows = library.locator(byId('library-row'));
    await expect.poll(() => rows.count()).toBe(3);
    const titles = await rows.locator('[data-open]').allTextContents();
    // Chosen from the last up.
    for (const at of [2, 0]) await rows.nth(at).locator('[data-pick]').click();
    await library.locator(byId('cite-chosen')).click();
    const lines = library.locator(`${byId('cite-preview')} p`);
    await expect.poll(() => lines.count()).toBe(2);
    expect(await lines.nth(0).textContent()).toMatch(new RegExp(`^\\[1\\].*${titles[0]?.trim()}`));
    expect(await lines.nth(1).textContent()).toMatch(new RegExp(`^\\[2\\].*${titles[2]?.trim()}`));
    await library.locator(`${byId('cite-standard')} [data-choice="bibtex"]`).click();
    await takePicture(library, { language: 'zh-CN', scheme: 'light' }, 'library-cite');
    await library.evaluate('delete window.showSaveFilePicker');
    const [download] = await Promise.all([
      library.waitForEvent('download'),
      library.locator(byId('cite-save')).click(),
    ]);
    expect(download.suggestedFilename()).toBe('wencun-references.bib');
    await library.close();

    const reader = await read('1101');
    await reader.locator(byId('cite-open')).click();
    await expect.poll(() => reader.locator(byId('cite-preview')).textContent()).toContain('@online{wencun-');
    await reader.close();
  });
});
