import { describe, expect, it } from 'vitest';
import { unwrap } from '../../../lib/archive/unwrap.ts';
import { type ListPage, readListPage } from '../../../lib/listing/list-page.ts';
import { parsePage } from '../../support/parse-page.ts';

const site = 'http://www.qsdx.gov.cn';

function read(url: string, body: string, rows?: string): ListPage | null {
  const html = `<html><head><title>理论研究</title></head><body>${body}</body></html>`;
  return readListPage(unwrap({ document: parsePage(html, url), url }), rows);
}

const titles = ['石坎的修法与村里的约定', '水渠分段管护的一点经验', '论夜校教材的编排', '再谈山路养护'];
const each = (row: (title: string, n: number) => string): string =>
  titles.map((title, at) => row(title, at + 1)).join('');
const menu =
  '<div class="menu"><a href="/">首页</a> <a href="/Class.asp?ID=3">教学工作</a> <a href="/Class.asp?ID=4">学员园地</a></div>';
const short = (page: ListPage | null) => page?.essays.map(({ original, date }) => [original.slice(site.length), date]);
const tails = (page: ListPage | null) => page?.pages.map((address) => address.slice(site.length));

describe('the essays of a column are listed', () => {
  it('on a page of SiteWeaver: column before the title, its tooltip, the day behind', () => {
    const url = `${site}/Article/ShowClass.asp?ClassID=5`;
    const page = read(
      url,
      `${menu}<table>${each(
        (title, n) =>
          `<tr><td>[<a class="listA" href="ShowClass.asp?ClassID=51">党建研究</a>]<a class="listA" href="ShowArticle.asp?ArticleID=${80 - n}" title="文章标题：${title}&#13;作    者：石田&#13;更新时间：2001-1-1 8:00:00">${title.slice(0, 6)}…</a></td><td align="right">2005-7-${n}</td></tr>`,
      )}</table><div class="show_page">共 <b>61</b> 篇文章 首页 上一页 <a href="ShowClass.asp?ClassID=5&amp;page=2">下一页</a> <a href="ShowClass.asp?ClassID=5&amp;page=4">尾页</a></div>`,
    );
    expect(page?.essays.map(({ title }) => title)).toEqual(titles);
    expect(short(page)).toEqual(
      [1, 2, 3, 4].map((n) => [`/Article/ShowArticle.asp?ArticleID=${80 - n}`, `2005-07-0${n}`]),
    );
    expect(tails(page)).toEqual(
      ['', '&page=2', '&page=3', '&page=4'].map((page) => `/Article/ShowClass.asp?ClassID=5${page}`),
    );
    expect(page?.next).toBe(`${url}&page=2`);
  });

  it('on a page of DedeCMS with abstracts, its pages as list_5_2.html', () => {
    const page = read(
      `${site}/a/llyj/list_5_2.html`,
      `${menu}<ul class="e2">${each(
        (title, n) =>
          `<li><b>[<a href="/a/llyj/">理论研究</a>]</b><a href="/a/llyj/2010/071${n}/${n}.html" class="title">${title}</a><span class="info"><small>日期：</small>2010-08-1${n} 10:20</span><p class="intro">${'田埂上的石坎要年年修，修一年管三年。'.repeat(5)}</p></li>`,
      )}</ul><ul class="pagelist"><li><a href="list_5_1.html">首页</a></li><li><a href="list_5_1.html">上一页</a></li><li><a href="list_5_1.html">1</a></li><li class="thisclass">2</li><li><a href="list_5_3.html">3</a></li><li><a href="list_5_3.html">下一页</a></li><li><a href="list_5_5.html">末页</a></li></ul>`,
    );
    expect(short(page)).toEqual([1, 2, 3, 4].map((n) => [`/a/llyj/2010/071${n}/${n}.html`, `2010-08-1${n}`]));
    expect(tails(page)).toEqual([1, 2, 3, 4, 5].map((n) => `/a/llyj/list_5_${n}.html`));
    expect(page?.next).toBe(`${site}/a/llyj/list_5_3.html`);
  });

  it('on a page of Boda, whose addresses count down', () => {
    const page = read(
      `${site}/llyj.htm`,
      `${menu}<ul class="list">${each((title, n) => `<li id="line_u5_${n}"><span>2011-03-0${n}</span><a href="info/1031/${n}9.htm">${title}</a></li>`)}</ul><span class="p_pages"><span class="p_no_d">1</span><span class="p_no"><a href="llyj/11.htm">2</a></span><span class="p_no"><a href="llyj/10.htm">3</a></span><a href="llyj/11.htm">下页</a><a href="llyj/1.htm">尾页</a></span>`,
    );
    expect(short(page)?.[3]).toEqual(['/info/1031/49.htm', '2011-03-04']);
    expect(tails(page)).toEqual(['/llyj.htm', ...Array.from({ length: 11 }, (_, n) => `/llyj/${11 - n}.htm`)]);
  });

  it('on a hand-written page of bare lines, days of two figures and none', () => {
    const page = read(
      `${site}/more.asp?lm=7`,
      `${menu}${each((title, n) => `· <a href="show.asp?id=${n}">${title}</a> ${n === 2 ? '[ 11-28 ]' : `[05-07-0${n}]`}<br>`)}<a href="more.asp?lm=7&amp;page=2">&gt;&gt;</a>`,
    );
    expect(short(page)?.map(([, date]) => date)).toEqual(['2005-07-01', null, '2005-07-03', '2005-07-04']);
    expect(tails(page)).toEqual(['/more.asp?lm=7', '/more.asp?lm=7&page=2']);
  });

  it('on a page of TRS, days in the addresses, pages as index_1.htm from 0 on', () => {
    const page = read(
      `${site}/llyj/index.htm`,
      `<div class="list">${each((title, n) => `<p><a href="./200507/t2005070${n}_12${n}.htm">${title}</a></p>`)}</div><a href="index_1.htm">2</a> <a href="index_2.htm">3</a>`,
    );
    expect(short(page)?.[0]).toEqual(['/llyj/200507/t20050701_121.htm', '2005-07-01']);
    expect(tails(page)).toEqual(['/llyj/index.htm', '/llyj/index_1.htm', '/llyj/index_2.htm']);
  });

  it('on a page whose pager has words alone and states the numbers', () => {
    const page = read(
      `${site}/list.asp?id=4&page=2`,
      `<table>${each((title, n) => `<tr><td>·<a href="show.asp?id=${n}">${title}</a></td></tr>`)}<tr><td>共86条　<a href="?id=4&amp;page=1">上一页</a> 第2页/共5页 <a href="?id=4&amp;page=3">下一页</a></td></tr></table>`,
    );
    expect(tails(page)).toEqual([1, 2, 3, 4, 5].map((n) => `/list.asp?id=4&page=${n}`));
    expect(page?.next).toBe(`${site}/list.asp?id=4&page=3`);
  });

  it('in a replay, links within the archive', () => {
    const archive = 'https://web.archive.org/web/20060308010203/';
    const page = read(
      `${archive}${site}/list.asp?id=5`,
      `<ul>${each((title, n) => `<li><a href="/web/20060308010203/${site}/show.asp?id=${n}">${title}</a> 2005/7/${n}</li>`)}</ul><a href="/web/20060308010203/${site}/list.asp?id=5&amp;page=2">下一页</a>`,
    );
    expect(page?.essays[0]).toEqual({
      address: `${archive}${site}/show.asp?id=1`,
      original: `${site}/show.asp?id=1`,
      title: titles[0],
      date: '2005-07-01',
    });
    expect(page?.next).toBe(`${archive}${site}/list.asp?id=5&page=2`);
  });
});

