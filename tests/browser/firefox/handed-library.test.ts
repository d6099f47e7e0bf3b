import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { JSDOM } from 'jsdom';
import puppeteer, { type Browser } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeLibrary } from '../../../lib/export/hand-over/write-library.ts';
import { noParts, recordOfEssay } from '../../../lib/export/record.ts';
import { essayMaker } from '../../../scripts/bench/collection/made-essays.ts';
import { findFirefox } from '../../../scripts/setup/firefox.ts';
import { hostileBodies } from '../../corpus/hostile/bodies.ts';
import { sampleEssay } from '../../support/keepings.ts';

const folder = mkdtempSync(join(tmpdir(), 'wencun-handed-'));
const file = join(folder, 'library.html');
const opened: { browser?: Browser } = {};
const make = essayMaker(7);

beforeAll(async () => {
  const plain = Array.from({ length: 20 }, (_, n) => {
    const { row, body } = make(n);
    const html = body.text.replace(/^.+$/gm, '<p>$&</p>');
    return recordOfEssay(String(n), sampleEssay({ title: row.title, text: body.text, html }), noParts);
  });
  const hostile = hostileBodies.map(({ html }, n) =>
    recordOfEssay(`hostile ${n}`, sampleEssay({ title: html, html: `<p>${html}</p>`, text: '灯火' }), noParts),
  );
  const parts: Uint8Array[] = [];
  for await (const bytes of writeLibrary([...plain, ...hostile], { document: new JSDOM('').window.document }))
    parts.push(bytes);
  writeFileSync(file, Buffer.concat(parts));
  opened.browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: findFirefox() ?? '',
    headless: true,
  });
});
afterAll(async () => {
  await opened.browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

it('opens in Firefox from the disk: the search finds, an essay opens, and nothing that its essays hold runs or loads', async () => {
  const page = await opened.browser?.newPage();
  if (page === undefined) throw new Error('No Firefox.');
  const told: string[] = [];
  page.on('request', (request) => void (/^(?:file|data):/.test(request.url()) || told.push(request.url())));
  page.on('dialog', (dialog) => void dialog.dismiss().then(() => told.push('dialog')));
  page.on('pageerror', (error) => told.push(String(error)));
  await page.goto(pathToFileURL(file).href);
  const total = await page.$$eval('#contents li', (items) => items.length);
  expect(total).toBe(20 + hostileBodies.length);
  const { row } = make(3);
  await page.type('.box', row.title);
  const shown = () =>
    page.$$eval('#contents li:not([hidden]) .t', (titles) => titles.map((title) => title.textContent));
  await expect.poll(async () => (await shown()).length).toBeLessThan(total);
  expect(await shown()).toContain(row.title);
  await page.click('#contents li:not([hidden]) a');
  await expect.poll(() => page.$$eval('.essay.open', (open) => open.length)).toBe(1);
  for (let n = 21; n <= total; n += 1) await page.evaluate((at) => void Object.assign(location, { hash: `e${at}` }), n);
  await expect.poll(() => page.$eval('.essay.open', ({ id }) => id)).toBe(`e${total}`);
  expect(told).toEqual([]);
});
