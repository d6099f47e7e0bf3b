import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { sampleUrls } from '../../corpus/portal/routes.ts';
import { useFirefox } from '../support/firefox.ts';
import { byId } from '../support/popup.ts';

const stage = useFirefox();

beforeAll(async () => {
  for (const id of ['1101', '1103', '20001']) {
    const page = await stage().visit(sampleUrls.essay(id));
    const popup = await stage().popup(page, 'recognised');
    await popup.click(byId('keep'));
    await popup.waitForSelector(`${byId('page')}[data-state="kept"]`);
    await popup.close();
    await page.close();
  }
});

const countOf = (page: Page, selector: string): Promise<number> => page.$$eval(selector, (found) => found.length);
const textOf = (page: Page, selector: string): Promise<string> =>
  page.$eval(selector, (element) => element.textContent ?? '');

async function openLibrary(): Promise<Page> {
  const library = await stage().open('library.html', byId('library-row'));
  await library.setViewport({ width: 1300, height: 800 });
  await expect.poll(() => countOf(library, byId('library-row'))).toBe(3);
  return library;
}

describe('the collection in Firefox', () => {
  it('is searched in full text, with its passages, and narrowed by a facet', async () => {
    const library = await openLibrary();
    await library.type(byId('library-search'), '民營企業');
    await expect.poll(() => countOf(library, byId('library-row'))).toBe(1);
    expect(await textOf(library, `${byId('library-row')} mark`)).toBe('民营企业');
    await library.$eval(byId('library-search'), (box) => {
      if (box instanceof HTMLInputElement) box.value = '';
      box.dispatchEvent(new InputEvent('input', { bubbles: true }));
    });
    await expect.poll(() => countOf(library, byId('library-row'))).toBe(3);
    await library.waitForSelector(byId('facet-author'));
    await library.click(`${byId('facet-author')} input[type="checkbox"]`);
    await expect.poll(() => countOf(library, byId('library-row'))).toBeLessThan(3);
    await library.close();
  });

  it('is tagged by keyboard, and that is taken back', async () => {
    const library = await openLibrary();
    await library.focus(`${byId('library-row')} [data-open]`);
    await library.keyboard.press('t');
    await library.waitForSelector(byId('tag-dialog'));
    await library.keyboard.type('待读');
    await library.keyboard.press('Enter');
    await library.click(byId('tag-dialog-yes'));
    await expect.poll(() => countOf(library, byId('row-tag'))).toBe(1);
    await library.click(byId('undo'));
    await expect.poll(() => countOf(library, byId('row-tag'))).toBe(0);
    await library.close();
  });

  it('shows near-duplicates together', async () => {
    const library = await openLibrary();
    await expect.poll(() => countOf(library, byId('row-alike'))).toBe(2);
    await library.click(byId('row-alike'));
    await library.waitForSelector(byId('alike-essay'));
    expect(await countOf(library, byId('alike-essay'))).toBe(2);
    await library.close();
  });

  it('is marked while reading, and the marks are there again', async () => {
    const row = (await stage().stored()).essays.find((one) => one.originalUrl === sampleUrls.essay('1103'));
    const reader = await stage().open(`reader.html?id=${row?.id}`, byId('reader-body'));
    const marked = () =>
      reader.evaluate(() => [...(CSS.highlights.get('mark-yellow') ?? [])].map((range) => String(range)));
    await reader.$eval(byId('reader-body'), (body) => {
      const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.nodeValue?.indexOf('党组织') ?? -1;
        if (at >= 0) return getSelection()?.setBaseAndExtent(node, at, node, at + 3);
      }
      return undefined;
    });
    await reader.waitForSelector(byId('mark-yellow'));
    await reader.click(byId('mark-yellow'));
    await expect.poll(marked, { timeout: 10_000 }).toEqual(['党组织']);
    await reader.close();
    const again = await stage().open(`reader.html?id=${row?.id}`, byId('reader-body'));
    await expect
      .poll(() => again.evaluate(() => [...(CSS.highlights.get('mark-yellow') ?? [])].map((range) => String(range))), {
        timeout: 10_000,
      })
      .toEqual(['党组织']);
    await again.close();
  });
});
