import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { browser } from 'wxt/browser';
import { sampleUrls } from '../../corpus/portal/routes.ts';
import { useChromium } from '../support/chromium.ts';
import { byId, keepByPopup } from '../support/popup.ts';

/** The browser's own name for the API, inside functions that are sent to the extension. */
declare const chrome: typeof browser;

const stage = useChromium();

/** How many files the second copy has in the usual place, and in the first spare one. Runs in a page of the extension. */
async function countCopyFiles(): Promise<readonly [number, number]> {
  const { storageBuckets } = navigator as unknown as {
    readonly storageBuckets: { readonly open: (name: string) => Promise<Pick<StorageManager, 'getDirectory'>> };
  };
  const countIn = async (root: FileSystemDirectoryHandle): Promise<number> => {
    let count = 0;
    for await (const { kind } of (await root.getDirectoryHandle('copy', { create: true })).values())
      count += kind === 'file' ? 1 : 0;
    return count;
  };
  const spare = await storageBuckets.open('spare-1');
  return [await countIn(await navigator.storage.getDirectory()), await countIn(await spare.getDirectory())];
}

/** Has the extension go on in a spare place, as it does after the disk was seen full. Runs in a page of the extension. */
const beginSpare = (): Promise<void> => chrome.storage.session.set({ spareBucket: 1 });

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

it('rebuilds a collection that the browser deleted from the second copy in all its places, and tells the reader', async () => {
  const outside = await stage().open('print.html');
  for (const id of ['1101', '1102', '1103']) {
    const page = await stage().visit(sampleUrls.essay(id));
    await keepByPopup(stage(), page);
    await page.close();
    if (id !== '1101') continue;
    await expect.poll(async () => (await outside.evaluate(countCopyFiles))[0]).toBeGreaterThan(0);
    await outside.evaluate(beginSpare);
  }
  const before = await stage().stored();
  await expect.poll(async () => (await outside.evaluate(countCopyFiles))[1]).toBeGreaterThan(1);
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
