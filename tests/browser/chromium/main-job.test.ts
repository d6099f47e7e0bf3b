import { describe, expect, it } from 'vitest';
import { encodeGb2312 } from '../../corpus/portal/gb2312.ts';
import { answer, sampleUrls } from '../../corpus/portal/routes.ts';
import { useChromium } from '../support/chromium.ts';
import { byId, keepByPopup, pressToolbar } from '../support/popup.ts';

const stage = useChromium();
const essay = sampleUrls.essay('1103');

describe('while browsing', () => {
  it.each([
    ['an essay', essay, '文'],
    ['a replay of one', sampleUrls.replay, '文'],
    ['the home page', sampleUrls.home, ''],
    ['a column list', sampleUrls.list, ''],
    ['a notice', sampleUrls.notice, ''],
  ])('shows on the toolbar whether %s is one', async (_, url, text) => {
    const page = await stage().visit(url);
    await page.waitForTimeout(300);
    await expect.poll(() => stage().badge(page)).toMatchObject({ text });
    await page.close();
  });

  it('says in the popup what the page is, and why', async () => {
    const page = await stage().visit(essay);
    const popup = await pressToolbar(stage(), page);
    await popup.expectState('recognised');
    // Its fields are loaded after it was painted.
    for (const text of ['民营企业党组织作用发挥的几个问题', '顾明达', '中共宁波市委党校', '党建研究', '本校学报'])
      await expect.poll(() => popup.text()).toContain(text);
    await popup.press('evidence-toggle');
    await expect.poll(() => popup.text()).toContain('发布日期：2005/11/30');
    await popup.close();
    await page.close();
  });
});

describe('keeping an essay', () => {
  it('keeps it by one click, and shows that on the toolbar', async () => {
    const page = await stage().visit(essay);
    await keepByPopup(stage(), page);
    expect(await stage().badge(page)).toMatchObject({ text: '✓' });
    const { essays, captures, bodies, originals } = await stage().stored();
    expect([essays, captures, bodies, originals].map((rows) => rows.length)).toEqual([1, 1, 1, 1]);
    await page.close();
  });

  it('says that it is kept already, and captures it again when asked', async () => {
    const page = await stage().visit(essay);
    const popup = await pressToolbar(stage(), page);
    await popup.expectState('kept');
    await expect.poll(() => popup.text()).toContain(String(new Date().getFullYear()));
    await popup.press('again');
    await popup.expectState('kept');
    await popup.close();
    await page.close();
    // Nothing had changed on the page, so there is nothing new to keep.
    expect((await stage().stored()).captures).toHaveLength(1);
  });

  it('keeps both captures of a page that was corrected', async () => {
    const served = new TextDecoder('gb18030').decode(answer(new URL(essay)).body);
    stage().portal.show({ url: essay, body: encodeGb2312(served.replace('二十二家企业', '二十三家企业')) });
    const page = await stage().visit(essay);
    const popup = await pressToolbar(stage(), page);
    await popup.press('again');
    await expect.poll(async () => (await stage().stored()).captures.length).toBe(2);
    await popup.close();
    await page.close();
    const { essays, bodies } = await stage().stored();
    expect(essays).toHaveLength(1);
    const current = bodies.find(({ captureId }) => captureId === essays[0]?.captureId);
    expect(current?.text).toContain('二十三家企业');
  });

  it('opens the kept essay from the popup', async () => {
    const page = await stage().visit(essay);
    const popup = await pressToolbar(stage(), page);
    await popup.expectState('kept');
    const opened = stage().session.context.waitForEvent('page');
    await popup.press('open');
    const reader = await opened;
    await reader.locator(byId('reader-body')).waitFor();
    expect(await reader.locator(byId('reader-title')).textContent()).toBe('民营企业党组织作用发挥的几个问题');
    await reader.close();
    await page.close();
  });
});

