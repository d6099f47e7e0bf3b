import { describe, expect, it } from 'vitest';
import { sampleUrls } from '../../corpus/portal/routes.ts';
import { useChromium } from '../support/chromium.ts';
import { byId, keepByPopup, popupInTab, pressToolbar } from '../support/popup.ts';

const stage = useChromium();

describe('a site outside the granted hosts', () => {
  it('is not looked at unasked', async () => {
    const page = await stage().visit(sampleUrls.unknownSchool);
    await page.waitForTimeout(300);
    expect(await stage().badge(page)).toMatchObject({ text: '' });
    const popup = await popupInTab(stage(), page);
    await popup.locator(`${byId('page')}[data-state="cannot-be-read"]`).waitFor();
    await popup.close();
    await page.close();
  });

  it('is recognised when the toolbar button is pressed, and kept', async () => {
    const page = await stage().visit(sampleUrls.unknownSchool);
    const popup = await pressToolbar(stage(), page);
    await popup.expectState('recognised');
    // The fields come after the head of the card: what is not needed for its first picture is loaded later.
    await expect.poll(() => popup.text()).toContain('中共云溪县委党校');
    await popup.close();
    await keepByPopup(stage(), page);
    const { essays } = await stage().stored();
    expect(essays).toMatchObject([{ title: '山区县干部培训的难点与出路', institution: '中共云溪县委党校' }]);
    await page.close();
  });

  it('is kept anyway, although it is an English news page', async () => {
    const page = await stage().visit(sampleUrls.englishNews);
    const popup = await pressToolbar(stage(), page);
    await popup.expectState('not-an-essay');
    await popup.press('anyway');
    await popup.expectState('kept');
    await popup.close();
    const { essays, bodies } = await stage().stored();
    const kept = essays.find(({ originalUrl }) => originalUrl === sampleUrls.englishNews);
    expect(kept).toMatchObject({ title: 'Footbridge reopens after a winter of repairs', institution: null });
    const body = bodies.find(({ captureId }) => captureId === kept?.captureId);
    expect(body?.text).toContain('The footbridge between the fish market');
    expect(body?.text).not.toContain('All rights reserved');
    expect(body?.provenance.recognition.portal).toBe(false);
    await page.close();
  });
});

describe('what cannot be read', () => {
  it.each([
    ['a page of the browser', 'chrome://version/'],
    ['a PDF', sampleUrls.pdf],
  ])('is %s, and the popup says so', async (_, url) => {
    const page = await stage().visit(url);
    const popup = await pressToolbar(stage(), page);
    await popup.expectState('cannot-be-read');
    // What it says is loaded when the popup is painted.
    await expect.poll(async () => (await popup.text()).length).toBeGreaterThan(20);
    await popup.close();
    await page.close();
  });
});
