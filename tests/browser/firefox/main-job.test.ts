import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { essayRecord } from '../../../scripts/clip/record.ts';
import { answer, sampleUrls } from '../../corpus/portal/routes.ts';
import { clipByCommandLine } from '../support/command-line.ts';
import { useFirefox } from '../support/firefox.ts';
import { byId } from '../support/popup.ts';
import { originalOf, pagesToCompare, sha256, written } from '../support/records.ts';

const stage = useFirefox();

const textOf = (page: Page, testid: string): Promise<string> =>
  page.$eval(byId(testid), (element) => element.textContent ?? '');

/** Keeps a page by the popup about it; the popup stays open, showing that. */
async function keep(page: Page): Promise<Page> {
  const popup = await stage().popup(page, 'recognised');
  await popup.click(byId('keep'));
  await popup.waitForSelector(`${byId('page')}[data-state="kept"]`);
  return popup;
}

describe('in Firefox', () => {
  it.each([
    ['an essay', sampleUrls.essay('1103'), '文'],
    ['a replay', sampleUrls.replay, '文'],
    ['the home page', sampleUrls.home, ''],
    ['a column list', sampleUrls.list, ''],
  ])('the toolbar shows whether %s is one', async (_, url, text) => {
    const page = await stage().visit(url);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await expect.poll(() => stage().badge(page)).toBe(text);
    await page.close();
  });

  it('the popup tells what the page is and why, and keeps it', async () => {
    const page = await stage().visit(sampleUrls.essay('1106'));
    const popup = await stage().popup(page, 'recognised');
    expect(await textOf(popup, 'page')).toContain('从一张便民卡看机关作风');
    await popup.click(byId('evidence-toggle'));
    // The evidence is loaded when it is asked for.
    await expect.poll(() => textOf(popup, 'page')).toContain('发布日期：2006/08/02');
    await popup.click(byId('keep'));
    await popup.waitForSelector(`${byId('page')}[data-state="kept"]`);
    expect(await stage().badge(page)).toBe('✓');
    await popup.close();
    await page.close();
  });

  it('a page outside the granted hosts is not read unasked', async () => {
    const page = await stage().visit(sampleUrls.englishNews);
    expect(await stage().badge(page)).toBe('');
    const popup = await stage().popup(page, 'cannot-be-read');
    await popup.close();
    await page.close();
  });

  it('library and reader show what is kept, and a deletion can be undone', async () => {
    const library = await stage().open('library.html', byId('library-row'));
    const count = () => library.$$eval(byId('library-row'), (rows) => rows.length);
    await library.click(byId('delete'));
    await library.waitForSelector(byId('undo'));
    await expect.poll(count).toBe(0);
    await library.click(byId('undo'));
    await expect.poll(count).toBe(1);
    await library.close();

    const [row] = (await stage().stored()).essays;
    const reader = await stage().open(`reader.html?id=${row?.id}`, byId('reader-body'));
    expect(await textOf(reader, 'reader-body')).toContain('一张比名片略大的卡片');
    await reader.click(byId('provenance-toggle'));
    await reader.waitForSelector(byId('field'));
    await reader.click(byId('original-toggle'));
    await reader.waitForSelector(byId('original-frame'));
    await reader.close();
  });
});

describe('the record kept in Firefox', () => {
  const lines = clipByCommandLine(pagesToCompare);

  it.each(pagesToCompare.map((url, index) => [url, index] as const))(
    'is that of the command line: %s',
    async (url, index) => {
      const page = await stage().visit(url);
      await (await keep(page)).close();
      await page.close();
      const { body, capture, bytes } = originalOf(await stage().stored(), url);
      expect(essayRecord(body)).toEqual(lines[index]?.essay);
      expect(body.provenance.recognition.evidence).toEqual(lines[index]?.evidence);
      expect(written(bytes)).toBe(written(answer(new URL(url)).body));
      expect(capture).toMatchObject({
        originalForm: 'served',
        pageUrl: url,
        charset: 'gb18030',
        sha256: sha256(bytes),
      });
    },
  );
});