describe('reading', () => {
  const openReader = async () => {
    const [row] = (await stage().stored()).essays;
    return stage().open(`reader.html?id=${row?.id}`);
  };

  it('shows the essay without the boilerplate of the page', async () => {
    const reader = await openReader();
    const body = await reader.locator(byId('reader-body')).textContent();
    expect(body).toContain('近几年来，民营企业中的党组织从无到有');
    expect(body).toContain('[2] 返岗率，指春节后十五日内回厂职工占节前在册职工的比例。');
    for (const boilerplate of ['打印文本', '版权所有', '您现在的位置', '本信息共浏览'])
      expect(body).not.toContain(boilerplate);
    expect(await reader.locator(byId('original-link')).getAttribute('href')).toBe(essay);
    await reader.close();
  });

  it('tells where each field came from, and what was removed', async () => {
    const reader = await openReader();
    await reader.locator(byId('provenance-toggle')).click();
    const field = (name: string) => reader.locator(`${byId('field')}[data-field="${name}"]`);
    await field('publishedOn').waitFor();
    expect(await field('publishedOn').textContent()).toContain('发布日期：2005/11/30');
    expect(await field('source').textContent()).toContain('信息来源：本校学报');
    expect(await reader.locator(byId('removal')).count()).toBeGreaterThan(0);
    await reader.close();
  });

  it('shows the original page as captured, sealed off from the network', async () => {
    const reader = await openReader();
    const before = stage().portal.requests.length;
    await reader.locator(byId('original-toggle')).click();
    const frame = reader.frameLocator(byId('original-frame'));
    await frame.getByText('本信息共浏览').waitFor();
    expect(await frame.locator('script').count()).toBe(0);
    expect(stage().portal.requests.slice(before)).toEqual([]);
    await reader.close();
  });
});

describe('the library', () => {
  it('lists what is kept, newest first, and finds it by title and author', async () => {
    const page = await stage().visit(sampleUrls.essay('1104'));
    await keepByPopup(stage(), page);
    await page.close();
    const library = await stage().open('library.html');
    const rows = library.locator(byId('library-row'));
    await expect.poll(() => rows.count()).toBe(2);
    expect(await rows.first().textContent()).toContain('读书要有三股劲');
    await library.locator(byId('library-search')).fill('顾明达');
    await expect.poll(() => rows.count()).toBe(1);
    expect(await rows.first().textContent()).toContain('民营企业党组织');
    await library.close();
  });

  it('deletes to the trash, and takes it back', async () => {
    const library = await stage().open('library.html');
    const rows = library.locator(byId('library-row'));
    await expect.poll(() => rows.count()).toBe(2);
    await rows.first().locator(byId('delete')).click();
    await expect.poll(() => rows.count()).toBe(1);
    await library.locator(byId('undo')).click();
    await expect.poll(() => rows.count()).toBe(2);
    await library.close();
  });

  it('has the second copy take in what is done there', async () => {
    const library = await stage().open('library.html');
    const waiting = (): Promise<number> =>
      library.evaluate(
        () =>
          new Promise<number>((resolve, reject) => {
            const opening = indexedDB.open('wencun');
            opening.onerror = () => reject(opening.error);
            opening.onsuccess = () => {
              const counting = opening.result.transaction('uncopied').objectStore('uncopied').count();
              counting.onsuccess = () => {
                opening.result.close();
                resolve(counting.result);
              };
            };
          }),
      );
    await expect.poll(waiting).toBe(0);
    const rows = library.locator(byId('library-row'));
    await rows.first().locator(byId('delete')).click();
    await expect.poll(() => rows.count()).toBe(1);
    await expect.poll(waiting).toBe(0);
    await library.locator(byId('undo')).click();
    await expect.poll(() => rows.count()).toBe(2);
    await expect.poll(waiting).toBe(0);
    await library.close();
  });

  it('restores from the trash', async () => {
    const library = await stage().open('library.html');
    const rows = library.locator(byId('library-row'));
    await rows.first().locator(byId('delete')).click();
    await expect.poll(() => rows.count()).toBe(1);
    await library.locator(byId('view-trash')).click();
    await library.locator(byId('restore')).click();
    await library.locator(byId('view-kept')).click();
    await expect.poll(() => rows.count()).toBe(2);
    await library.close();
  });
});
