import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, expect, it } from 'vitest';
import type { browser } from 'wxt/browser';
import type { BackupRecord } from '../../../lib/collection/backup/schedule.ts';
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
  return folder;
}

const stage = useChromium('zh-CN', granted);

/** What is remembered of backups. */
const recordIn = (page: Page): Promise<BackupRecord | undefined> =>
  page.evaluate(async () => (await chrome.storage.local.get('backups'))['backups'] as BackupRecord | undefined);

/** Has the alarm ring now, with the last backup a month ago, and waits for the next. */
async function ring(page: Page): Promise<BackupRecord> {
  const before = await recordIn(page);
  await page.evaluate(async (record) => {
    if (record) await chrome.storage.local.set({ backups: { ...record, automaticAt: '2020-01-01T00:00:00.000Z' } });
    await chrome.alarms.create('backup', { when: Date.now() });
  }, before);
  await expect
    .poll(async () => (await recordIn(page))?.files.at(-1), { timeout: 20_000 })
    .not.toBe(before?.files.at(-1));
  return (await recordIn(page)) as BackupRecord;
}

const pathsOf = (page: Page, ids: readonly number[]): Promise<string[]> =>
  page.evaluate(async (all) => {
    const found = await Promise.all(all.map(async (id) => (await chrome.downloads.search({ id }))[0]?.filename ?? ''));
    return found;
  }, ids);

it('saves a backup when it is due, keeps the last two, and goes on after the worker was stopped', async () => {
  await keepByPopup(stage(), await stage().visit(sampleUrls.essay('1101')));
  const page = await stage().open('library.html');
  await page.evaluate(() => chrome.storage.local.set({ backupEvery: 'daily', backupsKept: 2 }));
  const first = await ring(page);
  expect(first).toMatchObject({ failure: null, next: 1 });
  expect(first.madeAt).toBe(first.automaticAt);
  const [path = ''] = await pathsOf(page, first.files);
  const files = unzipSync(new Uint8Array(readFileSync(path)));
  const manifest = JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array(0)));
  expect(manifest).toMatchObject({
    format: 'wencun-backup',
    counts: { essays: 1, originals: 1 },
    settings: { backupsKept: 2 },
  });

  await stage().stopWorker();
  await ring(page);
  const third = await ring(page);
  expect(third.files).toHaveLength(2);
  expect(third.files).not.toContain(first.files[0]);
  await expect.poll(() => existsSync(path)).toBe(false);
  for (const kept of await pathsOf(page, third.files)) expect(existsSync(kept)).toBe(true);
}, 120_000);

it('says in the library that one failed, and is set in the dialog', async () => {
  const page = await stage().open('library.html');
  await page.evaluate(async () => {
    const { backups } = (await chrome.storage.local.get('backups')) as { backups: BackupRecord };
    const failure = { at: '2026-04-01T08:00:00.000Z', reason: 'storage-full' };
    await chrome.storage.local.set({ backups: { ...backups, failure } });
  });
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    await page.reload();
    await page.waitForSelector(byId('backup-reminder'));
    expect(await page.textContent(byId('backup-reminder'))).toContain('自动备份没有存成');
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
