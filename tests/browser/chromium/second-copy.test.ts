import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { sampleUrls } from '../../corpus/portal/routes.ts';
import { useChromium } from '../support/chromium.ts';
import { byId, keepByPopup } from '../support/popup.ts';

const stage = useChromium();

/** Names and sizes of the files of the second copy. Runs in a page of the extension. */
async function copyFiles(): Promise<readonly (readonly [string, number])[]> {
  const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('copy', { create: true });
  const files: (readonly [string, number])[] = [];
  for await (const [name, entry] of folder.entries())
    if (entry.kind === 'file') files.push([name, (await (entry as FileSystemFileHandle).getFile()).size]);
  return files;
}

/** Deletes the database, as Chromium does with one whose log was torn by a full disk. */
async function deleteDatabase(page: Page): Promise<void> {
  await stage().stopWorker();
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const deleting = indexedDB.deleteDatabase('wencun');
        deleting.onsuccess = () => resolve();
        deleting.onerror = () => reject(deleting.error);
      }),
  );
}

it('rebuilds a collection that the browser deleted from the second copy, and tells the reader', async () => {
  for (const id of ['1101', '1102', '1103']) {
    const page = await stage().visit(sampleUrls.essay(id));
    await keepByPopup(stage(), page);
    await page.close();
  }
  const before = await stage().stored();
  const outside = await stage().open('print.html');
  await expect.poll(async () => (await outside.evaluate(copyFiles)).length).toBeGreaterThan(2);
  // The witness is told when the worker rests.
  await outside.waitForTimeout(2_500);
  await deleteDatabase(outside);

  const library = await stage().open('library.html');
  await expect.poll(async () => (await stage().stored()).essays.length, { timeout: 15_000 }).toBe(3);
  // Essays are put back before what they were read from.
  const rowsOf = ({ captures, bodies, originals }: typeof before) => [captures.length, bodies.length, originals.length];
  await expect.poll(async () => rowsOf(await stage().stored()), { timeout: 15_000 }).toEqual(rowsOf(before));
  const after = await stage().stored();
  const withoutDoc = (rows: typeof after.essays) => rows.map(({ doc: _doc, ...row }) => row);
  expect(withoutDoc(after.essays)).toEqual(withoutDoc(before.essays));
  expect([after.captures, after.bodies, after.originals]).toEqual([before.captures, before.bodies, before.originals]);
  await library.locator(byId('loss')).waitFor();
  expect(await library.locator(byId('loss')).textContent()).toContain('3');
  await library.close();
  await outside.close();
});
