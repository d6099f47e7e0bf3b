import { readFile } from 'node:fs/promises';
import { strFromU8, unzipSync } from 'fflate';
import type { Download, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { sampleUrls } from '../../corpus/portal/routes.ts';
import { useChromium } from '../support/chromium.ts';
import { look, takePicture } from '../support/looks.ts';
import { byId, keepByPopup } from '../support/popup.ts';

const stage = useChromium();
const numbers = ['1101', '1103', '1104'];

/** The library over three kept sample pages. */
async function openLibrary(): Promise<Page> {
  const { essays } = await stage().stored();
  for (const url of numbers.map(sampleUrls.essay)) {
    if (essays.some(({ originalUrl }) => originalUrl === url)) continue;
    const page = await stage().visit(url);
    await keepByPopup(stage(), page);
    await page.close();
  }
  const library = await stage().open('library.html');
  await expect.poll(() => library.locator(byId('library-row')).count()).toBe(3);
  return library;
}

/** Nobody can press the browser's own picker here: files go to the downloads, as in a browser without one. */
const withoutPicker = (page: Page) => page.evaluate('delete window.showSaveFilePicker');

const choose = (page: Page, format: string) => page.locator(`[data-format="${format}"]`).click();

async function download(page: Page): Promise<Download> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.locator(byId('export-start')).click()]);
  await page.locator(byId('export-done')).waitFor();
  return file;
}

const bytesOf = async (file: Download): Promise<Buffer> => readFile(await file.path());

