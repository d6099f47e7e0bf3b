import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { textNow, useFirefox } from '../support/firefox.ts';
import { byId } from '../support/popup.ts';

const stage = useFirefox();

const countOf = (page: Page, selector: string): Promise<number> => page.$$eval(selector, (found) => found.length);
const textOf = (page: Page, selector: string): Promise<string> =>
  page.$eval(selector, (element) => element.textContent ?? '');

/** The sample essay that comes along. */
const sample = { title: '从一张借书卡看读书风气', author: '沈砚秋', words: '借书卡' } as const;

describe('the first hour in Firefox', () => {
  it('begins with the sample essay, kept in one press and read', async () => {
    const welcome = await stage().open('welcome.html', byId('sample-keep'));
    expect(await countOf(welcome, '[data-browser="firefox"]')).toBe(1);
    await welcome.click(byId('sample-keep'));
    await welcome.waitForSelector(byId('sample-read'));
    await expect
      .poll(() => welcome.evaluate(() => document.activeElement?.getAttribute('data-testid')))
      .toBe('sample-read');
    await welcome.close();
    expect((await stage().stored()).essays.map(({ title }) => title)).toEqual([sample.title]);
  });

  it('goes on with filing in the reader: a tag by t, a highlight with a note', async () => {
    const [row] = (await stage().stored()).essays;
    const reader = await stage().open(`reader.html?id=${row?.id}`, byId('reader-body'));
    await reader.bringToFront();
    await reader.keyboard.press('t');
    await reader.waitForSelector(byId('tag-dialog'));
    await reader.keyboard.type('待引用');
    await reader.keyboard.press('Enter');
    await reader.click(byId('tag-dialog-yes'));
    await reader.waitForSelector(byId('filed-tag'));
    expect(await textOf(reader, byId('filed-tag'))).toContain('待引用');

    await reader.$eval(
      byId('reader-body'),
      (body, words) => {
        const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const at = node.nodeValue?.indexOf(words) ?? -1;
          if (at >= 0) return getSelection()?.setBaseAndExtent(node, at, node, at + words.length);
        }
        return undefined;
      },
      sample.words,
    );
    await reader.waitForSelector(byId('mark-green'));
    await reader.click(byId('mark-green'));
    await expect
      .poll(() => reader.evaluate(() => [...(CSS.highlights.get('mark-green') ?? [])].map((range) => String(range))))
      .toEqual([sample.words]);
    await reader.close();
  });

  it('finds the highlight in the notebook, by its words', async () => {
    const notebook = await stage().open('library.html?view=notebook', byId('notebook-entry'));
    expect(await textOf(notebook, byId('notebook-entry'))).toContain(sample.words);
    await notebook.type(byId('notebook-search'), '合作社');
    await expect.poll(() => countOf(notebook, byId('notebook-entry'))).toBe(0);
    await notebook.close();
  });

  it.each([
    [`作者：${sample.author.slice(0, 1)}`, 1],
    ['作者：王', 0],
    ['标签：待引用', 1],
    ['年份：2003-2004', 0],
    ['shenyq', 1],
  ])('finds by fields and by pinyin: %s', async (query, count) => {
    const library = await stage().open('library.html', byId('library-row'));
    await library.type(byId('library-search'), query);
    await expect.poll(() => countOf(library, count === 0 ? byId('no-result') : byId('library-row'))).toBe(1);
    await library.close();
  });

  it('has its settings at one address: keys, language, licences', async () => {
    const options = await stage().open('options.html', byId('letter-keys'));
    const letters = () => options.$eval(byId('letter-keys'), (box) => box instanceof HTMLInputElement && box.checked);
    await options.click(byId('letter-keys'));
    await expect.poll(letters).toBe(false);
    await options.click(byId('letter-keys'));
    await expect.poll(letters).toBe(true);
    await options.click(`${byId('licences')} summary`);
    await expect.poll(() => textOf(options, byId('licences'))).toMatch(/svelte [\d.]+ \(MIT\)/);
    await options.select(byId('interface-language'), 'en');
    await expect.poll(() => textNow(options, 'h1')).toBe('Settings');
    await options.waitForSelector(byId('interface-language'));
    await options.select(byId('interface-language'), '');
    await options.close();
  });
});
