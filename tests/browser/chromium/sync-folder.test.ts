import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { sampleUrls } from '../../corpus/portal/routes.ts';
import { useChromium } from '../support/chromium.ts';
import { takeFoldersBack } from '../support/folder-taken-back.ts';
import { look } from '../support/looks.ts';
import { byId, keepByPopup } from '../support/popup.ts';

const stage = useChromium();

/** The browser's own picker cannot be pressed here: a folder of the private file system is a real handle too. The first press is one of a reader who thinks better of it. */
const pickPrivately = (page: Page) =>
  page.evaluate(() => {
    const picked = { times: 0 };
    Object.assign(window, {
      showDirectoryPicker: async () => {
        picked.times += 1;
        if (picked.times === 1) throw new DOMException('The user aborted a request.', 'AbortError');
        return (await navigator.storage.getDirectory()).getDirectoryHandle('文献', { create: true });
      },
    });
  });

/** Paths of the files in it. */
const filesIn = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () => {
    const found: string[] = [];
    const walk = async (folder: FileSystemDirectoryHandle, before: string): Promise<void> => {
      for await (const handle of folder.values()) {
        if (handle.kind === 'directory') await walk(handle, `${before}${handle.name}/`);
        else found.push(before + handle.name);
      }
    };
    await walk(await (await navigator.storage.getDirectory()).getDirectoryHandle('文献'), '');
    return found;
  });

/** Files that systems and programs which carry folders leave beside ours. */
const strew = (page: Page) =>
  page.evaluate(async () => {
    const root = await (await navigator.storage.getDirectory()).getDirectoryHandle('文献');
    const wencun = await root.getDirectoryHandle('wencun');
    const heads = await wencun.getDirectoryHandle('heads');
    await root.getDirectoryHandle('.stfolder', { create: true });
    for (const folder of [root, wencun, heads])
      for (const name of ['desktop.ini', '.DS_Store', '.syncthing.a.json.tmp', 'a (conflicted copy 2026-11-29).json'])
        await folder.getFileHandle(name, { create: true });
  });

async function synced(page: Page): Promise<void> {
  await expect.poll(() => page.locator(byId('sync-last')).textContent()).toMatch(/上次同步.*没有待发送/);
  expect(await page.locator(`${byId('sync-problem')}, ${byId('sync-notice')}`).count()).toBe(0);
}

async function keep(number: string): Promise<void> {
  const page = await stage().visit(sampleUrls.essay(number));
  await keepByPopup(stage(), page);
  await page.close();
}

it('syncs by a folder that was chosen, whatever else lies in it', async () => {
  await keep('1101');
  const settings = await stage().open('options.html#sync');
  await pickPrivately(settings);
  await settings.locator(`${byId('sync-kind')} [data-choice="folder"]`).click();
  await settings.locator(byId('sync-folder')).click();
  await expect.poll(() => settings.locator(byId('sync-folder-none')).textContent()).toContain('还没有选定文件夹');
  await look(settings, 'sync-folder');
  await settings.locator(byId('sync-folder')).click();
  await expect.poll(() => settings.locator(byId('sync-folder-name')).textContent()).toBe('文献');
  await settings.locator(byId('sync-test')).click();
  await settings.locator(byId('sync-begin')).click();
  await synced(settings);
  const first = await filesIn(settings);
  expect(first).toContain('wencun/format.json');
  expect(first.filter((path) => /^wencun\/heads\/\w+\.json$/.test(path))).toHaveLength(1);

  await strew(settings);
  await keep('1103');
  await settings.bringToFront();
  await settings.locator(byId('sync-now')).click();
  await synced(settings);
  await expect
    .poll(async () => (await filesIn(settings)).filter((path) => path.endsWith('.seg')).length)
    .toBeGreaterThan(first.filter((path) => path.endsWith('.seg')).length);
  await settings.close();
});

it('says as soon as a page opens that the browser took the folder back, and goes on by one press', async () => {
  await takeFoldersBack(stage().session.context);
  const library = await stage().open('library.html');
  const notice = library.locator(byId('sync-notice-above'));
  await notice.waitFor();
  expect(await notice.textContent()).toContain('文件夹“文献”');
  await look(library, 'sync-folder-notice');
  await library.locator(byId('sync-allow-above')).click();
  await notice.waitFor({ state: 'detached' });
  await expect.poll(() => library.locator(byId('sync-state')).getAttribute('data-problem')).toBe('');
  expect(await library.locator(byId('sync-now')).count()).toBe(1);
  await library.close();
});
