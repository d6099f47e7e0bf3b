import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { portalPageMaker } from '../../support/made-portal-page.ts';
import { useChromium } from '../support/chromium.ts';
import { byId } from '../support/popup.ts';

const stage = useChromium();
const make = portalPageMaker(19_990_401);
const folder = mkdtempSync(join(tmpdir(), 'wencun-import-'));

/** A saved page of an essay on the sample portal. */
function savedEssay(n: number): string {
  return make(n)
    .replace(/charset=gb2312/i, 'charset=utf-8')
    .replace('<html', `<!-- saved from url=(0031)http://www.nbdx.cn/show.asp?id=${n} -->\n<html`);
}
/** A page with a text that no school's portal served. */
const otherPage = (n: number): string =>
  `<html><head><meta charset="utf-8"><title>山中纪事（${n}）</title></head><body><h1>山中纪事（${n}）</h1>${'<p>溪水从石坎下流过，村里人清早就下田去了，傍晚才回来。</p>'.repeat(12)}</body></html>`;

const counts = { essays: 420, others: 58, pictures: 12, empty: 6, nested: 2, broken: 2 } as const;

beforeAll(() => {
  const put = (name: string, bytes: string | Uint8Array) => writeFileSync(join(folder, name), bytes);
  mkdirSync(join(folder, '0_files'));
  for (let n = 0; n < counts.essays; n += 1) put(`${n}.htm`, savedEssay(n));
  for (let n = 0; n < counts.others; n += 1) put(`other-${n}.html`, otherPage(n));
  for (let n = 0; n < counts.pictures; n += 1) put(`scan-${n}.jpg`, new Uint8Array([0xff, 0xd8, 0xff, n]));
  for (let n = 0; n < counts.empty; n += 1) put(`empty-${n}.htm`, '');
  const inner = zipSync({ 'x.htm': new TextEncoder().encode(savedEssay(999)) });
  for (let n = 0; n < counts.nested; n += 1) put(`archive-${n}.zip`, zipSync({ 'inner.zip': inner }));
  for (let n = 0; n < counts.broken; n += 1)
    put(
      `broken-${n}.mht`,
      new Uint8Array(600).map((_, at) => at % 32),
    );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const total = async (page: Page): Promise<string> => (await page.textContent('main p.count')) ?? '';
const groupOf = (page: Page, reason: string) => page.locator(`${byId('report-group')}[data-reason="${reason}"]`);
const saved = new Map<string, string>();

describe('a folder of five hundred files', () => {
  it('is imported into a new collection with a tag, and reported by reason', async () => {
    const page = await stage().open('library.html');
    await page.click(byId('import-open'));
    await page.selectOption(byId('target-shelf'), 'new');
    await page.fill(byId('target-made'), '馆藏剪存');
    await page.fill(byId('target-tag'), '待核');
    await page.press(byId('target-tag'), 'Enter');
    await page.setInputFiles(byId('import-folder'), folder);
    await page.waitForSelector(`${byId('import')}[data-stage="done"]`, { timeout: 120_000 });
    await page.click(byId('import-report'));
    await page.waitForSelector(byId('report-sum'));
    expect(await page.textContent(byId('report-sum'))).toContain(`已导入 ${counts.essays} 篇`);
    const told = await page
      .locator(byId('report-group'))
      .evaluateAll((groups) =>
        groups.map((group) => [group.getAttribute('data-reason'), group.querySelector('summary b')?.textContent]),
      );
    expect(told).toEqual([
      ['not-an-essay', `${counts.others}`],
      ['empty', `${counts.empty}`],
      ['nested', `${counts.nested}`],
      ['binary', `${counts.broken}`],
      ['other-kind', `${counts.pictures}`],
    ]);
    saved.set('report', page.url());
    await page.close();
  }, 180_000);

  it('leads to exactly what came in, in its collection and with its tag', async () => {
    const page = await stage().open('library.html');
    await page.goto(saved.get('report') ?? '');
    await page.click(byId('report-show'));
    await expect.poll(() => total(page)).toContain(`${counts.essays}`);
    expect(await page.textContent(byId('chosen'))).toContain('这次导入的');
    const { essays } = await stage().stored();
    expect(essays.filter(({ tags, shelves }) => tags.length === 1 && shelves.length === 1)).toHaveLength(counts.essays);
    await page.close();
  });

  it('has its report saved as a table, with a line for each of the five hundred', async () => {
    const page = await stage().open('library.html');
    await page.goto(saved.get('report') ?? '');
    await page.waitForSelector(byId('report-csv'));
    await page.evaluate('delete window.showSaveFilePicker');
    const [file] = await Promise.all([page.waitForEvent('download'), page.click(byId('report-csv'))]);
    const lines = readFileSync(await file.path(), 'utf8')
      .trim()
      .split('\r\n');
    expect(lines).toHaveLength(501);
    expect(lines.filter((line) => line.includes('scan-'))).toHaveLength(counts.pictures);
    await page.close();
  });

  it('has what was not recognised kept all the same: one, then the others, from the files chosen again', async () => {
    const page = await stage().open('library.html');
    await page.goto(saved.get('report') ?? '');
    const group = groupOf(page, 'not-an-essay');
    await group.locator(byId('keep-item')).first().click();
    await page.setInputFiles(byId('import-folder'), folder);
    await expect.poll(() => page.textContent(byId('report-sum')), { timeout: 60_000 }).toContain('又收存了 1 篇');
    expect(await group.locator('summary b').textContent()).toBe(`${counts.others - 1}`);
    await group.locator(byId('keep-group')).click();
    await expect.poll(() => group.count(), { timeout: 60_000 }).toBe(0);
    await page.click(byId('report-show'));
    await expect.poll(() => total(page)).toContain(`${counts.essays + counts.others}`);
    await page.close();
  }, 120_000);
});
