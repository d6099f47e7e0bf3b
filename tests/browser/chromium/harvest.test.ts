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

/** Puts looks in every state beside the one that is there, and a list that names two essays which nobody captured. Self-contained: it is sent to the page as text. */
async function putStates(): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('wencun-archives');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const transaction = database.transaction(['harvests', 'harvestLists'], 'readwrite');
  const harvests = transaction.objectStore('harvests');
  const [read] = await new Promise<readonly { readonly id: string; readonly madeAt: string }[]>((resolve) => {
    const request = harvests.getAll();
    request.onsuccess = () => resolve(request.result);
  });
  const states = {
    'paused.example': { state: 'paused', rows: 20_000 },
    'excluded.example': { state: 'failed', reason: 'excluded' },
    'cut-off.example': { state: 'failed', reason: 'cut-off', archive: 'https://library.example/portals' },
    'no-index.example': { state: 'failed', reason: 'http-404', archive: 'arquivo' },
    'none.example': { state: 'read', rows: 0 },
    'lists.example': { state: 'read', lists: 'paused', listsOf: 120, listsDone: 37 },
  };
  for (const [written, state] of Object.entries(states))
    harvests.put({ ...read, madeAt: '2026-01-01T00:00:00Z', parts: 0, ...state, written, id: written });
  const essays = [9001, 9002].map((n) => ({
    key: `http://nbdx.cn/show.asp?id=${n}`,
    address: `http://www.nbdx.cn/show.asp?id=${n}`,
    title: `关于县域经济发展的调查与思考之${n}`,
    date: '2005-07-14',
    column: '经济研究',
    list: 'http://www.nbdx.cn/list.asp?classid=12',
    listedAt: '20060301000000',
    isEssay: true,
  }));
  const list = { harvest: read?.id, key: 'http://nbdx.cn/list.asp?classid=12', captures: [], state: 'read', essays };
  transaction.objectStore('harvestLists').put(list);
  await new Promise((resolve) => transaction.addEventListener('complete', resolve));
  database.close();
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

  it('are told in each state: paused, failed, none, lists under way, and with what is lost', async () => {
    const page = await stage().open('library.html?view=harvest');
    const card = (name: string) => page.locator(byId('harvest-card')).filter({ hasText: name });
    await card('www.nbdx.cn').waitFor();
    await page.evaluate(putStates);
    await page.reload();
    await card('cut-off.example').waitFor();
    await card('www.nbdx.cn').locator(byId('harvest-open')).click();
    await page.locator(`${byId('harvest-lost')}[data-count="2"]`).waitFor();
    for (const [width, name] of [
      [1280, 'harvest-states'],
      [360, 'harvest-states-narrow'],
    ] as const) {
      await page.setViewportSize({ width, height: 2400 });
      await look(page, name, language);
    }
    await page.close();
  });

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
