import { beforeAll, expect, it } from 'vitest';
import { pictureAddresses, picturedEssay } from '../../corpus/portal/pictured.ts';
import { sampleUrls } from '../../corpus/portal/routes.ts';
import { useChromium } from '../support/chromium.ts';
import { byId, keepByPopup } from '../support/popup.ts';
import { readStoredImages } from '../support/stored-images.ts';

const stage = useChromium();
/** What pages and background of the extension asked of the web, in order. */
const asked: string[] = [];

beforeAll(() => {
  const { context } = stage().session;
  context.on('request', (request) => {
    const own = stage().session.url('');
    // A page's own file is also asked for before there is a frame that asks.
    if (request.url().startsWith(own) || /^(?:data|blob):/.test(request.url())) return;
    if (request.serviceWorker() !== null || request.frame().page().url().startsWith(own)) asked.push(request.url());
  });
});

/** What the portal, which stands for the whole web here, was asked for while something was done. */
async function webWhile(work: () => Promise<void>): Promise<readonly string[]> {
  const before = stage().portal.requests.length;
  await work();
  return stage()
    .portal.requests.slice(before)
    .filter((address) => !address.endsWith('/favicon.ico'));
}

it('a whole session asks the web for what the reader asked for, and for nothing else', async () => {
  const { session, visit, open, stored } = stage();
  const page = await visit(sampleUrls.essay('1101'));
  expect(await webWhile(() => keepByPopup(stage(), page)), 'keeping a page that is shown').toEqual([]);
  await page.close();

  const pictured = await visit(sampleUrls.essay(picturedEssay.id));
  await pictured.waitForLoadState('load');
  const images = await webWhile(async () => {
    await keepByPopup(stage(), pictured);
    await expect.poll(async () => (await stored()).essays.length, { timeout: 15_000 }).toBe(2);
    // Images are fetched after the essay is told kept. One that the site has lost is asked for once or twice, as the browser remembers its answer.
    const through = async () => (await (await session.worker()).evaluate(readStoredImages)).length;
    await expect.poll(through).toBe(pictureAddresses.length);
  });
  const [essay] = (await stored()).bodies.filter(({ html }) => html.includes('<img'));
  const own = [...(essay?.html ?? '').matchAll(/src="([^"]+)"/g)].map(([, address]) => address);
  expect(
    images.filter((address) => !own.includes(address)),
    'keeping an essay with pictures',
  ).toEqual([]);
  await pictured.close();

  const atHome = await webWhile(async () => {
    const library = await open('library.html');
    await library.locator(byId('library-row')).first().waitFor();
    await library.locator(byId('library-search')).fill((await stored()).bodies[0]?.text.slice(60, 64) ?? '');
    await library
      .locator(`${byId('library-row')} mark`)
      .first()
      .waitFor();
    await library.locator(byId('library-search')).fill('');
    await expect.poll(() => library.locator(byId('library-row')).count(), { timeout: 15_000 }).toBe(2);
    await library.evaluate('delete window.showSaveFilePicker');
    await library.locator(byId('export-open')).click();
    for (const format of ['html', 'epub', 'markdown', 'warc', 'bibtex']) {
      await library.locator(`[data-format="${format}"]`).click();
      const [file] = await Promise.all([
        library.waitForEvent('download'),
        library.locator(byId('export-start')).click(),
      ]);
      await file.path();
      await library.locator(byId('export-again')).click();
    }
    await library.keyboard.press('Escape');
    await library.locator(byId('backup-open')).click();
    const [backup] = await Promise.all([
      library.waitForEvent('download'),
      library.locator(byId('backup-save')).click(),
    ]);
    await backup.path();
    await library.locator(byId('backup-saved')).waitFor();
    await library.locator(byId('backup-close')).click();
    const ids = (await stored()).essays.map(({ id }) => id);
    for (const id of ids) {
      const reader = await open(`reader.html?id=${id}`);
      await reader.locator(byId('reader-body')).waitFor();
      await reader.locator(byId('original-toggle')).click();
      await reader.frameLocator(byId('original-frame')).locator('body').waitFor();
      await reader.close();
    }
    const print = await open(`print.html#${ids.join(',')}`);
    await print.locator(`${byId('print')}[data-state="ready"]`).waitFor();
    await print.close();
    for (const view of ['trash', 'queue', 'check']) await (await open(`library.html?view=${view}`)).close();
    await library.close();
    await stage().stopWorker();
    await session.worker().catch(() => undefined);
  });
  expect(atHome, 'searching, reading, exporting, backing up').toEqual([]);
  expect(asked.filter((address) => !own.includes(address))).toEqual([]);
});

it('pages that show nothing of strangers take no styles but their own, and report none of these', async () => {
  for (const name of ['popup', 'options', 'welcome']) {
    const page = await stage().session.context.newPage();
    const refused: string[] = [];
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) refused.push(message.text());
    });
    await page.goto(stage().session.url(`${name}.html`));
    await page.locator('#app :is(h1, h2, button)').first().waitFor();
    expect(refused, name).toEqual([]);
    const outline = await page.evaluate(() => {
      document.head.append(Object.assign(document.createElement('style'), { textContent: 'body{outline:7px solid}' }));
      return getComputedStyle(document.body).outlineWidth;
    });
    expect(outline, name).not.toBe('7px');
    await page.close();
  }
}, 30_000);
