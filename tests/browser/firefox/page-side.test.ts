import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { picturedEssay } from '../../corpus/portal/pictured.ts';
import { sampleUrls } from '../../corpus/portal/routes.ts';
import { useFirefox } from '../support/firefox.ts';
import { eventNames, nothing, readRecord, recordPage } from '../support/page-recorder.ts';
import { byId } from '../support/popup.ts';

const stage = useFirefox();

async function visitRecorded(url: string): Promise<Page> {
  const page = await stage().session.browser.newPage();
  const names = JSON.stringify(eventNames('wencun@wencun.example'));
  await page.evaluateOnNewDocument(`addEventListener('load', () => (${recordPage})(${names}))`);
  await page.goto(url);
  return page;
}

describe('a page in Firefox', () => {
  it.each([
    ['an essay', sampleUrls.essay('1104')],
    ['an essay with images', sampleUrls.essay(picturedEssay.id)],
  ])('learns nothing when it is recognised and kept: %s', async (_, url) => {
    const page = await visitRecorded(url);
    await expect.poll(() => stage().badge(page)).toBe('文');
    expect(await page.evaluate(readRecord)).toEqual(nothing);
    const popup = await stage().popup(page, 'recognised');
    await popup.click(byId('keep'));
    await popup.waitForSelector(`${byId('page')}[data-state="kept"]`);
    await popup.close();
    await page.bringToFront();
    expect(await page.evaluate(readRecord)).toEqual(nothing);
    await page.close();
    expect((await stage().stored()).captures.at(-1)?.originalForm).toBe('served');
  });

  it('has its bytes asked for as a reload asks', async () => {
    const url = sampleUrls.essay('1106');
    const page = await visitRecorded(url);
    await page.reload();
    const popup = await stage().popup(page, 'recognised');
    await popup.click(byId('keep'));
    await popup.waitForSelector(`${byId('page')}[data-state="kept"]`);
    const asked = stage()
      .portal.answers.filter(({ address }) => address === url)
      .map(({ asked }) => asked);
    const names = [
      'accept',
      'accept-language',
      'user-agent',
      'upgrade-insecure-requests',
      'origin',
      'referer',
      'sec-fetch-mode',
      'x-requested-with',
    ];
    const told = asked.map((headers) => Object.fromEntries(names.map((name) => [name, headers[name]])));
    expect(told).toHaveLength(3);
    expect(told[2]).toEqual(told[1]);
    await popup.close();
    await page.close();
  });
});
