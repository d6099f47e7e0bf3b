import { expect, it } from 'vitest';
import { sampleColumns } from '../../corpus/portal/column.ts';
import { sampleUrls } from '../../corpus/portal/routes.ts';
import { useFirefox } from '../support/firefox.ts';
import { byId } from '../support/popup.ts';

const stage = useFirefox();

it('Firefox offers a column in the popup, begins it there, and steers it in the library', async () => {
  const page = await stage().visit(sampleUrls.column(1, sampleColumns.short));
  const popup = await stage().popup(page, 'not-an-essay');
  await popup.waitForSelector(byId('column-keep'));
  const offer = await popup.$eval(byId('column'), (element) => element.textContent ?? '');
  expect(offer.replace(/\s+/g, ' ')).toMatch(/list of essays.*5 essays.*2, some 10 essays in all.*From ?www.nbdx.cn/);
  await popup.click(byId('column-keep'));
  await popup.waitForSelector(byId('column-pause'));
  await popup.click(byId('column-pause'));
  await popup.waitForSelector(byId('column-resume'));
  await popup.close();
  await page.close();

  const library = await stage().open('library.html?view=queue', `${byId('job')}[data-state="paused"]`);
  await library.click(byId('job-items-toggle'));
  await expect.poll(() => library.$$eval(byId('job-item'), (items) => items.length)).toBeGreaterThan(5);
  await library.click(byId('job-resume'));
  await library.waitForSelector(`${byId('job')}[data-state="running"]`);
  await library.click(byId('job-stop'));
  await library.waitForSelector(`${byId('job')}[data-state="stopped"]`);
  await library.click(byId('job-forget'));
  await library.waitForSelector(byId('queue-empty'));
  await library.close();
});
