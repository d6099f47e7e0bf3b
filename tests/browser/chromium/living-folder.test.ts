import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { sampleUrls } from '../../corpus/portal/routes.ts';
import { useChromium } from '../support/chromium.ts';
import { takeFoldersBack } from '../support/folder-taken-back.ts';
import { look } from '../support/looks.ts';
import { byId, keepByPopup } from '../support/popup.ts';

const stage = useChromium();
const dialog = (at: string): string => `${byId('folder')}[data-stage="${at}"]`;

/** The browser's own picker cannot be pressed here: a folder of the private file system has the same interface. */
const pickPrivately = (page: Page) =>
  page.evaluate(() => {
    Object.assign(window, {
      showDirectoryPicker: async () =>
        (await navigator.storage.getDirectory()).getDirectoryHandle('文献', { create: true }),
    });
  });

/** The texts in the folder by their paths. */
const textsIn = (page: Page): Promise<Record<string, string>> =>
  page.evaluate(async () => {
    const found: Record<string, string> = {};
    const walk = async (folder: FileSystemDirectoryHandle, before: string): Promise<void> => {
      for await (const handle of folder.values()) {
        if (handle.kind === 'directory') await walk(handle, `${before}${handle.name}/`);
        else found[before + handle.name] = await (await handle.getFile()).text();
      }
    };
    await walk(await (await navigator.storage.getDirectory()).getDirectoryHandle('文献'), '');
    return found;
  });

const append = (page: Page, path: string, words: string) =>
  page.evaluate(
    async ([where = '', text = '']) => {
      let folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('文献');
      const parts = where.split('/');
      for (const name of parts.slice(0, -1)) folder = await folder.getDirectoryHandle(name);
      const file = await folder.getFileHandle(parts.at(-1) ?? '');
      const writable = await file.createWritable({ keepExistingData: true });
      await writable.write({ type: 'write', position: (await file.getFile()).size, data: text });
      await writable.close();
    },
    [path, words],
  );

it('holds what is kept, follows changes while the library is open, and leaves the reader’s own words', async () => {
  for (const number of ['1101', '1103']) {
    const page = await stage().visit(sampleUrls.essay(number));
    await keepByPopup(stage(), page);
    await page.close();
  }
  const library = await stage().open('library.html');
  await library.locator(byId('library-row')).nth(1).waitFor();
  await pickPrivately(library);
  await library.locator(byId('folder-open')).click();
  await library.locator(dialog('resting')).waitFor();
  expect(await library.locator(byId('folder-example')).textContent()).toMatch(/\d{4}\/.+-\w{6}\.md/);
  await look(library, 'folder');
  await library.locator(byId('folder-pick')).click();
  await library.locator(dialog('done')).waitFor();
  await look(library, 'folder-done');
  const first = await textsIn(library);
  const [path = '', text = ''] = Object.entries(first).find(([name]) => name.endsWith('.md')) ?? [];
  expect(Object.keys(first).filter((name) => name.endsWith('.md'))).toHaveLength(2);
  expect(text).toMatch(/^---\ntitle: .*<!-- wencun:end -->\n$/s);
  await library.locator(byId('folder-close')).click();

  await append(library, path, '\n我的笔记\n');
  await library.locator('[data-pick]').nth(0).click();
  await library.locator('[data-pick]').nth(1).click();
  await library.locator(byId('tag-chosen')).click();
  await library.locator(byId('tag-name')).fill('待读');
  await library.keyboard.press('Enter');
  await library.locator(byId('tag-dialog-yes')).click();
  // Read at once: a file may be in the midst of being replaced.
  await expect
    .poll(async () => (await textsIn(library))[path], { timeout: 20_000 })
    .toMatch(/待读.*<!-- wencun:end -->\n\n我的笔记\n$/s);
  await library.close();
});

it('asks for one press where the browser took the folder back, as after a restart, and goes on with it', async () => {
  await takeFoldersBack(stage().session.context);
  const library = await stage().open('library.html');
  await library.locator(byId('folder-notice')).waitFor();
  expect(await library.locator(byId('folder-notice')).textContent()).toContain('文献');
  await look(library, 'folder-notice');
  await library.locator(byId('folder-allow-here')).click();
  await library.locator(byId('folder-notice')).waitFor({ state: 'detached' });

  // A browser that lets no folder be picked, as Firefox.
  await library.locator(byId('folder-open')).click();
  await library.locator(byId('folder-forget')).click();
  await library.locator(byId('folder-pick')).waitFor();
  await library.locator(byId('folder-close')).click();
  await library.evaluate(() => Object.assign(window, { showDirectoryPicker: undefined }));
  await library.locator(byId('folder-open')).click();
  await library.locator(byId('folder-facts')).waitFor();
  await look(library, 'folder-downloads');
  await library.close();
});
