import 'fake-indexeddb/auto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { hostileBodies } from '../../../corpus/hostile/bodies.ts';
import { hostilePage } from '../../../corpus/hostile/page.ts';
import { actsOf } from '../../../support/hostile/acts-of.ts';
import { hostileBackup } from '../../../support/hostile/hostile-backup.ts';
import { hostileWarc } from '../../../support/hostile/hostile-warc.ts';
import { useChromium } from '../../support/chromium.ts';
import { byId, keepByPopup } from '../../support/popup.ts';

const stage = useChromium();
/** What was asked for, run, or held back by the policy of our own pages alone. */
const deeds: string[] = [];
/** Addresses of pages that are meant to be live: what happens there is their own. */
const live = new Set<string>();

/** What Chromium says of documents that are only parsed, where none of it is done; what is shown is looked at by itself. */
const inert = /^(?:Executing inline event handler|Setting the document's base URI)/;

/** The page that did it, without what stands behind the name. */
const placeOf = (address: string): string => /[^/]+(?=[?#]|$)/.exec(address.replace(/[?#].*/s, ''))?.[0] ?? '';

beforeAll(() => {
  const { context } = stage().session;
  context.on('request', (request) => {
    const url = request.url();
    const worker = request.serviceWorker() !== null;
    // The images of an essay that the reader keeps are asked for at its own site, and the live pages are visited.
    if (!/^(?:https?|ftp|wss?):/.test(url) || live.has(url) || (worker && url.startsWith('http://www.nbdx.cn/')))
      return;
    const from = worker ? 'worker' : request.frame().page().url();
    if (!live.has(from)) deeds.push(`${placeOf(from)} asks for ${url}`);
  });
  context.on('dialog', (dialog) => void dialog.dismiss().then(() => deeds.push(`dialog ${dialog.message()}`)));
  context.on('console', (message) => {
    const from = message.page()?.url() ?? '';
    if (!live.has(from) && /Content Security Policy|sandboxed/.test(message.text()) && !inert.test(message.text()))
      deeds.push(`${placeOf(from)} held back: ${message.text().slice(0, 200)}`);
  });
});

const ids = async (): Promise<readonly string[]> => (await stage().stored()).essays.map(({ id }) => id);

/** What is of our own making: an icon and a button where an image is not there, and the way to the library's list of a field. */
const own = { elements: ['svg', 'path', 'button'], links: /^\/library\.html\?\w+=[\w%.*+~!'()-]*$/ };

/** Every essay as the printed pages show it. */
async function printAll(): Promise<void> {
  const all = await ids();
  const page = await stage().open(`print.html#${all.slice(0, 500).join(',')}`);
  await page.locator(`${byId('print')}[data-state="ready"]`).waitFor({ timeout: 30_000 });
  expect(await page.locator(byId('sheet')).count()).toBe(Math.min(500, all.length));
  const shown = await page.locator(byId('sheet')).evaluateAll((sheets) => sheets.map((sheet) => sheet.outerHTML));

  expect(shown.flatMap((html) => actsOf(html, own))).toEqual([]);
  await page.emulateMedia({ media: 'print' });
  await page.close();
}

/** Some hundred essays are written one by one: a busy machine takes its time. In milliseconds. */
const patience = 60_000;

async function choose(page: Page, format: string): Promise<Buffer> {
  await page.locator(`[data-format="${format}"]`).click();
  const [file] = await Promise.all([
    page.waitForEvent('download', { timeout: patience }),
    page.locator(byId('export-start')).click(),
  ]);
  await page.locator(byId('export-done')).waitFor({ timeout: patience });
  const bytes = await readFile(await file.path());
  await page.locator(byId('export-again')).click();
  return bytes;
}

describe('hostile bodies and fields', () => {
  it('of a restored backup do nothing in library and print', async () => {
    const library = await stage().open('library.html');
    await library.locator(byId('backup-open')).click();
    const file = { name: 'b.zip', mimeType: 'application/zip', buffer: await hostileBackup() };
    await library.locator(byId('backup-file')).setInputFiles(file);
    await library.locator(byId('backup-restore')).click();
    await library.locator(byId('backup-restored')).waitFor();
    await library.locator(byId('backup-close')).click();
    await library.locator(byId('library-row')).first().waitFor();
    await library.locator(byId('library-search')).fill('水渠');
    await library
      .locator(`${byId('library-row')} mark`)
      .first()
      .waitFor();
    await library.close();
    expect((await ids()).length).toBeGreaterThan(200);
    await printAll();
    expect(deeds).toEqual([]);
  });

  it('do nothing in exported pages, whoever opens them', async () => {
    const library = await stage().open('library.html');
    await library.evaluate('delete window.showSaveFilePicker');
    await library.locator(byId('export-open')).click();
    const folder = mkdtempSync(join(tmpdir(), 'wencun-hostile-'));
    const names: string[] = [];
    for (const format of ['html', 'epub'] as const) {
      const zip = await choose(library, format);
      for (const [path, bytes] of Object.entries(unzipSync(zip))) {
        // A book holds the same words: some of its chapters are enough.
        if (!(format === 'html' ? /\.html$/ : /0\.xhtml$/).test(path)) continue;
        const name = `${format}-${names.length}.${path.split('.').at(-1)}`;
        writeFileSync(join(folder, name), bytes);
        names.push(name);
      }
    }
    await library.close();
    writeFileSync(join(folder, 'all.htm'), names.map((name) => `<iframe src="${name}"></iframe>`).join(''));
    const viewer = await stage().session.context.newPage();
    await viewer.goto(pathToFileURL(join(folder, 'all.htm')).href, { waitUntil: 'load', timeout: 50_000 });
    expect(viewer.frames().length).toBeGreaterThan(270);
    await viewer.close();
    rmSync(folder, { recursive: true });
    expect(deeds).toEqual([]);
  });

  it('of an import do nothing', async () => {
    const before = (await ids()).length;
    const library = await stage().open('library.html');
    await library.locator(byId('import-open')).click();
    const file = { name: 'a.warc', mimeType: 'application/warc', buffer: hostileWarc() };
    await library.locator(byId('import-files')).setInputFiles(file);
    await library.locator(`${byId('import')}[data-stage="done"]`).waitFor({ timeout: 40_000 });
    await library.close();
    expect((await ids()).length - before).toBeGreaterThan(200);
    await printAll();
    expect(deeds).toEqual([]);
    // Where other work runs as well, some hundred pages take a minute.
  }, 150_000);

  it('do nothing in the reader, nor in the page as captured beside it', async () => {
    const { essays } = await stage().stored();
    const oneOfEach = new Map(hostileBodies.map(({ kind }, at) => [kind, at]));
    for (const at of oneOfEach.values()) {
      const row = essays.find(({ originalUrl }) => originalUrl.endsWith(`=${70_000 + at}`));
      const reader = await stage().open(`reader.html?id=${row?.id}`);
      await reader.locator(byId('reader-body')).waitFor();
      await reader.locator(byId('original-toggle')).click();
      await reader.frameLocator(byId('original-frame')).getByText('水渠修到第8里').waitFor();
      await reader.close();
    }
    expect(deeds).toEqual([]);
  });

  it('of a live page do nothing in what was kept of it', async () => {
    for (const kind of ['handler', 'foreign', 'mutation', 'clobber']) {
      const some = hostileBodies.filter((body) => body.kind === kind).slice(0, 4);
      const url = `http://www.nbdx.cn/show.asp?id=hostile-${kind}`;
      live.add(url);
      stage().portal.show({
        url,
        type: 'text/html; charset=utf-8',
        body: new TextEncoder().encode(hostilePage(some.map(({ html }) => html).join('</p><p>字</p>'))),
      });
      const page = await stage().visit(url);
      await keepByPopup(stage(), page);
      await page.close();
    }
    const row = (await stage().stored()).essays.filter(({ originalUrl }) => originalUrl.includes('=hostile-'));
    expect(row).toHaveLength(4);
    await printAll();
    expect(deeds).toEqual([]);
  });
});
