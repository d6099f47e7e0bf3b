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

/** Shows an archive's answers under its own addresses: its index of the portal, and the bytes of each capture. */
function showArchive(): void {
  const { captures } = makePortalCaptures({ ...largePortal, addresses: 60, captures: 200 });
  const archive = createStandInArchive(captures, { indexPerMinute: null, replaysPerMinute: null });
  const index = indexAddress(wayback, { scope: { match: 'host', url: 'www.nbdx.cn' } });
  const raw = captures.map(({ timestamp, original }) => `https://web.archive.org/web/${timestamp}id_/${original}`);
  for (const address of [index, ...raw]) {
    const path = address.slice('https://web.archive.org'.length);
    const answer = archive.answer({ method: 'GET', path, headers: {}, body: '' });
    if (answer === 'blocked' || answer.status !== 200) continue;
    const type = answer.headers['content-type'] ?? 'text/html';
    stage().portal.show({ url: address.replace('https:', 'http:'), type, body: answer.body });
  }
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
});
