import { describe, expect, it } from 'vitest';
import { unwrap } from '../../../lib/archive/unwrap.ts';
import { findPages } from '../../../lib/listing/pager.ts';
import { unreachedPages } from '../../../lib/listing/unreached-pages.ts';
import { readWholeEssay } from '../../../lib/pipeline/whole-essay.ts';
import { parsePage } from '../../support/parse-page.ts';

const site = 'http://www.qsdx.gov.cn';
const prose =
  '<p>　　田埂上的石坎要年年修，修一年管三年；不修，一场雨就冲掉一半，谁家的田在下面谁家就出工。</p>'.repeat(3);
const pageAt = (url: string, pager: string, title = '石坎') => {
  const html = `<html><head><title>${title}</title></head><body><h1>${title}</h1><div id="text">${prose}${pager}</div></body></html>`;
  return { document: parsePage(html, url), url };
};
const script = (code: string): string => `<script>${code}</script>`;

describe('pagers that a script writes', () => {
  const first = `${site}/llyj/t20050714_123.htm`;
  const pages = [first, `${site}/llyj/t20050714_123_1.htm`, `${site}/llyj/t20050714_123_2.htm`];
  it.each<[string, string, string, readonly string[]]>([
    ['TRS, page 1', first, script('createPageHTML(3,0,"t20050714_123","htm");'), pages],
    ['TRS, page 2', pages[1] ?? '', script("createPageHTML( 3 , 1 , 't20050714_123' , 'htm' )"), pages],
    ['TRS, one page', first, script('createPageHTML(1,0,"t20050714_123","htm");'), []],
    [
      'TRS, with an element and counted from 1',
      `${site}/c/content_123.shtml`,
      script('createPageHTML("page_div", 2, 1, "content_123", "shtml", 2);'),
      [`${site}/c/content_123.shtml`, `${site}/c/content_123_2.shtml`],
    ],
    [
      'links in a string',
      first,
      script('var countPage = 3;document.write("<a href=\\"t20050714_123_1.htm\\">下一页</a>")'),
      pages,
    ],
    ['a list of articles', `${site}/llyj/index.htm`, script('createPageHTML(20,0,"index","htm");'), []],
    [
      'a link that is a script',
      `${site}/show_12.html`,
      '<p><a href="javascript:location=\'show_12_2.html\'">[2]</a></p>',
      [`${site}/show_12.html`, `${site}/show_12_2.html`],
    ],
    [
      'a press that leads on',
      `${site}/show_12.html`,
      '<p><a href="#" onclick="window.open(\'/show_12_2.html\')">下一页</a></p>',
      [`${site}/show_12.html`, `${site}/show_12_2.html`],
    ],
  ])('%s', (_, url, pager, expected) => {
    expect(findPages(unwrap(pageAt(url, pager)))).toEqual(expected);
  });
});

describe('pages that are stated and cannot be reached', () => {
  const url = `${site}/show.asp?id=12`;
  const back = (n: number, words = `${n}`): string => `<a href="javascript:__doPostBack('pager','${n}')">${words}</a>`;
  it.each<[string, string, readonly (number | null)[]]>([
    ['buttons of ASP.NET', `<center>共3页 1 ${back(2)} ${back(3)} ${back(2, '下一页')}</center>`, [null, 2, 3]],
    ['the second of three', `<p>本文共 3 页，当前第 2 页 ${back(1, '上一页')}</p>`, [1, null, 3]],
    ['numbers alone', `<p>1 ${back(2)} ${back(3)}</p>`, [null, 2, 3]],
    ['a fraction beside a button', `<p>页次：1/3页 ${back(2, '下一页')}</p>`, [null, 2, 3]],
    ['a fraction', `<p>页次：2/2 ${back(1, '上一页')}</p>`, [1, null]],
    ['full-width figures', '<p>共２页</p>', [null, 2]],
    ['a count in a script', script('var pageCount = "2";'), [null, 2]],
    ['one page', '<p>共1页</p>', []],
    ['a book in a sentence', '<p>　　全书共300页，第一章共20页，写石坎的只有半页。</p>', []],
    ['the pages of comments', '<p>网友评论</p><p>共3页 共25条</p>', []],
    ['nothing', '', []],
  ])('%s', (_, pager, expected) => {
    expect(unreachedPages(unwrap(pageAt(url, pager)))).toEqual(
      expected.map((number) => (number === null ? url : `${url}#page=${number}`)),
    );
  });

  it('are marked in the essay, and never asked for', async () => {
    const read = await readWholeEssay(
      pageAt(url, '<center>第2页/共3页</center>'),
      () => Promise.reject(new Error('asked')),
      { any: true },
    );
    expect(read).toMatchObject({
      ok: true,
      value: { originalUrl: url, provenance: { missingPages: [`${url}#page=1`, `${url}#page=3`] } },
    });
    expect(read.ok && read.value.html).toContain('第3页未能取得');
  });
});
