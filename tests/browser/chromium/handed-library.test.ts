import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { essayMaker } from '../../../scripts/bench/collection/made-essays.ts';
import { findChromium } from '../../../scripts/setup/chromium.ts';
import { hostileFields } from '../../corpus/hostile/fields.ts';
import { nbdxEssayPage } from '../../corpus/portal/pages.ts';
import { warcFile, warcRecord } from '../../support/warc.ts';
import { useChromium } from '../support/chromium.ts';
import { byId } from '../support/popup.ts';

const stage = useChromium();
const folder = mkdtempSync(join(tmpdir(), 'wencun-handed-'));
const file = join(folder, 'library.html');
const opened: { browser?: Browser } = {};
afterAll(async () => {
  await opened.browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

const make = essayMaker(7);
const essays = 40;
/** Essays of a portal; every fourth has hostile words for a title, an author and a source. */
const warc = warcFile(
  Array.from({ length: essays }, (_, n) => {
    const { row, body } = make(n);
    const hostile = n % 4 === 0 ? (hostileFields[n % hostileFields.length] ?? '').replaceAll('<', '&lt;') : '';
    const html = nbdxEssayPage(
      {
        id: `${n}`,
        site: 'nbdx',
        title: `${row.title}（${n}）${hostile}`,
        authors: row.authors.join(' '),
        date: (row.publishedOn ?? '').replaceAll('-', '/'),
        unit: '科研处',
        source: row.source ?? '',
        hits: '12',
        hitsBy: 'page',
        column: ['理论研究'],
        paragraphs: [
          ...body.text.split('\n'),
          n === 17 ? '石坎上的灯火整夜未熄，ＷＴＯ的消息传到了村里。' : '此文完。',
        ],
      },
      false,
    );
    return warcRecord({
      address: `http://www.nbdx.cn/show.asp?id=${n}`,
      http: ['HTTP/1.1 200 OK', 'Content-Type: text/html; charset=utf-8'],
      body: new TextEncoder().encode(html),
    });
  }),
);

/** A browser without the extension, which tells of every request but that for the file itself, of errors and of dialogs. */
async function openFile(language: string): Promise<{ readonly page: Page; readonly told: string[] }> {
  opened.browser ??= await chromium.launch({
    executablePath: findChromium()?.path ?? '',
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  const page = await (await opened.browser.newContext({ locale: language })).newPage();
  const told: string[] = [];
  page.on('request', (request) => {
    if (!/^(?:file|data):/.test(request.url())) told.push(request.url());
  });
  page.on('pageerror', (error) => told.push(error.message));
  page.on('console', (message) => void (message.type() === 'error' && told.push(message.text())));
  page.on('dialog', (dialog) => void dialog.dismiss().then(() => told.push('dialog')));
  await page.goto(pathToFileURL(file).href);
  return { page, told };
}

describe('a library that is handed over', () => {
  it('is written by the library into one file', async () => {
    const page = await stage().open('library.html');
    await page.click(byId('import-open'));
    await page.setInputFiles(byId('import-files'), {
      name: 'a.warc',
      mimeType: 'application/warc',
      buffer: Buffer.from(warc),
    });
    await page.waitForSelector(`${byId('import')}[data-stage="done"]`, { timeout: 40_000 });
    await page.click(byId('import-close'));
    await page.evaluate('delete window.showSaveFilePicker');
    await page.click(byId('export-open'));
    await page.click('[data-format="library"]');
    await page.fill(byId('export-book-title'), '宁波文存');
    const [download] = await Promise.all([page.waitForEvent('download'), page.click(byId('export-start'))]);
    await download.saveAs(file);
    await page.close();
  });

  it('opens from the disk without the extension: the search finds, an essay opens, nothing is asked for', async () => {
    const { page, told } = await openFile('zh-CN');
    expect(await page.textContent('#contents h1')).toBe('宁波文存');
    expect(await page.textContent('.status')).toBe(`共 ${essays} 篇`);
    await page.fill('.box', 'wto 灯火');
    await expect.poll(() => page.textContent('.status')).toBe('找到 1 篇');
    expect(await page.locator('#contents li:visible mark').allTextContents()).toEqual(['灯火', 'ＷＴＯ']);
    await page.locator('#contents li:visible a').click();
    await expect.poll(() => page.locator('.essay.open .text').textContent()).toContain('整夜未熄');
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    expect(await page.locator('.essay.open pre').first().textContent()).toContain('[EB/OL]');
    await page.goBack();
    await page.fill('.box', '');
    await expect.poll(() => page.textContent('.status')).toBe(`共 ${essays} 篇`);
    expect(told).toEqual([]);
    await page.close();
  });

  it('runs nothing that its essays hold, and shows every one of them', async () => {
    const { page, told } = await openFile('zh-CN');
    for (let n = 1; n <= essays; n += 1) await page.evaluate((at) => (location.hash = `#e${at}`), n);
    await expect.poll(() => page.locator('.essay.open').getAttribute('id')).toBe(`e${essays}`);
    expect(await page.evaluate(() => Reflect.get(window, 'hacked') ?? null)).toBeNull();
    expect(told).toEqual([]);
    await page.close();
  });

  it('speaks the language of the browser, and changes language, theme and size', async () => {
    const { page, told } = await openFile('en-GB');
    expect(await page.textContent('.status')).toBe(`Essays: ${essays}`);
    await page.click('#contents li a');
    await expect.poll(() => page.locator('.essay.open dt').allTextContents()).toContain('Authors');
    await page.selectOption('[data-choice="language"]', 'zh-TW');
    await expect.poll(() => page.locator('.essay.open dt').allTextContents()).toContain('發布日期');
    await page.selectOption('[data-choice="theme"]', 'dark');
    const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    await expect.poll(paper).toBe('rgb(23, 22, 20)');
    await page.click('.bar button:nth-of-type(3)');
    const size = () => page.evaluate(() => document.documentElement.style.getPropertyValue('--size'));
    await expect.poll(size).toBe('19px');
    expect(told).toEqual([]);
    await page.close();
  });
});
