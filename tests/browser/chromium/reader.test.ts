import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { encodeGb2312 } from '../../corpus/portal/gb2312.ts';
import { answer, sampleUrls } from '../../corpus/portal/routes.ts';
import { useChromium } from '../support/chromium.ts';
import { faultsOf, look, takePicture } from '../support/looks.ts';
import { byId, keepByPopup, pressToolbar } from '../support/popup.ts';

const stage = useChromium();
const wide = { width: 1500, height: 800 } as const;

/** The reader over the essay of a sample page, kept before if it was not. */
async function read(number: string, more = ''): Promise<Page> {
  const url = sampleUrls.essay(number);
  const kept = async () => (await stage().stored()).essays.find((row) => row.originalUrl === url);
  if ((await kept()) === undefined) {
    const page = await stage().visit(url);
    await keepByPopup(stage(), page);
    await page.close();
  }
  const reader = await stage().open(`reader.html?id=${(await kept())?.id}${more}`);
  await reader.setViewportSize(wide);
  await reader.locator(byId('reader-body')).waitFor();
  return reader;
}

/** Words that are marked under a name. */
const marked = (page: Page, name: string): Promise<string[]> =>
  page.evaluate((mark) => [...(CSS.highlights.get(mark) ?? [])].map((range) => String(range)), name);

describe('the table of contents', () => {
  it('leads to each section, and marks the one that is read', async () => {
    const reader = await read('1103');
    const entries = reader.locator(byId('contents')).locator(byId('contents-entry'));
    await expect.poll(() => entries.count()).toBeGreaterThan(1);
    const last = entries.last();
    await last.focus();
    await reader.keyboard.press('Enter');
    await expect
      .poll(() => reader.evaluate(() => document.activeElement?.textContent))
      .toBe((await last.textContent())?.trim());
    await reader.setViewportSize({ width: 600, height: 300 });
    await reader.locator(byId('contents-toggle')).click();
    const menu = reader.locator('#contents-menu').locator(byId('contents-entry'));
    await menu.last().click();
    await expect.poll(() => menu.last().getAttribute('aria-current')).toBe('location');
    expect(await menu.last().isVisible()).toBe(false);
    await reader.close();
  });
});

describe('finding in the text', () => {
  it('marks the words of the address, and goes from one to the next by keyboard', async () => {
    const reader = await read('1103', '&q=党组织');
    await expect.poll(async () => (await marked(reader, 'find')).length).toBeGreaterThan(2);
    expect(new Set(await marked(reader, 'find'))).toEqual(new Set(['党组织']));
    const count = reader.locator(byId('find-count'));
    const first = await count.textContent();
    await reader.keyboard.press('/');
    await reader.keyboard.press('Enter');
    await expect.poll(() => count.textContent()).not.toBe(first);
    await reader.keyboard.press('Shift+Enter');
    await expect.poll(() => count.textContent()).toBe(first);
    await reader.keyboard.press('Escape');
    await expect.poll(() => marked(reader, 'find')).toEqual([]);
    await reader.close();
  });
});

describe('the place where reading stopped', () => {
  it('is gone to when the essay is opened again', async () => {
    const reader = await read('1103');
    await reader.setViewportSize({ width: 700, height: 300 });
    const top = () => reader.evaluate(() => Math.round(scrollY));
    await reader.evaluate(() => scrollTo(0, 900));
    await reader.waitForTimeout(700);
    await reader.reload();
    await reader.locator(byId('reader-body')).waitFor();
    await expect.poll(top).toBeGreaterThan(500);
    // Opening it again and again does not creep.
    const first = await top();
    await reader.waitForTimeout(700);
    await reader.reload();
    await expect.poll(top).toBe(first);
    await reader.evaluate(() => scrollTo(0, 0));
    await reader.waitForTimeout(700);
    await reader.close();
  });
});

