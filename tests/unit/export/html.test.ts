import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import type { ExportRecord } from '../../../lib/export/record.ts';
import { writtenText } from './reading.ts';
import { newspaper, sampleRecord } from './sample-record.ts';

const page = async (record: ExportRecord) => {
  const { document } = new JSDOM(await writtenText('html', [record], { count: 1 })).window;
  const meta = (name: string) =>
    [...document.querySelectorAll(`meta[name="${name}"], meta[property="${name}"]`)].map((it) =>
      it.getAttribute('content'),
    );
  return { document, meta };
};

describe('a page that stands by itself', () => {
  it('tells Zotero what it is, as a web page', async () => {
    const { meta } = await page(sampleRecord({ title: '甲 & <乙> "丙"' }));
    expect(meta('citation_title')).toEqual(['甲 & <乙> "丙"']);
    expect(meta('citation_author')).toEqual(['周望川', '林砚秋']);
    expect(meta('citation_publication_date')).toEqual(['2005/07/14']);
    expect(meta('citation_public_url')).toEqual(['http://www.example-school.cn/article/show.asp?id=12']);
    expect(meta('citation_language')).toEqual(['zh-CN']);
    expect(meta('citation_journal_title')).toEqual([]);
    expect(meta('z:itemType')).toEqual(['webpage']);
    expect(meta('og:site_name')).toEqual(['中共青山市委党校']);
  });

  it('tells the newspaper and its own date', async () => {
    const { meta } = await page(sampleRecord(newspaper));
    // Zotero makes a journal article of whatever has this tag.
    expect(meta('citation_journal_title')).toEqual([]);
    expect(meta('prism.publicationName')).toEqual(['学习园地报']);
    expect(meta('citation_publication_date')).toEqual(['2005/07/11']);
    expect(meta('citation_firstpage')).toEqual(['3']);
    expect(meta('z:itemType')).toEqual(['newspaperArticle']);
  });

  it('holds its images and loads nothing', async () => {
    const [kept, gone] = ['http://a.example/1.png', 'http://a.example/2.png'];
    const { document } = await page({
      ...sampleRecord({
        html: `<p onclick="a()">甲<img src="${kept}"><img src="${gone}" alt="图二"><script>a()</script></p>`,
      }),
      images: async () => [{ address: kept, type: 'image/png', takenAt: '2026', bytes: new Uint8Array([1, 2]) }],
    });
    expect([...document.images].map(({ src }) => src)).toEqual(['data:image/png;base64,AQI=']);
    expect(document.querySelector(`.text a[href="${gone}"]`)?.textContent).toBe('图二');
    expect(document.querySelectorAll('script, link, iframe, [onclick]')).toHaveLength(0);
    expect(document.querySelector('meta[http-equiv]')?.getAttribute('content')).toContain("default-src 'none'");
  });

  it('says where the essay is from', async () => {
    const { document } = await page(sampleRecord());
    expect([...document.querySelectorAll('footer dt')].map((dt) => dt.textContent)).toEqual([
      '原址',
      '采集时间',
      '原文 SHA-256',
    ]);
  });
});
