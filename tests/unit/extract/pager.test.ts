import { describe, expect, it } from 'vitest';
import { unwrap } from '../../../lib/archive/unwrap.ts';
import { findPages } from '../../../lib/listing/pager.ts';
import { parsePage } from '../../support/parse-page.ts';

const prose = '<p>　　田埂上的石坎要年年修，修一年管三年；不修，一场雨就冲掉一半。</p>'.repeat(3);

/** The pages that are found on a page with prose and then `pager`. */
function pagesOf(url: string, pager: string, around = (body: string) => body): readonly string[] {
  const html = `<html><head><title>石坎</title></head><body>${around(`<div id="text">${prose}${pager}</div>`)}</body></html>`;
  return findPages(unwrap({ document: parsePage(html, url), url }));
}

const site = 'http://www.qsdx.gov.cn';
const three = (template: (n: number) => string) => [1, 2, 3].map(template);

describe('the pages of an essay are found', () => {
  it.each<[string, string, string, readonly string[]]>([
    [
      'Kesion: div#pageNext with _2 before the extension',
      `${site}/html/llyj_43_1213.shtml`,
      '<div id="pageNext"><table><tr><td><a class="curr" href="#">1</a> <a class="num" href="llyj_43_1213_2.shtml">2</a> <a class="num" href="llyj_43_1213_3.shtml">3</a> <a class="next" href="llyj_43_1213_2.shtml">下一页</a></td></tr></table></div>',
      [`${site}/html/llyj_43_1213.shtml`, `${site}/html/llyj_43_1213_2.shtml`, `${site}/html/llyj_43_1213_3.shtml`],
    ],
    [
      'Kesion, page 2 of 3, page 1 without a number',
      `${site}/html/llyj_43_1213_2.shtml`,
      '<div id="pageNext"><a href="llyj_43_1213.shtml">上一页</a> <a href="llyj_43_1213.shtml">1</a> 2 <a href="llyj_43_1213_3.shtml">3</a></div>',
      [`${site}/html/llyj_43_1213.shtml`, `${site}/html/llyj_43_1213_2.shtml`, `${site}/html/llyj_43_1213_3.shtml`],
    ],
    [
      'Kesion, dynamic: &p=2',
      `${site}/Item/Show.asp?m=1&d=3309`,
      '<div id="pageNext">1 <a href="?m=1&amp;d=3309&amp;p=2">2</a> <a href="?m=1&amp;d=3309&amp;p=3">3</a></div>',
      [`${site}/Item/Show.asp?m=1&d=3309`, ...[2, 3].map((n) => `${site}/Item/Show.asp?m=1&d=3309&p=${n}`)],
    ],
    [
      'SiteWeaver: [1] [2] 下一页 with &Page=',
      `${site}/Article/ShowArticle.asp?ArticleID=812`,
      '<p align="center"><b>[<font color="red">1</font>] <a href="ShowArticle.asp?ArticleID=812&amp;Page=2">[2]</a> <a href="ShowArticle.asp?ArticleID=812&amp;Page=3">[3]</a> <a href="ShowArticle.asp?ArticleID=812&amp;Page=2">下一页</a></b></p>',
      [
        `${site}/Article/ShowArticle.asp?ArticleID=812`,
        ...[2, 3].map((n) => `${site}/Article/ShowArticle.asp?ArticleID=812&Page=${n}`),
      ],
    ],
    [
      'SiteWeaver, last page, parameters in another order and case',
      `${site}/Article/ShowArticle.asp?ArticleID=812&Page=3`,
      '<a href="showarticle.asp?page=1&amp;articleid=812">[1]</a> <a href="showarticle.asp?page=2&amp;articleid=812">[2]</a> [3]',
      [
        ...[1, 2].map((n) => `${site}/Article/showarticle.asp?page=${n}&articleid=812`),
        `${site}/Article/ShowArticle.asp?ArticleID=812&Page=3`,
      ],
    ],
    [
      'SiteFactory: /Item/12_2.aspx',
      `${site}/Item/12.aspx`,
      '<div>上一页 1 <a href="/Item/12_2.aspx">2</a> <a href="/Item/12_3.aspx">3</a> <a href="/Item/12_2.aspx">下一页</a></div>',
      [`${site}/Item/12.aspx`, `${site}/Item/12_2.aspx`, `${site}/Item/12_3.aspx`],
    ],
    [
      'Dede: ul.pagelist with a line for each link',
      `${site}/a/llyj/2009/0212/348.html`,
      '<ul class="pagelist"><li><a>共3页: </a></li><li><a href="#">上一页</a></li><li class="thisclass"><a href="#">1</a></li><li><a href="348_2.html">2</a></li><li><a href="348_3.html">3</a></li><li><a href="348_2.html">下一页</a></li></ul>',
      three((n) => `${site}/a/llyj/2009/0212/348${n === 1 ? '' : `_${n}`}.html`),
    ],
    [
      'PHPCMS: div#pages, content-9-88-2.html',
      `${site}/content-9-88-1.html`,
      '<div id="pages"><a href="content-9-88-1.html">上一页</a> <span>1</span> <a href="content-9-88-2.html">2</a> <a href="content-9-88-3.html">3</a></div>',
      three((n) => `${site}/content-9-88-${n}.html`),
    ],
    [
      'PHPCMS, dynamic',
      `${site}/index.php?m=content&c=index&a=show&catid=9&id=88`,
      '<div id="pages"><span>1</span> <a href="index.php?m=content&amp;c=index&amp;a=show&amp;catid=9&amp;id=88&amp;page=2">2</a></div>',
      ['', '&page=2'].map((end) => `${site}/index.php?m=content&c=index&a=show&catid=9&id=88${end}`),
    ],
    [
      'Empire: p.pageLink with 1/3',
      `${site}/news/2011-02-18/685.html`,
      '<p align="center" class="pageLink"><a title="Page">&nbsp;<b>1</b>/<b>3</b></a> <b>1</b> <a href="685_2.html">2</a> <a href="685_2.html">下一页</a> <a href="685_3.html">尾页</a></p>',
      three((n) => `${site}/news/2011-02-18/685${n === 1 ? '' : `_${n}`}.html`),
    ],
    [
      'Empire, dynamic, counting from 0 in addresses',
      `${site}/e/action/ShowInfo.php?classid=1&id=2&page=1`,
      '<p class="pageLink"><a href="?classid=1&amp;id=2&amp;page=0">1</a> <b>2</b> <a href="?classid=1&amp;id=2&amp;page=2">3</a></p>',
      [0, 1, 2].map((n) => `${site}/e/action/ShowInfo.php?classid=1&id=2&page=${n}`),
    ],
    [
      '本文共 N 页 with links to the neighbours and the last page only',
      `${site}/news/ReadNews.asp?NewsID=15&page=3`,
      '<p>本文共 6 页，当前第 3 页　<a href="ReadNews.asp?NewsID=15">首页</a> <a href="ReadNews.asp?NewsID=15&amp;page=2">上一页</a> <a href="ReadNews.asp?NewsID=15&amp;page=4">下一页</a> <a href="ReadNews.asp?NewsID=15&amp;page=6">尾页</a></p>',
      [1, 2, 3, 4, 5, 6].map((n) => `${site}/news/ReadNews.asp?NewsID=15${n === 1 ? '' : `&page=${n}`}`),
    ],
    [
      'a stated number of pages with a link to the next only, in full-width digits',
      `${site}/show.aspx?id=7`,
      '<p>本文共４页 <a href="show.aspx?id=7&amp;page=2">下一页</a></p>',
      [1, 2, 3, 4].map((n) => `${site}/show.aspx?id=7${n === 1 ? '' : `&page=${n}`}`),
    ],
    [
      'a link to the rest of the text',
      `${site}/2008/5/71.htm`,
      '<p><a href="71_2.htm">阅读余下全文&gt;&gt;</a></p>',
      [`${site}/2008/5/71.htm`, `${site}/2008/5/71_2.htm`],
    ],
    [
      'a list to choose from, with headings',
      `${site}/a/348.html`,
      '<select onchange="location.href=this.value"><option value="348.html" selected>第1页：缘起</option><option value="348_2.html">第2页：石坎与水土</option><option value="348_3.html">第三页</option></select>',
      three((n) => `${site}/a/348${n === 1 ? '' : `_${n}`}.html`),
    ],
    [
      'pictures for words',
      `${site}/show.asp?id=7`,
      '<a href="show.asp?id=7&amp;page=2"><img src="next.gif" alt="下一页"></a>',
      [`${site}/show.asp?id=7`, `${site}/show.asp?id=7&page=2`],
    ],
    [
      'page 1 as _1, in Han numerals',
      `${site}/llyj/55_1.htm`,
      '<a href="55_1.htm">第一页</a> <a href="55_2.htm">第二页</a>',
      [`${site}/llyj/55_1.htm`, `${site}/llyj/55_2.htm`],
    ],
    [
      'the second page as _1',
      `${site}/2005-08/16/content_489.htm`,
      '<a href="content_489_1.htm">[2]</a> <a href="content_489_2.htm">[3]</a>',
      ['', '_1', '_2'].map((end) => `${site}/2005-08/16/content_489${end}.htm`),
    ],
    [
      'a file whose name ends in a number already',
      `${site}/news_12.html`,
      '<a href="news_12.html">1</a> <a href="news_12_2.html">2</a>',
      [`${site}/news_12.html`, `${site}/news_12_2.html`],
    ],
  ])('%s', (_, url, pager, pages) => {
    expect(pagesOf(url, pager)).toEqual(pages);
  });

  it('on a replay, as addresses of the archive', () => {
    const archive = 'https://web.archive.org/web/20090702205327/';
    const pages = pagesOf(
      `${archive}${site}/Item/12.aspx`,
      `1 <a href="/web/20090702205327/${site}/Item/12_2.aspx">2</a> <a href="/web/20090702205327/${site}/Item/12_4.aspx">尾页</a>`,
    );
    expect(pages).toEqual(['', '_2', '_3', '_4'].map((end) => `${archive}${site}/Item/12${end}.aspx`));
  });

  it('fifty at most', () => {
    const pager = '本文共 400 页 <a href="show.asp?id=7&amp;page=2">下一页</a>';
    expect(pagesOf(`${site}/show.asp?id=7`, pager)).toHaveLength(50);
  });
});