describe('exporting', () => {
  it('those chosen, in the order of the list, as BibTeX', async () => {
    const library = await openLibrary();
    await withoutPicker(library);
    const titles = await library.locator(byId('library-row')).locator('[data-open]').allTextContents();
    for (const at of [2, 0]) await library.locator('[data-pick]').nth(at).click();
    await library.locator(byId('export-chosen')).click();
    await choose(library, 'bibtex');
    await look(library, 'export');
    const file = await download(library);
    expect(file.suggestedFilename()).toMatch(/^wencun-\d{4}-\d\d-\d\d\.bib$/);
    const written = [...String(await bytesOf(file)).matchAll(/title = \{(.*)\}/g)].map(([, title]) => title);
    expect(written).toEqual([titles[0], titles[2]].map((title) => title?.trim()));
    await library.close();
  });

  it('as a folder of Markdown, and as a book', async () => {
    const library = await openLibrary();
    await withoutPicker(library);
    const titles = await library.locator(byId('library-row')).locator('[data-open]').allTextContents();
    await library.locator(byId('export-open')).click();
    await choose(library, 'markdown');
    const pages = unzipSync(await bytesOf(await download(library)));
    expect(Object.keys(pages).toSorted()).toEqual(titles.map((title) => `${title.trim()}.md`).toSorted());
    expect(strFromU8(pages['民营企业党组织作用发挥的几个问题.md'] ?? new Uint8Array())).toMatch(
      /^---\ntitle: "民营企业党组织作用发挥的几个问题"\n.*\n# 民营企业/s,
    );
    await library.locator(byId('export-again')).click();
    await choose(library, 'epub');
    await library.locator(byId('export-book-title')).fill('党建文选');
    await takePicture(library, { language: 'zh-CN', scheme: 'light' }, 'export-book');
    const file = await download(library);
    expect(file.suggestedFilename()).toMatch(/\.epub$/);
    const book = unzipSync(await bytesOf(file));
    expect(strFromU8(book['mimetype'] ?? new Uint8Array())).toBe('application/epub+zip');
    const words = Object.values(book).map((bytes) => strFromU8(bytes));
    expect(words.some((text) => text.includes('<dc:title') && text.includes('党建文选'))).toBe(true);
    for (const title of titles) expect(words.some((text) => text.includes(title.trim()))).toBe(true);
    await library.close();
  });

  it('as a file that a colleague merges, sees into before, and takes back', async () => {
    const library = await openLibrary();
    await withoutPicker(library);
    await library.locator('[data-pick]').first().click();
    await library.locator(byId('export-chosen')).click();
    await choose(library, 'collection');
    await library.locator(byId('export-book-title')).fill('县域研究');
    await library.locator(byId('export-from')).fill('王芳');
    await look(library, 'export-collection');
    const file = await download(library);
    await library.locator(byId('export-close')).click();
    await library.locator(byId('backup-open')).click();
    await library.locator(byId('backup-file')).setInputFiles(await file.path());
    await library.locator(byId('handed-here')).waitFor();
    expect(await library.locator(byId('handed-holds')).textContent()).toMatch(/县域研究.*来自王芳.*1 篇已在/s);
    await look(library, 'handed');
    await library.locator(byId('handed-merge')).click();
    await library.locator(byId('handed-undo')).waitFor();
    await look(library, 'handed-merged');
    await library.locator(byId('handed-undo')).click();
    await library.locator(byId('handed-undone')).waitFor();
    await library.locator(byId('backup-close')).click();
    await expect.poll(() => library.locator(byId('library-row')).count()).toBe(3);
    await library.close();
  });

  it('one essay in the reader, by keyboard', async () => {
    await (await openLibrary()).close();
    const [row] = (await stage().stored()).essays;
    const reader = await stage().open(`reader.html?id=${row?.id}`);
    await reader.locator(byId('reader-body')).waitFor();
    await withoutPicker(reader);
    await reader.keyboard.press('o');
    await reader.locator(byId('export')).waitFor();
    await choose(reader, 'html');
    expect(String(await bytesOf(await download(reader)))).toContain(`content="${row?.title}"`);
    await reader.keyboard.press('Escape');
    await reader.locator(byId('export')).waitFor({ state: 'detached' });
    await reader.close();
  });

  it('what a search found, and all, by keyboard', async () => {
    const library = await openLibrary();
    await withoutPicker(library);
    await library.locator(byId('library-search')).fill('民营企业');
    await expect.poll(() => library.locator(byId('library-row')).count()).toBe(1);
    await library.locator(byId('library-row')).locator('[data-open]').press('o');
    const scopes = library.locator(`${byId('export-scope')} label`);
    await scopes.first().waitFor();
    expect((await scopes.allTextContents()).map((name) => name.trim())).toEqual(['检索到的 1 篇', '全部 3 篇']);
    await choose(library, 'jsonl');
    const linesOf = async (file: Download) =>
      String(await bytesOf(file))
        .trim()
        .split('\n');
    expect(await linesOf(await download(library))).toHaveLength(1);
    await library.locator(byId('export-again')).press('Enter');
    await scopes.nth(1).click();
    expect(await linesOf(await download(library))).toHaveLength(3);
    await library.keyboard.press('Escape');
    await library.locator(byId('export')).waitFor({ state: 'detached' });
    await library.close();
  });

  it('to the printer: each essay on a page of its own, after a title page where that is wanted', async () => {
    const library = await openLibrary();
    await library.locator(byId('export-open')).click();
    const [sheets] = await Promise.all([
      stage().session.context.waitForEvent('page'),
      library.locator(byId('export-print')).click(),
    ]);
    await sheets.locator(`${byId('print')}[data-state="ready"]`).waitFor();
    expect(await sheets.locator(byId('sheet')).count()).toBe(3);
    const pagesOf = async () => String(await sheets.pdf()).match(/\/Type \/Page\b(?!s)/g)?.length ?? 0;
    const pages = await pagesOf();
    expect(pages).toBeGreaterThanOrEqual(3);
    await sheets.locator(byId('print-titled')).check();
    await sheets.locator(byId('print-title')).fill('党建文选');
    expect(await sheets.locator(byId('title-page')).textContent()).toContain('党建文选');
    expect(await sheets.title()).toBe('党建文选');
    await expect.poll(pagesOf).toBe(pages + 1);
    await look(sheets, 'print');
    await sheets.emulateMedia({ media: 'print' });
    await takePicture(sheets, { language: 'zh-CN', scheme: 'light' }, 'print-sheet');
    await sheets.close();
    await library.close();
  });

  it('goes on with its dialog closed, and stopped leaves no file', async () => {
    const library = await openLibrary();
    // A file of the browser's own, as the picker gives one; each write waits until it is let go.
    await library.evaluate(() => {
      const held = { release: () => {} };
      Object.assign(window, {
        letGo: () => held.release(),
        showSaveFilePicker: async ({ suggestedName }: { suggestedName: string }) => {
          const folder = await navigator.storage.getDirectory();
          const file = await folder.getFileHandle(suggestedName, { create: true });
          const open = file.createWritable.bind(file);
          file.createWritable = async () => {
            const writable = await open();
            const write = writable.write.bind(writable);
            writable.write = async (bytes) => {
              await new Promise<void>((resolve) => {
                held.release = resolve;
              });
              return write(bytes);
            };
            return writable;
          };
          return file;
        },
      });
    });
    const files = () =>
      library.evaluate(async () => {
        const names: string[] = [];
        // The second copy, the journal and the search index have folders of their own there.
        for await (const name of (await navigator.storage.getDirectory()).keys())
          if (!['journal', 'copy', 'index'].includes(name)) names.push(name);
        return names;
      });
    await library.locator(byId('export-open')).click();
    await choose(library, 'jsonl');
    await library.locator(byId('export-start')).click();
    await library.locator(byId('export-stop')).waitFor();
    // Beside it stands the browser's own copy, which it writes into.
    expect(await files()).toContainEqual(expect.stringMatching(/\.jsonl$/));
    await library.keyboard.press('Escape');
    const strip = library.locator(byId('export-strip'));
    await strip.waitFor();
    await takePicture(library, { language: 'zh-CN', scheme: 'light' }, 'export-strip');
    await library.locator(byId('export-look')).click();
    await library.locator(byId('export-stop')).click();
    await library.evaluate('letGo()');
    expect(await library.locator(byId('export-problem')).textContent()).toContain('没有留下文件');
    await expect.poll(files).toEqual([]);
    await library.close();
  });
});
