import { describe, expect, it } from 'vitest';
import { families } from '../../../lib/portals/cms/families.ts';
import { bodyOfFamily, claimsOf } from '../../../lib/portals/cms/identify.ts';
import { parsePage } from '../../support/parse-page.ts';

const page = (body: string): Document => parsePage(`<html><body>${body}</body></html>`, 'http://dx.example/');
const familyOf = (id: string) => {
  const family = families.find((one) => one.id === id);
  if (family === undefined) throw new Error(`No family ${id}.`);
  return family;
};

describe('the addresses of a family', () => {
  it.each([
    ['boda', '/info/1001/2002.htm', '/info/x1001/2002.htm'],
    ['boda', '/content.jsp?urltype=news.NewsContentUrl&wbtreeid=1', '/content.jsp?urltype=tree.TreeTempUrl'],
    ['chenyuan', '/ReadNews.asp?NewsID=12', '/ReadNews.asp?News=12'],
    ['chenyuan', '/ReadNews.asp?BigClassName=a&Small=&NewsID=12', '/ReadNews.asp?NewsID=x12'],
    ['dedecms', '/plus/view.php?aid=12', '/plus/list.php?tid=12'],
    ['dedecms', '/a/xueshu/2006/0312/123.html', '/a/2006/0312/123.html'],
    ['dedecms', '/a/xueshu/lilun/2006/0312/123.html', '/a/xueshu/2006/03/123.html'],
    ['empirecms', '/lilun/2006-03-12/1234.html', '/lilun/2006-3-12/1234.html'],
    ['empirecms', '/lilun/2006-03-12/1234_12.html', '/lilun/2006-03-12/1234_.html'],
    ['founder', '/html/2006-07/14/content_123.htm', '/html/2006-07/14/node_123.htm'],
    ['founder', '/html/2006-07/14/content_123.html', '/html/2006-7/14/content_123.html'],
    ['hanweb', '/art/2006/3/2/art_12_345.html', '/art/2006/3/art_12_345.html'],
    ['hanweb', '/art/2006/11/12/art_12_345.html', '/art/2006/11/12/art_12.html'],
    ['kesion', '/html/lilun_12_345.html', '/html/lilun_12.html'],
    ['kesion', '/html/lilun_12_345_67.shtm', '/html/12_345_67.htm'],
    ['kesion', '/Item/Show.asp?m=12&d=345', '/Item/Show.asp?m=12'],
    ['phpcms', '/index.php?m=content&c=index&a=show&catid=1', '/index.php?m=content&c=index&a=lists'],
    ['phpcms', '/html/2006/lilun_0312/123.html', '/html/2006/0312/123.html'],
    ['phpcms', '/html/2006/lilun_0312/123_45.html', '/html/2006/lilun_03/123.html'],
    ['sitefactory', '/Item/1234.aspx', '/Item/list.aspx'],
    ['sitefactory', '/Item/1234_12.aspx', '/Item/1234-12.aspx'],
    ['siteweaver', '/ShowArticle.asp?ArticleID=123', '/ShowClass.asp?ClassID=123'],
    ['siteweaver', '/Article/200603/123.html', '/Article/2006/123.html'],
    ['siteweaver', '/Article/lilun/xueshu/200603/123.html', '/Article/lilun/200603/a.html'],
    ['sudy', '/2006/0312/c12a345/page.htm', '/2006/0312/c12/page.htm'],
    ['sudy', '/2006/0312/c12a345/page.psp', '/2006/03/12/c12a345/page.psp'],
    ['trs', '/lilun/200603/t20060312_123.htm', '/lilun/200603/20060312_123.htm'],
    ['trs', '/lilun/t20060312_123_4.shtml', '/lilun/t2006031_123.html'],
  ])('%s: %s, but not %s', (id, one, other) => {
    const { address } = familyOf(id);
    expect(address.test(`http://dx.example${one}`)).toBe(true);
    expect(address.test(`http://dx.example${other}`)).toBe(false);
  });
});