describe('no pages are made of', () => {
  it.each<[string, string, string]>([
    [
      'neighbouring articles, also with numbers that differ by one',
      `${site}/art_12.html`,
      '上一篇：<a href="art_11.html">梯田</a> 下一篇：<a href="art_13.html">石坎</a> <a href="art_13.html">下一篇</a>',
    ],
    ['neighbours that are called pages', `${site}/html/llyj_43_12.shtml`, '<a href="llyj_43_14.shtml">下一页</a>'],
    ['another essay', `${site}/show.asp?id=7`, '<a href="show.asp?id=8&amp;page=2">2</a>'],
    ['another site', `${site}/show.asp?id=7`, '<a href="http://www.other.cn/show.asp?id=7&amp;page=2">2</a>'],
    ['footnotes', `${site}/7.html`, '<a href="#n1">[1]</a> <a href="7.html#n2">[2]</a> <a href="7_2.html#n2">注</a>'],
    ['a calendar', `${site}/2009-07-14.html`, '<a href="2009-07-15.html">15</a> <a href="2009-07-16.html">16</a>'],
    [
      'a newspaper issue',
      `${site}/html/2009-07/14/content_12.htm`,
      '<a href="content_11.htm">上一篇</a> <a href="content_13.htm">下一篇</a> <a href="node_2.htm">2</a> <a href="node_3.htm">下一版</a>',
    ],
    ['a list by its name', `${site}/list.asp?classid=4`, '<a href="list.asp?classid=4&amp;page=2">2</a>'],
    ['a static list', `${site}/html/list_12_1.html`, '<a href="list_12_2.html">2</a> <a href="list_12_3.html">3</a>'],
    ['a home page', `${site}/index.html`, '<a href="index_2.html">2</a> <a href="index_3.html">下一页</a>'],
    [
      'a list of titles',
      `${site}/wz/71.html`,
      `${'<p><a href="x.html">梯田的石坎应该由谁来修</a></p>'.repeat(6)}<p><a href="71_2.html">2</a></p>`,
    ],
    [
      'comments, by their count',
      `${site}/show.asp?id=7`,
      '<p>共 35 条 <a href="show.asp?id=7&amp;page=2">2</a> <a href="show.asp?id=7&amp;page=2">下一页</a></p>',
    ],
    [
      'comments, by their heading',
      `${site}/show.asp?id=7`,
      '<p>网友评论：</p><p>说得好</p><p><a href="show.asp?id=7&amp;page=2">2</a></p>',
    ],
    [
      'comments, by their box',
      `${site}/show.asp?id=7`,
      '<div class="CommentList"><p>说得好</p><a href="show.asp?id=7&amp;page=2">2</a></div>',
    ],
    [
      'scripts and empty links',
      `${site}/7.html`,
      '<a href="javascript:go(2)">2</a> <a href="">下一页</a> <a href="#">3</a>',
    ],
    ['numbers that disagree', `${site}/7.html`, '<a href="7_3.html">2</a> <a href="7_5.html">4</a>'],
    ['hidden links', `${site}/7.html`, '<p style="display:none"><a href="7_2.html">2</a></p>'],
    ['broken addresses', `${site}/7.html`, '<a href="http://[7_2.html">2</a>'],
  ])('%s', (_, url, pager) => {
    expect(pagesOf(url, pager)).toEqual([]);
  });
});

it('takes a pager above the essay, below the menu', () => {
  const menu = '<p><a href="/">首页</a> <a href="/l.asp">理论</a></p>'.repeat(8);
  const pages = pagesOf(`${site}/7.html`, '', (body) => `${menu}<p>[1] <a href="7_2.html">[2]</a></p>${body}`);
  expect(pages).toEqual([`${site}/7.html`, `${site}/7_2.html`]);
});
