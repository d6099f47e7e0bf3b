import 'fake-indexeddb/auto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hostileBodies } from '../../../corpus/hostile/bodies.ts';
import { actsOf } from '../../../support/hostile/acts-of.ts';
import { hostileBackup } from '../../../support/hostile/hostile-backup.ts';
import { hostileWarc } from '../../../support/hostile/hostile-warc.ts';
import { useFirefox } from '../../support/firefox.ts';
import { byId } from '../../support/popup.ts';

const stage = useFirefox();
const folder = mkdtempSync(join(tmpdir(), 'wencun-hostile-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Firefox asks the proxy for everything that it asks for at all; its own services are not ours. */
const asked = (): readonly string[] =>
  stage().portal.requests.filter((address) => !/\.(?:mozilla|firefox)\.(?:com|net|org)[/:]/.test(address));

async function give(page: Page, testid: string, name: string, bytes: Buffer): Promise<void> {
  const file = join(folder, name);
  writeFileSync(file, bytes);
  const input = await page.waitForSelector(`input${byId(testid)}`);
  await (input as unknown as { uploadFile: (path: string) => Promise<void> }).uploadFile(file);
}

/** What is of our own making: an icon and a button where an image is not there, and the way to the library's list of a field. */
const own = { elements: ['svg', 'path', 'button'], links: /^\/library\.html\?\w+=[\w%.*+~!'()-]*$/ };

/** Every essay as the printed pages show it. */
async function printAll(most: number): Promise<void> {
  const ids = (await stage().stored()).essays.map(({ id }) => id).slice(0, most);
  const page = await stage().open(`print.html#${ids.join(',')}`, `${byId('print')}[data-state="ready"]`);
  const shown = await page.$$eval(byId('sheet'), (sheets) => sheets.map((sheet) => sheet.outerHTML));
  expect(shown).toHaveLength(ids.length);

  expect(shown.flatMap((html) => actsOf(html, own))).toEqual([]);
  await page.close();
}

describe('hostile bodies and fields in Firefox', () => {
  const before: string[] = [];
  beforeAll(() => {
    before.push(...asked());
  });

  it('of a restored backup do nothing in library, print, reader and the page as captured', async () => {
    const library = await stage().open('library.html', byId('backup-open'));
    await library.click(byId('backup-open'));
    await give(library, 'backup-file', 'b.zip', await hostileBackup());
    await library.waitForSelector(byId('backup-restore'));
    await library.click(byId('backup-restore'));
    await library.waitForSelector(byId('backup-restored'));
    await library.close();
    const { essays } = await stage().stored();
    expect(essays.length).toBeGreaterThan(200);
    await printAll(500);
    const oneOfEach = new Map(hostileBodies.map(({ kind }, at) => [kind, at]));
    for (const at of [...oneOfEach.values()].slice(0, 5)) {
      const row = essays.find(({ originalUrl }) => originalUrl.endsWith(`=${70_000 + at}`));
      const reader = await stage().open(`reader.html?id=${row?.id}`, byId('reader-body'));
      await reader.click(byId('original-toggle'));
      await reader.waitForSelector(byId('original-frame'));
      await reader.close();
    }
    expect(asked()).toEqual(before);
  });

  it('of an import do nothing', async () => {
    const held = (await stage().stored()).essays.length;
    const library = await stage().open('library.html', byId('import-open'));
    await library.click(byId('import-open'));
    await give(library, 'import-files', 'a.warc', hostileWarc());
    await library.waitForSelector(`${byId('import')}[data-stage="done"]`, { timeout: 50_000 });
    await library.close();
    expect((await stage().stored()).essays.length - held).toBeGreaterThan(200);
    await printAll(500);
    expect(asked()).toEqual(before);
    // Where other work runs as well, some hundred pages take a minute.
  }, 150_000);
});