describe('how the text is set', () => {
  const choose = async (reader: Page, group: string, choice: string) => {
    await reader.locator(`${byId(group)} [data-choice="${choice}"]`).click();
  };

  it('is traditional, vertical and spaced when so chosen, and as kept again', async () => {
    const reader = await read('1103');
    const body = reader.locator(byId('reader-body'));
    const kept = await body.textContent();
    await reader.locator(byId('display-toggle')).click();
    await choose(reader, 'script', 'traditional');
    await expect.poll(() => body.textContent()).toContain('黨組織');
    await expect.poll(() => reader.locator(byId('reader-title')).textContent()).toContain('黨組織');
    await choose(reader, 'writing', 'vertical');
    await choose(reader, 'paragraphs', 'spaced');
    await expect.poll(() => body.evaluate((element) => getComputedStyle(element).writingMode)).toBe('vertical-rl');
    await reader.keyboard.press('Escape');
    expect(await faultsOf(reader)).toEqual([]);
    await takePicture(reader, { language: 'zh-CN', scheme: 'light' }, 'reader-vertical');
    // The title is the first column, and the whole box stands within the window.
    const places = await reader.evaluate(() => {
      const box = (selector: string) => document.querySelector(selector)?.getBoundingClientRect();
      return { title: box('h1')?.left ?? 0, text: box('.essay')?.right ?? 0, foot: box('.essay')?.bottom ?? 0 };
    });
    expect(places.title).toBeGreaterThan(places.text - 1);
    expect(places.foot).toBeLessThanOrEqual(800);
    expect(await body.textContent()).not.toMatch(/[“”]/);
    const before = await body.evaluate((element) => element.scrollLeft);
    await reader.keyboard.press('PageDown');
    await expect.poll(() => body.evaluate((element) => element.scrollLeft)).toBeLessThan(before);
    await reader.keyboard.press('Home');
    await expect.poll(() => body.evaluate((element) => element.scrollLeft)).toBe(before);
    await reader.setViewportSize({ width: 700, height: 600 });
    await body.scrollIntoViewIfNeeded();
    const start = await body.evaluate((element) => element.scrollLeft);
    await body.hover();
    await reader.mouse.wheel(0, 300);
    await expect.poll(() => body.evaluate((element) => element.scrollLeft)).toBeLessThan(start);
    await reader.locator(byId('display-toggle')).click();
    await choose(reader, 'script', 'stored');
    await choose(reader, 'writing', 'horizontal');
    await choose(reader, 'paragraphs', 'indent');
    await expect.poll(() => body.textContent()).toBe(kept);
    await reader.close();
  });
});

describe('highlights', () => {
  /** Selects the first place of some words in the text. */
  const select = (reader: Page, words: string) =>
    reader.locator(byId('reader-body')).evaluate((body, wanted) => {
      const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.nodeValue?.indexOf(wanted) ?? -1;
        if (at < 0) continue;
        node.parentElement?.scrollIntoView({ block: 'center' });
        getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
        return;
      }
    }, words);

  it('are made from the selection, kept with their notes, removed and taken back', async () => {
    const reader = await read('1103');
    await select(reader, '民营企业中的党组织');
    await reader.locator(byId('mark-blue')).click();
    await expect.poll(() => marked(reader, 'mark-blue')).toEqual(['民营企业中的党组织']);
    await select(reader, '走访');
    await reader.keyboard.press('2');
    await expect.poll(() => marked(reader, 'mark-green')).toEqual(['走访']);
    await reader.locator(byId('marks-toggle')).click();
    await reader.locator(byId('mark-note')).first().fill('开头的话');
    await reader.locator(byId('mark-note')).first().blur();
    await look(reader, 'reader-marks');
    await reader.reload();
    await expect.poll(() => marked(reader, 'mark-blue')).toEqual(['民营企业中的党组织']);
    await reader.locator(byId('marks-toggle')).click();
    await expect.poll(() => reader.locator(byId('mark-note')).first().inputValue()).toBe('开头的话');
    await reader.locator(byId('mark-remove')).first().click();
    await expect.poll(() => marked(reader, 'mark-blue')).toEqual([]);
    await reader.locator(byId('undo')).click();
    await expect.poll(() => marked(reader, 'mark-blue')).toEqual(['民营企业中的党组织']);
    await reader.close();
  });
});

