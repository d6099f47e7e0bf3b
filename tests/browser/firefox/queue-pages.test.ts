import { expect, it } from 'vitest';
import { wayback } from '../../../lib/harvest/archives.ts';
import { indexAddress } from '../../../lib/harvest/index/query.ts';
import { createStandInArchive } from '../../corpus/archive/archive.ts';
import { largePortal, makePortalCaptures } from '../../corpus/archive/scaled/portal-captures.ts';
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

it('Firefox reads what an archive has of a portal, shows it before anything is fetched, and fetches by its queue', async () => {
  const { captures, essays } = makePortalCaptures({ ...largePortal, addresses: 8, captures: 16, bad: 0 });
  const archive = createStandInArchive(captures, { indexPerMinute: null, replaysPerMinute: null });
  const index = indexAddress(wayback, { scope: { match: 'host', url: 'www.nbdx.cn' } });
  for (const address of [
    index,
    ...captures.map(({ timestamp, original }) => `https://web.archive.org/web/${timestamp}id_/${original}`),
  ]) {
    const path = address.slice('https://web.archive.org'.length);
    const answer = archive.answer({ method: 'GET', path, headers: {}, body: '' });
    if (answer === 'blocked' || answer.status !== 200) continue;
    const type = answer.headers['content-type'] ?? 'text/html';
    stage().portal.show({ url: address.replace('https:', 'http:'), type, body: answer.body });
  }
  const page = await stage().open('library.html?view=harvest&address=www.nbdx.cn', byId('look-start'));
  await page.click(byId('look-start'));
  await page.waitForSelector(`${byId('harvest-card')}[data-state="read"]`);
  await page.click(byId('harvest-open'));
  await page.waitForSelector(byId('harvest-plan'));
  expect(stage().portal.requests.filter((url) => url.includes('id_/'))).toEqual([]);
  await page.click(byId('harvest-start'));
  await page.waitForSelector(byId('harvest-started'));
  const first = async () => (await stage().stored()).essays.find(({ archivedCopy }) => archivedCopy != null);
  await expect.poll(first).toBeDefined();
  const kept = await first();
  expect(kept?.archivedCopy?.url).toMatch(/^https?:\/\/web\.archive\.org\/web\/\d{14}\/http/);
  expect(essays.map(({ article }) => article.title)).toContain(kept?.title);
  await page.close();
});
