import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { pictureAddresses, pictures } from '../../corpus/portal/pictured.ts';
import { sampleUrls } from '../../corpus/portal/routes.ts';
import { useChromium } from '../support/chromium.ts';
import { faultsOf, takePicture } from '../support/looks.ts';
import { byId, keepByPopup, pressToolbar } from '../support/popup.ts';
import { readStoredImages } from '../support/stored-images.ts';

const inTime = { timeout: 15_000 };

/** What is stored of the images of the collection. */
const storedImages = (page: Page) => page.evaluate(readStoredImages);

/** Waits until the images of a reader have been decoded; gives their natural widths. */
const widths = (reader: Page) =>
  reader.evaluate(() =>
    Promise.all(
      [...document.querySelectorAll<HTMLImageElement>('.essay img')].map(async (image) => {
        await image.decode().catch(() => undefined);
        return image.naturalWidth;
      }),
    ),
  );

describe.each([
  ['live', sampleUrls.pictured, '', 'not-found'],
  ['in a replay', sampleUrls.picturedReplay, 'http://web.archive.org/web/20070702205327im_/', 'not-archived'],
])('the images of an essay %s', (_, url, prefix, problem) => {
  const stage = useChromium();

  it('are stored with it, and read without the site', async () => {
    const page = await stage().visit(url);
    const before = stage().portal.requests.length;
    const popup = await pressToolbar(stage(), page);
    await popup.press('keep');
    await popup.expectState('kept');
    await expect.poll(() => popup.text(), { ...inTime, interval: 50 }).toContain('3 张图片中 1 张未能获取');
    await popup.close();

    const [terraces, rain] = [...pictures.values()];
    const library = await stage().open('library.html');
    expect(await storedImages(library)).toEqual(
      [
        { address: pictureAddresses[0], type: 'image/png', problem: '', length: terraces?.length },
        { address: pictureAddresses[1], type: 'image/gif', problem: '', length: rain?.length },
        { address: pictureAddresses[2], type: '', problem, length: 0 },
      ].toSorted((a, b) => (a.address ?? '').localeCompare(b.address ?? '')),
    );
    const asked = stage()
      .portal.requests.slice(before)
      .filter((address) => address.includes('/upfile/'));
    expect(asked.every((address) => address.startsWith(`${prefix}http://www.nbdx.cn/`))).toBe(true);
    await library.close();
    await page.close();

    const [essay] = (await stage().stored()).essays;
    await stage().portal.close();
    const reader = await stage().open(`reader.html?id=${essay?.id}`);
    await expect.poll(() => reader.locator('.essay img').count(), inTime).toBe(2);
    expect(await widths(reader)).toEqual([480, 408]);
    const absent = reader.locator(byId('picture-absent'));
    expect(await absent.count()).toBe(1);
    expect(await absent.textContent()).toContain('老水渠走向图');
    expect(await absent.locator('a').getAttribute('href')).toBe(pictureAddresses[2]);
    expect(await reader.locator('.essay').textContent()).not.toContain('space.gif');

    for (const scheme of ['light', 'dark'] as const) {
      await reader.emulateMedia({ colorScheme: scheme });
      expect(await faultsOf(reader, scheme)).toEqual([]);
      await reader.locator('.essay img').first().scrollIntoViewIfNeeded();
      await takePicture(reader, { language: 'zh-CN', scheme }, 'reader-images');
      await absent.scrollIntoViewIfNeeded();
      await takePicture(reader, { language: 'zh-CN', scheme }, 'reader-image-absent');
    }
    await reader.close();
  });
});

describe('where the reader wants no images', () => {
  const stage = useChromium('en');

  it('none is asked for or stored, and the reader can still have them', async () => {
    const settings = await stage().open('popup.html');
    await settings.locator(byId('settings-open')).click();
    await settings.locator(byId('keep-images')).click();
    await settings.close();
    const page = await stage().visit(sampleUrls.pictured);
    await page.waitForLoadState('networkidle');
    const before = stage().portal.requests.length;
    await keepByPopup(stage(), page);
    await page.close();
    const [essay] = (await stage().stored()).essays;
    const reader = await stage().open(`reader.html?id=${essay?.id}`);
    const absent = reader.locator(byId('picture-absent'));
    await expect.poll(() => absent.count(), inTime).toBe(3);
    expect(await storedImages(reader)).toEqual([]);
    expect(
      stage()
        .portal.requests.slice(before)
        .filter((address) => address.includes('/upfile/')),
    ).toEqual([]);
    await takePicture(reader, { language: 'en', scheme: 'light' }, 'reader-images-off');

    // The site is one that the extension was installed for, so that nobody is asked.
    await absent.first().locator(byId('picture-again')).click();
    await expect.poll(() => reader.locator('.essay img').count(), inTime).toBe(2);
    expect(await widths(reader)).toEqual([480, 408]);
    await expect.poll(() => absent.textContent(), inTime).toContain('The site no longer has this image.');
    await takePicture(reader, { language: 'en', scheme: 'light' }, 'reader-images-again');
    await reader.evaluate(() => {
      document.documentElement.dataset['writing'] = 'vertical';
    });
    await takePicture(reader, { language: 'en', scheme: 'light' }, 'reader-images-vertical');
    await absent.scrollIntoViewIfNeeded();
    await takePicture(reader, { language: 'en', scheme: 'light' }, 'reader-image-absent-vertical');
    await reader.close();
  });
});
