import { describe, expect, it } from 'vitest';
import type { browser } from 'wxt/browser';
import { encodeGb2312 } from '../../corpus/portal/gb2312.ts';
import { answer, sampleUrls, silentHost } from '../../corpus/portal/routes.ts';
import { useChromium } from '../support/chromium.ts';
import { pressToolbar } from '../support/popup.ts';

/** An event as Chromium's bindings have it: what the browser itself calls when an entry is chosen. */
type Dispatching = { readonly dispatch: (...details: readonly unknown[]) => void };
declare const chrome: typeof browser & { readonly contextMenus: { readonly onClicked: Dispatching } };

const stage = useChromium();
const essay = new TextDecoder('gb18030').decode(answer(new URL(sampleUrls.essay('1103'))).body);
const silent = `http://${silentHost}/count.asp?id=1`;
const school = 'http://www.nbdx.cn';

/** Shows the sample essay with something put into it, under an address of its own, and gives the tab at once. */
async function visitWith(name: string, change: (html: string) => string) {
  const url = `${school}/held/${name}.asp?id=7`;
  stage().portal.show({ url, body: encodeGb2312(change(essay)) });
  const page = await stage().session.context.newPage();
  await page.goto(url, { waitUntil: 'commit' });
  return page;
}

describe('a page that something holds up', () => {
  it.each([
    [
      'a frame that never comes',
      'frame',
      (html: string) => html.replace('</body>', `<iframe src="${silent}"></iframe></body>`),
    ],
    [
      'a script that never comes at its end',
      'tail',
      (html: string) => html.replace('</body>', `<script src="${silent}"></script></body>`),
    ],
    [
      'a frame whose script never comes',
      'inner',
      (html: string) => html.replace('</body>', `<iframe src="${school}/held/w.htm"></iframe></body>`),
    ],
  ])('%s is marked, shown and kept all the same', { timeout: 60_000 }, async (_, name, change) => {
    stage().portal.show({
      url: `${school}/held/w.htm`,
      body: encodeGb2312(`<p>天气</p><script src="${silent}"></script><p>晴</p>`),
    });
    const page = await visitWith(name, change);
    await expect.poll(() => stage().badge(page), { timeout: 15_000 }).toMatchObject({ text: '文' });
    const popup = await pressToolbar(stage(), page);
    await popup.expectState('recognised');
    await popup.press('keep');
    await popup.expectState('kept');
    await popup.close();
    await page.close({ runBeforeUnload: false });
  });

  it('a script that never comes in its head is read as the site serves it', { timeout: 60_000 }, async () => {
    const page = await visitWith('head', (html) => html.replace('</head>', `<script src="${silent}"></script></head>`));
    const popup = await pressToolbar(stage(), page);
    await popup.expectState('recognised');
    await popup.press('keep');
    await popup.expectState('kept');
    await popup.close();
    await page.close({ runBeforeUnload: false });
    expect((await stage().stored()).essays.map(({ originalUrl }) => originalUrl).sort()).toEqual(
      ['frame', 'head', 'inner', 'tail'].map((name) => `${school}/held/${name}.asp?id=7`),
    );
  });
});

describe('a frameset of two essays', () => {
  it('has the one kept that was pointed at', { timeout: 60_000 }, async () => {
    const frames = ['a', 'b'].map((name) => `${school}/two/${name}.asp?id=1`);
    const texts = [essay, essay.replaceAll('民营企业', '国有企业')];
    for (const [n, url] of frames.entries()) stage().portal.show({ url, body: encodeGb2312(texts[n] ?? '') });
    const url = `${school}/two/index.asp?id=9`;
    const set = `<frameset cols="50%,50%">${frames.map((src) => `<frame src="${src}">`).join('')}</frameset>`;
    stage().portal.show({ url, body: encodeGb2312(`<html><head><title>两篇</title></head>${set}</html>`) });
    const page = await stage().visit(url);
    await expect.poll(() => stage().badge(page)).toMatchObject({ text: '文' });
    await stage().inWorker(page, async (tabId) => {
      const frames = await chrome.scripting.executeScript({
        target: { tabId, allFrames: true },
        func: () => location.pathname,
      });
      const frameId = frames.find(({ result }) => result === '/two/b.asp')?.frameId;
      chrome.contextMenus.onClicked.dispatch({ menuItemId: 'keep-page', frameId }, await chrome.tabs.get(tabId));
    });
    await expect.poll(() => stage().badge(page)).toMatchObject({ text: '✓' });
    const kept = (await stage().stored()).essays.map(({ originalUrl }) => originalUrl);
    expect(kept).toContain(frames[1]);
    expect(kept).not.toContain(frames[0]);
    await page.close();
  });
});
