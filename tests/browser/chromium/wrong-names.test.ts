import { describe, expect, it } from 'vitest';
import { sampleEssays } from '../../corpus/portal/essays.ts';
import { encodeGb2312 } from '../../corpus/portal/gb2312.ts';
import { nbdxEssayPage } from '../../corpus/portal/pages.ts';
import { useChromium } from '../support/chromium.ts';
import { keepByPopup } from '../support/popup.ts';

const stage = useChromium();
const [essay] = sampleEssays;
if (essay === undefined) throw new Error('no sample essay');
const html = nbdxEssayPage(essay);
const escaped = html.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

async function keepAt(path: string, body: Uint8Array, type: string) {
  const url = `http://www.nbdx.cn/t/${path}`;
  stage().portal.show({ url, body, type });
  const page = await stage().visit(url);
  await expect.poll(async () => (await stage().badge(page)).text).toBe('文');
  await keepByPopup(stage(), page);
  await page.close();
  const { essays, bodies, originals } = await stage().stored();
  const row = essays.find(({ originalUrl }) => originalUrl === url);
  return { row, body: bodies.find(({ captureId }) => captureId === row?.captureId), originals };
}

describe('a page whose encoding is told wrongly', () => {
  it.each([
    ['latin1-header.asp?id=1', 'text/html; charset=ISO-8859-1', html],
    ['latin1-meta.asp?id=2', 'text/html', html.replace(/charset=\w+/, 'charset=iso-8859-1')],
    ['utf8-header.asp?id=3', 'text/html; charset=utf-8', html],
    ['big5-header.asp?id=4', 'text/html; charset=big5', html],
  ])('is marked, and kept as it was meant: %s', async (path, type, page) => {
    const { row, body } = await keepAt(path, new Uint8Array(encodeGb2312(page)), type);
    expect(row).toMatchObject({ title: essay.title });
    expect(body?.text).toContain(essay.paragraphs[0]?.slice(0, 20) ?? '');
  });
});

describe('an essay that was written into a frame', () => {
  it('is marked, and kept under the address of the page around it', async () => {
    const outer = `<html><head><title>查看</title></head><body><iframe width=700 height=900 srcdoc="${escaped}"></iframe></body></html>`;
    const { row } = await keepAt('srcdoc.asp?id=5', new Uint8Array(encodeGb2312(outer)), 'text/html');
    expect(row).toMatchObject({ title: essay.title });
  });
});
