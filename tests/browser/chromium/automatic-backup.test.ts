import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { browser } from 'wxt/browser';
import type { BackupFile, BackupRecord } from '../../../lib/collection/backup/schedule.ts';
import { sampleUrls } from '../../corpus/portal/routes.ts';
import { builtExtension, useChromium } from '../support/chromium.ts';
import { faultsOf, takePicture } from '../support/looks.ts';
import { byId, keepByPopup } from '../support/popup.ts';

/** The browser's own name for the API, inside functions that are sent to a page of the extension. */
declare const chrome: typeof browser;

const folder = mkdtempSync(join(tmpdir(), 'wencun-automatic-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The built extension, with the permission that no automated run can grant. */
function granted(): string {
  cpSync(builtExtension('chrome'), folder, { recursive: true });
  const file = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as { permissions: string[]; optional_permissions: string[] };
  manifest.permissions.push('downloads');
  manifest.optional_permissions = [];
  writeFileSync(file, JSON.stringify(manifest));
  // Chromium on Linux puts downloads into a folder of the home directory.
  process.env['HOME'] = folder;
  return folder;
}

const stage = useChromium('zh-CN', granted);

/** A browser that is driven gives downloads names and a folder of its own, unless it is told to do as for a reader. */
beforeAll(() => stage().session.cdp.send('Browser.setDownloadBehavior', { behavior: 'default' }));

/** What is remembered of backups. */
const recordIn = (page: Page): Promise<BackupRecord | undefined> =>
  page.evaluate(async () => (await chrome.storage.local.get('backups'))['backups'] as BackupRecord | undefined);

/** The files of backups that were made by themselves, as the database has them. */
const filesIn = (page: Page): Promise<readonly BackupFile[]> =>
  page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opened = indexedDB.open('wencun');
        opened.onerror = () => reject(opened.error);
        opened.onsuccess = () => {
          const request = opened.result.transaction('meta').objectStore('meta').get('backup-files');
          request.onsuccess = () => {
            opened.result.close();
            resolve((request.result?.value ?? []) as readonly BackupFile[]);
          };
        };
      }),
  );

/** Changes what is remembered of backups while none is being made, which would write over it when it is done. */
const remember = (page: Page, changes: Partial<BackupRecord>): Promise<void> =>
  page.evaluate(
    (changed) =>
      navigator.locks.request('automatic backup', async () => {
        const { backups } = (await chrome.storage.local.get('backups')) as { backups: BackupRecord };
        await chrome.storage.local.set({ backups: { ...backups, ...changed } });
      }),
    changes,
  );

/** Has the alarm ring now, with the last backup years ago, and waits until `isDone`. */
async function ring(page: Page, isDone: (record: BackupRecord | undefined) => boolean): Promise<BackupRecord> {
  const before = await recordIn(page);
  await page.evaluate(async (record) => {
    if (record) await chrome.storage.local.set({ backups: { ...record, automaticAt: '2020-01-01T00:00:00.000Z' } });
    await chrome.alarms.create('backup', { when: Date.now() });
  }, before);
  await expect.poll(async () => isDone(await recordIn(page)), { timeout: 20_000 }).toBe(true);
  return (await recordIn(page)) as BackupRecord;
}

/** The same, until one more was made. */
async function ringForOne(page: Page): Promise<BackupRecord> {
  const before = (await recordIn(page))?.madeAt ?? null;
  return ring(page, (record) => record !== undefined && record.madeAt !== null && record.madeAt !== before);
}

const pathOf = (page: Page, id: number): Promise<string> =>
  page.evaluate(async (wanted) => (await chrome.downloads.search({ id: wanted }))[0]?.filename ?? '', id);

it('saves a backup when it is due, keeps the newest, and goes on after the worker was stopped', async () => {
  await keepByPopup(stage(), await stage().visit(sampleUrls.essay('1101')));
  const page = await stage().open('library.html');
  await page.evaluate(() => chrome.storage.local.set({ backupEvery: 'daily', backupsKept: 1 }));
  const first = await ringForOne(page);
  expect(first).toMatchObject({ failure: null, next: 1, begunAt: null, last: { essays: 1 } });
  expect(first.madeAt).toBe(first.automaticAt);
  const [file] = await filesIn(page);
  const path = await pathOf(page, file?.id ?? -1);
  const files = unzipSync(new Uint8Array(readFileSync(path)));
  const manifest = JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array(0)));
  expect(manifest).toMatchObject({
    format: 'wencun-backup',
    counts: { essays: 1, originals: 1 },
    collection: first.last?.collection,
    settings: { backupsKept: 1 },
  });

  await stage().stopWorker();
  // As full, of the same week and month: the one before goes.
  await ringForOne(page);
  await expect.poll(() => existsSync(path)).toBe(false);
  expect(await filesIn(page)).toHaveLength(1);
}, 120_000);

