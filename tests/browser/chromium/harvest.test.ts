import { describe, expect, it } from 'vitest';
import { wayback } from '../../../lib/harvest/archives.ts';
import { indexAddress } from '../../../lib/harvest/index/query.ts';
import { createStandInArchive } from '../../corpus/archive/archive.ts';
import { largePortal, makePortalCaptures } from '../../corpus/archive/scaled/portal-captures.ts';
import { useChromium } from '../support/chromium.ts';
import { look } from '../support/looks.ts';
import { byId } from '../support/popup.ts';

const language = 'zh-CN';
const stage = useChromium(language);

const { captures } = makePortalCaptures({ ...largePortal, addresses: 60, captures: 200 });
const archive = createStandInArchive(captures, { indexPerMinute: null, replaysPerMinute: null });

/** Lets the portal's server answer one address of the archive. */
function showAnswer(address: string): void {
  const path = address.slice('https://web.archive.org'.length);
  const answer = archive.answer({ method: 'GET', path, headers: {}, body: '' });
  if (answer === 'blocked' || answer.status !== 200) return;
  const type = answer.headers['content-type'] ?? 'text/html';
  stage().portal.show({ url: address.replace('https:', 'http:'), type, body: answer.body });
}

/** Shows an archive's answers under its own addresses: its index of the portal, and the bytes of each capture. */
function showArchive(): void {
  const index = indexAddress(wayback, { scope: { match: 'host', url: 'www.nbdx.cn' } });
  const raw = captures.map(({ timestamp, original }) => `https://web.archive.org/web/${timestamp}id_/${original}`);
  for (const address of [index, ...raw]) showAnswer(address);
}

describe('what the archives have', () => {
  it('is read, shown before anything is fetched, and fetched by the queue', async () => {
    showArchive();
    const page = await stage().open('library.html?view=harvest&address=www.nbdx.cn');
    await page.setViewportSize({ width: 1280, height: 1000 });
    await page.locator(byId('look-start')).click();
    await page.locator(`${byId('harvest-card')}[data-state="read"]`).waitFor();
    const asked = (): number => stage().portal.requests.filter((url) => url.includes('id_/')).length;
    expect(asked()).toBe(0);
    await page.locator(byId('harvest-open')).click();
    await page.locator(byId('harvest-plan')).waitFor();
    expect(asked()).toBe(0);
    for (const [width, name] of [
      [1280, 'harvest'],
      [360, 'harvest-narrow'],
    ] as const) {
      await page.setViewportSize({ width, height: 1000 });
      await look(page, name, language);
    }
    await page.setViewportSize({ width: 1280, height: 1000 });
    await page.locator(byId('harvest-start')).click();
    await page.locator(byId('harvest-started')).waitFor();
    await expect.poll(async () => (await stage().stored()).essays.length, { timeout: 40_000 }).toBeGreaterThan(1);
    for (const { archivedCopy } of (await stage().stored()).essays)
      expect(archivedCopy?.url).toMatch(/^https?:\/\/web\.archive\.org\/web\/\d{14}\/http/);
  }, 120_000);

  it('are all told of a kept essay, two compared, and one kept as a version beside the text in use', async () => {
    const { essays } = await stage().stored();
    const query = (url: string) => ({ scope: { match: 'exact', url }, limit: 5000, every: true }) as const;
    for (const { originalUrl } of essays) showAnswer(indexAddress(wayback, query(originalUrl)));
    const countOf = (url: string) =>
      captures.filter(({ original, status }) => original === url && status === 200).length;
    const essay = essays.toSorted((one, other) => countOf(other.originalUrl) - countOf(one.originalUrl))[0];
    const page = await stage().open(`reader.html?id=${essay?.id}`);
    await page.setViewportSize({ width: 1280, height: 1000 });
    await page.locator(byId('reader-body')).waitFor();
    await page.locator(byId('versions-toggle')).click();
    await page.locator(byId('captures-look')).click();
    await page.locator(byId('capture')).first().waitFor();
    await page.locator(byId('capture-choose')).first().check();
    const other = page.locator(byId('capture')).filter({ hasNotText: '现用文本取自这份' });
    await other.locator('input:enabled').first().check();
    await page.locator(byId('captures-compare')).click();
    await page.locator(byId('captures-compared')).waitFor();
    await page.locator(byId('captures-keep')).click();
    await expect.poll(() => page.locator(byId('version')).count()).toBe(2);
    await page.locator(byId('all-captures')).scrollIntoViewIfNeeded();
    await look(page, 'reader-captures', language);
    await page.close();
  });
});
