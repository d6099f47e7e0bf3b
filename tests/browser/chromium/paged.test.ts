import { describe, expect, it } from 'vitest';
import { missingPageWords } from '../../../lib/pipeline/missing-page.ts';
import { pagedParagraphs } from '../../corpus/portal/paged.ts';
import { answer, sampleUrls } from '../../corpus/portal/routes.ts';
import { useChromium } from '../support/chromium.ts';
import { byId, keepByPopup, pressToolbar } from '../support/popup.ts';
import { originalOf } from '../support/records.ts';

const stage = useChromium();
const { paged } = sampleUrls;
/** The clipper pauses between the pages that it fetches. */
const inTime = { timeout: 10_000 };
const servedText = (url: string): string => Buffer.from(answer(new URL(url)).body).toString('latin1');

/** The addresses that the portal was asked for while `act` went on. */
async function requestsDuring(act: () => Promise<void>): Promise<readonly string[]> {
  const before = stage().portal.requests.length;
  await act();
  return stage()
    .portal.requests.slice(before)
    .filter((url) => url.endsWith('.shtml'));
}

async function keep(url: string): Promise<void> {
  const page = await stage().visit(url);
  await keepByPopup(stage(), page);
  await page.close();
}

describe('an essay of three pages', () => {
  it('is kept whole, from its first page', async () => {
    const asked = await requestsDuring(() => keep(paged(1)));
    expect(asked).toEqual([paged(1), paged(2), paged(3)]);
    const { body } = originalOf(await stage().stored(), paged(1));
    expect(body.text.split('\n')).toEqual(pagedParagraphs);
    expect(body).toMatchObject({
      title: '一百三十座老桥',
      authors: ['程秋实'],
      publishedOn: '2009-08-31',
      source: '云溪通讯',
      originalUrl: paged(1),
    });
    expect(body.provenance.missingPages).toEqual([]);
  });

  it('has the bytes of all its pages', async () => {
    const { originals } = await stage().stored();
    expect(originals.map(({ bytes, otherPages }) => [bytes, ...otherPages])).toEqual([
      [paged(1), paged(2), paged(3)].map(servedText),
    ]);
  });

  it('is known as kept on its other pages, and is the same essay when kept from there', async () => {
    const page = await stage().visit(paged(3));
    const popup = await pressToolbar(stage(), page);
    await popup.expectState('kept');
    await popup.press('again');
    await expect.poll(async () => (await stage().stored()).captures.length, inTime).toBe(2);
    await popup.close();
    await page.close();
    const stored = await stage().stored();
    expect(stored.essays).toHaveLength(1);
    const { body, capture } = originalOf(stored, paged(3));
    expect(body).toMatchObject({ originalUrl: paged(1), text: pagedParagraphs.join('\n') });
    expect(capture.originalForm).toBe('served');
  });
});

describe('an essay with a page that cannot be had', () => {
  it('is kept, page by page, with a mark in its place, and says so in the reader', async () => {
    const page = await stage().visit(paged(1, '6102'));
    const popup = await pressToolbar(stage(), page);
    await popup.press('keep');
    await expect.poll(() => popup.text(), { ...inTime, interval: 50 }).toContain('第 3 页，共 3 页');
    await popup.expectState('kept');
    await popup.close();
    await page.close();
    const { body } = originalOf(await stage().stored(), paged(1, '6102'));
    expect(body.provenance.missingPages).toEqual([paged(2, '6102')]);
    expect(body.text).not.toContain('第2页');
    const reader = await stage().open(`reader.html?id=${body.essayId}`);
    await reader.locator(byId('reader-body')).waitFor();
    expect(await reader.locator(byId('reader-body')).textContent()).toContain(missingPageWords(2, paged(2, '6102')));
    await reader.close();
  });

  it('is completed when the page is there again', async () => {
    const url = paged(2, '6102');
    stage().portal.show({ url, body: answer(new URL(paged(2))).body });
    const page = await stage().visit(paged(1, '6102'));
    const popup = await pressToolbar(stage(), page);
    await popup.press('again');
    await expect
      .poll(async () => originalOf(await stage().stored(), paged(1, '6102')).body.provenance.missingPages, inTime)
      .toEqual([]);
    await popup.close();
    await page.close();
    expect(originalOf(await stage().stored(), paged(1, '6102')).body.text.split('\n')).toEqual(pagedParagraphs);
  });
});