describe('what a mark weighs', () => {
  const countOf = (body: string, address: string, comments = ''): number | undefined =>
    claimsOf(page(body), address, comments)[0]?.count;
  const there = 'http://dx.example/200603/t20060312_12.htm';

  it.each([
    ['a selector', '<div class="TRS_Editor"></div>', 'http://dx.example/', '', 1],
    ['two selectors', '<div class="TRS_Editor"></div><div class="TRS_PreAppend"></div>', 'http://dx.example/', '', 2],
    ['a selector and the address', '<div class="TRS_Editor"></div>', there, '', 1.75],
    ['a comment', '', 'http://dx.example/', 'enpcontent', 2],
    ['an address alone', '', there, '', undefined],
  ])('%s', (_, body, address, comments, count) => {
    expect(countOf(body, address, comments)).toBe(count);
  });
});

describe('the marks of a family', () => {
  it.each([
    ['boda', '<div id="vsb_content_12"></div>', ''],
    ['boda', '', 'webber.wbst.com.news'],
    ['sudy', '<div class="wp_articlecontent"></div>', ''],
    ['sudy', '<img src="/_visitcount?id=1">', ''],
    ['trs', '<div class="Custom_UnionStyle"></div>', ''],
    ['hanweb', '<iframe src="/module/visitcount/1"></iframe>', ''],
    ['hanweb', '', '<$[信息来源]>begin'],
    ['hanweb', '', 'ZJEG_RSS.content.begin'],
    ['founder', '<founder-content></founder-content>', ''],
    ['founder', '', 'npm:article-content'],
    ['founder', '', 'enpproperty'],
    ['phpcms', '<div id="Article"><h1>甲</h1></div>', ''],
    ['phpcms', '<script src="/api.php?op=count&id=1"></script>', ''],
    ['empirecms', '<script src="/e/public/ViewClick?id=1"></script>', ''],
    ['dedecms', '<script src="/plus/count.php?view=yes&aid=1"></script>', ''],
    ['sitefactory', '<script src="/Common/GetHits.aspx?id=1"></script>', ''],
    ['kesion', '<script src="/KS_Inc/a.js"></script>', ''],
    ['siteweaver', '<a href="/ShowCopyFrom.asp?a"></a>', ''],
    ['siteweaver', '<div class="main_ArticleTitle"></div>', ''],
    ['chenyuan', '<a href="ReadNews.asp?NewsID=1"></a>', ''],
    ['chenyuan', '<div class="ReadNews_CopyRight_Logo"></div>', ''],
    ['frontpage', '<meta name="generator" content="Microsoft FrontPage 4.0">', ''],
  ])('%s: %s%s', (id, body, comments) => {
    expect(claimsOf(page(body), 'http://dx.example/', comments).map(({ family }) => family.id)).toEqual([id]);
  });
});

describe('the body of a family', () => {
  const text = '塘里的水一年放两回，头一回在清明前，第二回在晒谷之后。';

  it.each([
    ['kesion', 'div', 'id="MyContent"'],
    ['empirecms', 'div', 'id="text"'],
    ['founder', 'founder-content', ''],
    ['founder', 'div', 'id="ozoom"'],
    ['hanweb', 'div', 'id="zoom"'],
    ['trs', 'div', 'class="TRS_Editor"'],
  ])('of %s stands in <%s %s>', (id, tag, mark) => {
    expect(bodyOfFamily(page(`<${tag} ${mark}>${text}</${tag}>`), familyOf(id))?.textContent).toBe(text);
  });

  it('has some text', () => {
    const trs = familyOf('trs');
    const boxOf = (words: string) => bodyOfFamily(page(`<div class="TRS_Editor">${words}</div>`), trs);
    expect(boxOf('字'.repeat(20))).not.toBeNull();
    expect(boxOf('字'.repeat(19))).toBeNull();
    expect(boxOf(`${'　 '.repeat(20)}字`)).toBeNull();
  });
});
