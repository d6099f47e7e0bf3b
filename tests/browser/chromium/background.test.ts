import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import type { browser } from 'wxt/browser';
import { sampleUrls } from '../../corpus/portal/routes.ts';
import { useChromium } from '../support/chromium.ts';
import { byId, keepByPopup, pressToolbar } from '../support/popup.ts';

/** An event as Chromium's bindings have it: what the browser itself calls when a key or an entry is chosen. */
type Dispatching = { readonly dispatch: (...details: readonly unknown[]) => void };
declare const chrome: typeof browser & {
  readonly commands: { readonly onCommand: Dispatching };
  readonly contextMenus: { readonly onClicked: Dispatching };
};

const stage = useChromium();
const pages: Page[] = [];
const visit = async (url: string): Promise<Page> => {
  const page = await stage().visit(url);
  pages.push(page);
  return page;
};
afterEach(async () => {
  await Promise.all(pages.splice(0).map((page) => page.close()));
});

const titles = async () => (await stage().stored()).essays.map(({ title }) => title);

describe('the background', () => {
  it('keeps by the keyboard command', async () => {
    const page = await visit(sampleUrls.essay('1101'));
    await expect.poll(() => stage().badge(page)).toMatchObject({ text: '文' });
    await stage().inWorker(page, async (tabId) => {
      chrome.commands.onCommand.dispatch('keep-page', await chrome.tabs.get(tabId));
    });
    await expect.poll(() => stage().badge(page)).toMatchObject({ text: '✓' });
    expect(await titles()).toEqual(['把调查研究当作一门基本功']);
  });

  it('keeps by the entry of the context menu', async () => {
    const page = await visit(sampleUrls.essay('1102'));
    await expect.poll(() => stage().badge(page)).toMatchObject({ text: '文' });
    await stage().inWorker(page, async (tabId) => {
      chrome.contextMenus.onClicked.dispatch({ menuItemId: 'keep-page' }, await chrome.tabs.get(tabId));
    });
    await expect.poll(() => stage().badge(page)).toMatchObject({ text: '✓' });
    expect(await titles()).toContain('一条老街的三次变迁');
  });

  it('loses nothing when it is stopped between keeping and reading', async () => {
    const page = await visit(sampleUrls.essay('1103'));
    await keepByPopup(stage(), page);
    await stage().stopWorker();
    const popup = await pressToolbar(stage(), page);
    await popup.expectState('kept');
    await popup.close();
    const library = await stage().open('library.html');
    await library.getByText('民营企业党组织作用发挥的几个问题').click();
    await library.locator(byId('reader-body')).waitFor();
    expect(await library.locator(byId('reader-body')).textContent()).toContain('一、位置问题');
    await library.close();
  });

  it('recognises and keeps right after it was stopped', async () => {
    await stage().stopWorker();
    const page = await visit(sampleUrls.essay('1104'));
    await expect.poll(() => stage().badge(page)).toMatchObject({ text: '文' });
    await stage().stopWorker();
    await keepByPopup(stage(), page);
    expect(await titles()).toContain('读书要有三股劲');
  });

  it('keeps by itself once the reader wants that', async () => {
    const options = await visit(stage().session.url('popup.html?tab=0'));
    await options.locator(byId('settings-open')).click();
    await options.locator(byId('keep-by-itself')).click();
    const page = await visit(sampleUrls.essay('1106'));
    await expect.poll(() => stage().badge(page), { timeout: 5_000 }).toMatchObject({ text: '✓' });
    expect(await titles()).toContain('从一张便民卡看机关作风');
    await visit(sampleUrls.notice);
    await visit(sampleUrls.list);
    expect(await titles()).toHaveLength(5);
  });
});
