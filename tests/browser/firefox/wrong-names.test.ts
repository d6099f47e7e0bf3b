import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { sampleEssays } from '../../corpus/portal/essays.ts';
import { encodeGb2312 } from '../../corpus/portal/gb2312.ts';
import { nbdxEssayPage } from '../../corpus/portal/pages.ts';
import { silentHost } from '../../corpus/portal/routes.ts';
import { useFirefox } from '../support/firefox.ts';
import { byId } from '../support/popup.ts';

const stage = useFirefox();
const [essay] = sampleEssays;
if (essay === undefined) throw new Error('no sample essay');
const html = nbdxEssayPage(essay);
const silent = `http://${silentHost}/count.asp?id=1`;
const addressOf = (path: string): string => `http://www.nbdx.cn/t/${path}`;

/** Shows a page under an address of its own, and gives its tab at once: what holds the page up holds up its loading too. */
async function visit(path: string, body: string, type = 'text/html'): Promise<Page> {
  stage().portal.show({ url: addressOf(path), body: new Uint8Array(encodeGb2312(body)), type });
  const page = await stage().session.browser.newPage();
  void page.goto(addressOf(path)).catch(() => undefined);
  await expect.poll(() => stage().address(page)).toBe(addressOf(path));
  return page;
}

/** Keeps what a tab shows by the popup, and gives what was stored of it. */
async function keep(page: Page, path: string) {
  const popup = await stage().popup(page, 'recognised');
  await popup.click(byId('keep'));
  await popup.waitForSelector(`${byId('page')}[data-state="kept"]`);
  await popup.close();
  const { essays, bodies } = await stage().stored();
  const row = essays.find(({ originalUrl }) => originalUrl === addressOf(path));
  return { row, text: bodies.find(({ captureId }) => captureId === row?.captureId)?.text };
}

describe('a page in Firefox whose encoding is told wrongly', () => {
  it.each([
    ['latin1-header.asp?id=1', 'text/html; charset=ISO-8859-1', html],
    ['latin1-meta.asp?id=2', 'text/html', html.replace(/charset=\w+/, 'charset=iso-8859-1')],
    ['utf8-header.asp?id=3', 'text/html; charset=utf-8', html],
    ['big5-header.asp?id=4', 'text/html; charset=big5', html],
  ])('is marked, and kept as it was meant: %s', async (path, type, body) => {
    const page = await visit(path, body, type);
    await expect.poll(() => stage().badge(page)).toBe('文');
    const { row, text } = await keep(page, path);
    expect(row).toMatchObject({ title: essay.title });
    expect(text).toContain(essay.paragraphs[0]?.slice(0, 20) ?? 'no paragraph');
    await page.close();
  });
});

describe('an essay in Firefox that was written into a frame', () => {
  it('is marked, and kept under the address of the page around it', async () => {
    const escaped = html.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
    const path = 'srcdoc.asp?id=5';
    const page = await visit(
      path,
      `<html><head><title>查看</title></head><body><iframe width=700 height=900 srcdoc="${escaped}"></iframe></body></html>`,
    );
    await expect.poll(() => stage().badge(page)).toBe('文');
    expect((await keep(page, path)).row).toMatchObject({ title: essay.title });
    await page.close();
  });
});

describe('a page in Firefox that something holds up', () => {
  it.each([
    ['a frame that never comes', 'frame.asp?id=6', `<iframe src="${silent}"></iframe>`],
    ['a script that never comes at its end', 'tail.asp?id=7', `<script src="${silent}"></script>`],
    ['a frame whose script never comes', 'inner.asp?id=8', `<iframe src="${addressOf('w.htm')}"></iframe>`],
  ])('%s is marked, shown and kept all the same', async (_, path, held) => {
    const weather = `<p>天气</p><script src="${silent}"></script><p>晴</p>`;
    stage().portal.show({ url: addressOf('w.htm'), body: new Uint8Array(encodeGb2312(weather)) });
    const page = await visit(path, html.replace('</body>', `${held}</body>`));
    await expect.poll(() => stage().badge(page)).toBe('文');
    expect((await keep(page, path)).row).toMatchObject({ title: essay.title });
    await page.close();
  });

  it('a script that never comes in its head is read as the site serves it', async () => {
    const path = 'head.asp?id=9';
    const page = await visit(path, html.replace('</head>', `<script src="${silent}"></script></head>`));
    expect((await keep(page, path)).row).toMatchObject({ title: essay.title });
    await page.close();
  });
});