it('asks before a backup of nearly nothing, and takes away no file that is not its own', async () => {
  const page = await stage().open('library.html');
  const [own] = await filesIn(page);
  const kept = await pathOf(page, own?.id ?? -1);
  await page.evaluate(async () => {
    const { backups } = (await chrome.storage.local.get('backups')) as { backups: BackupRecord };
    const last = { ...backups.last, essays: 500, name: 'wencun-2026-01-01-0800.zip', collection: 'x' };
    await chrome.storage.local.set({ backups: { ...backups, last } });
  });
  await ring(page, (record) => record?.paused !== null);
  await page.reload();
  await page.waitForSelector(byId('backup-paused'));
  expect(await page.textContent(byId('backup-paused'))).toMatch(/500 篇.*1 篇/s);
  await takePicture(page, { language: 'zh_CN', scheme: 'light' }, 'backup-paused');

  // A download of the reader's own, whose number somebody put among the backups.
  const foreign = await page.evaluate(async () => {
    const url = URL.createObjectURL(new Blob(['thesis']));
    return chrome.downloads.download({ url, filename: 'thesis.zip' });
  });
  await expect.poll(() => pathOf(page, foreign)).toContain('thesis');
  const thesis = await pathOf(page, foreign);
  await page.evaluate(
    (id) =>
      new Promise<void>((resolve, reject) => {
        const opened = indexedDB.open('wencun');
        opened.onerror = () => reject(opened.error);
        opened.onsuccess = () => {
          const store = opened.result.transaction('meta', 'readwrite').objectStore('meta');
          store.get('backup-files').onsuccess = (event) => {
            const { value } = (event.target as IDBRequest).result as { value: unknown[] };
            const old = { id, name: 'thesis.zip', madeAt: '2020-01-01T00:00:00.000Z', essays: 0, collection: '' };
            store.put({ key: 'backup-files', value: [{ ...old }, { ...old, essays: -1 }, ...value] });
          };
          store.transaction.oncomplete = () => {
            opened.result.close();
            resolve();
          };
        };
      }),
    foreign,
  );
  await page.click(byId('backup-go-on'));
  await page.waitForSelector(byId('backup-paused'), { state: 'detached' });
  await ringForOne(page);
  expect(existsSync(thesis)).toBe(true);
  await expect.poll(() => existsSync(kept)).toBe(false);
}, 120_000);

it('tells of one that was begun and did not come to its end', async () => {
  const page = await stage().open('library.html');
  // None is due: one that is made would take the word of the unfinished one back.
  await remember(page, { begunAt: '2026-04-01T08:00:00.000Z', automaticAt: new Date().toISOString() });
  await stage().stopWorker();
  await page.evaluate(() => chrome.alarms.create('backup', { when: Date.now() }));
  await expect.poll(async () => (await recordIn(page))?.failure?.reason, { timeout: 20_000 }).toBe('unfinished');
  await page.reload();
  await page.waitForSelector(byId('backup-reminder'));
  expect(await page.textContent(byId('backup-reminder'))).toContain('没有做完');
}, 60_000);

it('says in the library that one failed, and is set in the dialog', async () => {
  const page = await stage().open('library.html');
  await remember(page, { failure: { at: '2026-04-01T08:00:00.000Z', reason: 'storage-full' } });
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    await page.reload();
    await page.waitForSelector(byId('backup-reminder'));
    expect(await page.textContent(byId('backup-reminder'))).toContain('自动备份失败');
    await takePicture(page, { language: 'zh_CN', scheme }, 'backup-reminder');
    await page.click(byId('backup-now'));
    await page.waitForSelector(byId('backup-apply'));
    expect(await page.inputValue(byId('backup-every'))).toBe('daily');
    expect(await faultsOf(page)).toEqual([]);
    await takePicture(page, { language: 'zh_CN', scheme }, 'backup-automatic');
    await page.click(byId('backup-close'));
  }
  await page.click(byId('backup-later'));
  await page.waitForSelector(byId('backup-reminder'), { state: 'detached' });
  await page.click(byId('backup-open'));
  await page.selectOption(byId('backup-every'), 'off');
  await page.click(byId('backup-apply'));
  await page.waitForSelector(byId('backup-said'));
  expect(await page.evaluate(() => chrome.storage.local.get('backupEvery'))).toEqual({ backupEvery: 'off' });
}, 60_000);