describe('on the last page of a column', () => {
  const row = (title: string, n: number) => `<li><a href="show.asp?id=${n}">${title}</a> 2005/7/${n}</li>`;
  const last = `<ul class="news">${row('山路养护又一记', 9)}</ul><a href="list.asp?id=5">上一页</a>`;

  it('one essay is found by what the links of another page had in common', () => {
    const first = read(`${site}/list.asp?id=5`, `<ul class="news">${each(row)}</ul>`);
    expect(short(read(`${site}/list.asp?id=5&page=2`, last, first?.rows))).toEqual([['/show.asp?id=9', '2005-07-09']]);
  });

  it('nothing follows', () => {
    expect(read(`${site}/list.asp?id=5&page=2`, last, 'other rows')).toBeNull();
    const first = read(`${site}/list.asp?id=5`, `<ul class="news">${each(row)}</ul>`);
    expect(read(`${site}/list.asp?id=5&page=2`, last, first?.rows)?.next).toBeNull();
  });
});

describe('what is no list', () => {
  it('is an essay with its related articles', () => {
    const prose =
      '<p>　　田埂上的石坎要年年修，修一年管三年；不修，一场雨就冲掉一半，村里人都知道这个道理。</p>'.repeat(8);
    expect(
      read(
        `${site}/show.asp?id=77`,
        `<h1>石坎</h1>${prose}<ul>${each((title, n) => `<li><a href="show.asp?id=${n}">${title}</a></li>`)}</ul>`,
      ),
    ).toBeNull();
  });

  it('is a home page with boxes of several columns', () => {
    const box = (from: number) =>
      `<div class="box"><p>学员园地 <a href="list.asp?id=${from}">更多&gt;&gt;</a></p><ul>${each((title, n) => `<li><a href="show.asp?id=${from + n}">${title}</a></li>`)}</ul></div>`;
    expect(read(`${site}/`, box(10) + box(20) + box(30))).toBeNull();
    expect(read(`${site}/`, box(10))?.essays).toHaveLength(titles.length);
  });

  it('is a page of links to other sites', () => {
    expect(
      read(
        `${site}/links.asp`,
        each((title, n) => `<p><a href="http://other.example/${n}.html">${title}</a></p>`),
      ),
    ).toBeNull();
  });
});