describe('beside the text', () => {
  it('the original page stands where there is room', async () => {
    const reader = await read('1103');
    await reader.locator(byId('original-toggle')).click();
    await reader.frameLocator(byId('original-frame')).getByText('本信息共浏览').waitFor();
    expect(await reader.locator(byId('reader-body')).isVisible()).toBe(true);
    // There is no room left for the list of sections beside the text.
    await reader.locator(byId('contents')).waitFor({ state: 'detached' });
    await takePicture(reader, { language: 'zh-CN', scheme: 'light' }, 'reader-side-by-side');
    await reader.setViewportSize({ width: 800, height: 600 });
    expect(await reader.locator(byId('reader-body')).isVisible()).toBe(false);
    await reader.close();
  });

  it('reading aloud is offered, or told to be impossible here', async () => {
    const reader = await read('1103');
    await reader.locator(byId('aloud-toggle')).click();
    const offered = reader.locator(`${byId('aloud-play')}, ${byId('aloud-none')}`);
    await offered.first().waitFor();
    expect(await faultsOf(reader)).toEqual([]);
    await reader.close();
  });

  it('the list that led here goes on by keyboard', async () => {
    const other = await read('1104');
    const second = new URL(other.url()).searchParams.get('id');
    await other.close();
    const reader = await read('1103');
    const first = new URL(reader.url()).searchParams.get('id');
    await reader.evaluate((ids) => sessionStorage.setItem('list:1', JSON.stringify(ids)), [first, second]);
    await reader.goto(`${reader.url()}&list=1&q=党`);
    await reader.locator(byId('next-essay')).waitFor();
    await reader.locator(byId('reader-body')).waitFor();
    await reader.keyboard.press(']');
    await reader.locator(byId('previous-essay')).waitFor();
    expect(new URL(reader.url()).searchParams.get('id')).toBe(second);
    expect(new URL(reader.url()).searchParams.get('q')).toBe('党');
    await reader.close();
  });
});

describe('versions', () => {
  it('are compared word by word, and an older one is used again and taken back', async () => {
    await (await read('1103')).close();
    const url = sampleUrls.essay('1103');
    const served = new TextDecoder('gb18030').decode(answer(new URL(url)).body);
    stage().portal.show({ url, body: encodeGb2312(served.replace('二十二家企业', '二十三家企业')) });
    const page = await stage().visit(url);
    const popup = await pressToolbar(stage(), page);
    await popup.press('again');
    await expect
      .poll(async () => (await stage().stored()).captures.filter(({ pageUrl }) => pageUrl === url).length)
      .toBe(2);
    await popup.close();
    await page.close();

    const reader = await read('1103');
    const body = reader.locator(byId('reader-body'));
    expect(await body.textContent()).toContain('二十三家企业');
    await reader.locator(byId('versions-toggle')).click();
    await reader.locator(`${byId('version-changes')} summary`).click();
    await expect.poll(() => reader.locator('del').allTextContents()).not.toEqual([]);
    await takePicture(reader, { language: 'zh-CN', scheme: 'light' }, 'reader-versions');
    expect(await faultsOf(reader)).toEqual([]);
    await reader.locator(byId('version-use')).click();
    await expect.poll(() => body.textContent()).toContain('二十二家企业');
    // The highlights go along with the words.
    await expect.poll(() => marked(reader, 'mark-green')).toEqual(['走访']);
    await reader.locator(byId('undo')).click();
    await expect.poll(() => body.textContent()).toContain('二十三家企业');
    await reader.close();
  });
});
