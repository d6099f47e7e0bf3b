import { expect, it } from 'vitest';
import { sampleUrls } from '../../corpus/portal/routes.ts';
import { useFirefox } from '../support/firefox.ts';
import { byId } from '../support/popup.ts';

const stage = useFirefox();
const inTime = { timeout: 15_000 };

it('in Firefox, an essay of a replay is read with its images, the site being gone', async () => {
  const page = await stage().visit(sampleUrls.picturedReplay);
  const popup = await stage().popup(page, 'recognised');
  await popup.click(byId('keep'));
  await popup.waitForSelector(`${byId('page')}[data-state="kept"]`);
  const words = () => popup.$eval(byId('page'), (element) => element.textContent ?? '');
  await expect.poll(words, inTime).toContain('1 of 3 images could not be loaded');
  await popup.close();
  await page.close();
  const [essay] = (await stage().stored()).essays;
  await stage().portal.close();
  const reader = await stage().open(`reader.html?id=${essay?.id}`, '.essay img');
  const widths = () =>
    reader.$$eval('.essay img', (images) =>
      images.map((image) => (image instanceof HTMLImageElement ? image.naturalWidth : 0)),
    );
  await expect.poll(widths, inTime).toEqual([480, 408]);
  expect(await reader.$eval(byId('picture-absent'), (element) => element.textContent)).toContain('老水渠走向图');
});
