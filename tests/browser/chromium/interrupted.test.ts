import { zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { stopInside } from '../../../scripts/bench/reliability/stops.ts';
import { portalPageMaker } from '../../support/made-portal-page.ts';
import { useChromium } from '../support/chromium.ts';
import { byId } from '../support/popup.ts';

const stage = useChromium();

it('keeps each page once, or tells its reader, when the worker is stopped inside the keep', async () => {
  // Moments spread over a keep, always the same.
  const moments = [0.02, 0.3, 0.08, 0.15, 0.45, 0.6, 0.22, 0.9];
  const counts = await stopInside(stage(), moments.length, () => moments.shift() ?? 0);
  expect(counts).toMatchObject({ keeps: 8, silent: 0, twice: 0, keptUntold: 0 });
});

/** A zip of saved essays from a number on, so many that an import of them is cut off before its end. */
function manyPages(from = 0): Buffer {
  const make = portalPageMaker(19_970_701);
  const page = (n: number): Uint8Array =>
    new TextEncoder().encode(
      `<!-- saved from url=(0031)http://www.nbdx.cn/show.asp?id=${n} -->\n${make(n).replace(/gb2312/i, 'utf-8')}`,
    );
  return Buffer.from(zipSync(Object.fromEntries(Array.from({ length: 150 }, (_, n) => [`${n}.htm`, page(from + n)]))));
}

it('tells of an import whose window was closed in its midst, and forgets it when that was read', async () => {
  const importing = await stage().open('library.html');
  await importing.click(byId('import-open'));
  await importing.setInputFiles(byId('import-files'), {
    name: '馆藏.zip',
    mimeType: 'application/zip',
    buffer: manyPages(),
  });
  await importing
    .locator(byId('import-sum'))
    .filter({ hasText: /已导入 \d+ 篇/ })
    .waitFor();
  await importing.close();
  const library = await stage().open('library.html');
  const told = library.locator(`${byId('cut-off')} li`);
  await expect.poll(() => told.textContent()).toMatch(/导入（馆藏\.zip）没有读完/);
  await library.click(`${byId('cut-off')} a`);
  await expect
    .poll(() => library.locator(byId('report-sum')).textContent())
    .toMatch(/窗口关闭时尚未完成.*已导入 \d+ 篇/s);
  await library.goBack();
  await library.click(byId('cut-off-seen'));
  await expect.poll(() => told.count()).toBe(0);
  await library.close();
});

it('ends an import whose library is deleted in its midst, says so, and counts what is there', async () => {
  const importing = await stage().open('library.html');
  await importing.click(byId('import-open'));
  await importing.setInputFiles(byId('import-files'), {
    name: '馆藏.zip',
    mimeType: 'application/zip',
    buffer: manyPages(1000),
  });
  const sum = importing.locator(byId('import-sum'));
  await sum.filter({ hasText: /已导入 \d+ 篇/ }).waitFor();
  await importing.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.deleteDatabase('wencun');
        request.onsuccess = () => resolve();
        request.onerror = () => reject(request.error);
      }),
  );
  await sum.filter({ hasText: '文库在导入途中丢失' }).waitFor();
  await importing.locator(byId('import-reasons')).filter({ hasText: '导入结束时尚未读完' }).waitFor();
  await importing.close();
});
