import { describe, expect, it } from 'vitest';
import { families } from '../../../lib/portals/cms/families.ts';
import type { CmsFamily } from '../../../lib/portals/cms/family.ts';
import { abstractOfFamily, bodyOfFamily, claimsOf, identifyFamily } from '../../../lib/portals/cms/identify.ts';
import { parsePage } from '../../support/parse-page.ts';

const page = (body: string): Document => parsePage(`<html><body>${body}</body></html>`, 'http://dx.example/');
const familyOf = (id: string): CmsFamily => {
  const family = families.find((one) => one.id === id);
  if (family === undefined) throw new Error(`No family ${id}.`);
  return family;
};

describe('of an address a family takes', () => {
  it.each([
    ['boda', '/info/12/345.htm', '/info/12/345.htm'],
    ['boda', '/INFO/1/2.HTM', '/INFO/1/2.HTM'],
    ['chenyuan', '/readnews.asp?NewsID=345&a=1', '/readnews.asp?NewsID=345'],
    ['chenyuan', '/ReadNews.asp?Big=a&Small=bc&NewsID=345', '/ReadNews.asp?Big=a&Small=bc&NewsID=345'],
    ['dedecms', '/plus/view.php?aid=345&a', '/plus/view.php?aid=345'],
    ['dedecms', '/a/ab/cd/2006/0312/345.html', '/a/ab/cd/2006/0312/345.html'],
    ['empirecms', '/ll/2006-03-12/345_67.html', '/2006-03-12/345_67.html'],
    ['founder', '/html/2006-07/14/content_345.htm', '/html/2006-07/14/content_345.htm'],
    ['founder', '/html/2006-07/14/content_345.html', '/html/2006-07/14/content_345.html'],
    ['frontpage', '/lilun/12.htm', '.htm'],
    ['frontpage', '/lilun/12.HTML', '.HTML'],
    ['frontpage', '/lilun/12.html?a', null],
    ['hanweb', '/art/2006/11/12/art_34_567.html', '/art/2006/11/12/art_34_567.html'],
    ['hanweb', '/art/2006/1/2/art_3_5.html', '/art/2006/1/2/art_3_5.html'],
    ['kesion', '/html/lilun_12_345_67.shtml', '/html/lilun_12_345_67.shtml'],
    ['kesion', '/html/lilun_12_345.htm', '/html/lilun_12_345.htm'],
    ['kesion', '/Item/Show.asp?m=12&d=345', '/Item/Show.asp?m=12&d=345'],
    ['phpcms', '/html/2006/lilun_0312/345_67.html', '/html/2006/lilun_0312/345_67.html'],
    ['sitefactory', '/Item/345_67.aspx', '/Item/345_67.aspx'],
    ['siteweaver', '/ShowArticle.asp?ArticleID=345&Page=2', '/ShowArticle.asp?ArticleID=345'],
    ['siteweaver', '/Article/ab/cd/200603/345.html', '/Article/ab/cd/200603/345.html'],
    ['siteweaver', '/Article/200603/345.html', '/Article/200603/345.html'],
    ['sudy', '/2006/0312/c12a345/page.psp', '/2006/0312/c12a345/page.psp'],
    ['trs', '/200603/t20060312_345_67.shtml', '/200603/t20060312_345_67.shtml'],
    ['trs', '/ll/t20060312_345.htm', '/t20060312_345.htm'],
    ['hand-written', '/show.asp?id=345', '/show.asp?id=345'],
    ['hand-written', '/xs/ShowText2.aspx?bid=1&sid=&newsid=345&p=2', '/ShowText2.aspx?bid=1&sid=&newsid=345'],
    ['hand-written', '/view.php?articleid=345', '/view.php?articleid=345'],
    ['hand-written', '/read.jsp?nid=345', '/read.jsp?nid=345'],
    ['hand-written', '/display.asp?aid=345', '/display.asp?aid=345'],
    ['hand-written', '/detail.asp?ID=345', '/detail.asp?ID=345'],
    ['hand-written', '/content.asp?id=345', '/content.asp?id=345'],
    ['hand-written', '/newsview.asp?id=345', '/newsview.asp?id=345'],
    ['hand-written', '/news_view.asp?id=345', '/news_view.asp?id=345'],
    ['hand-written', '/newsshow.asp?id=345', '/newsshow.asp?id=345'],
    ['hand-written', '/news_show.asp?id=345', '/news_show.asp?id=345'],
    ['hand-written', '/article.asp?id=345', '/article.asp?id=345'],
    ['hand-written', '/news.asp?id=345', null],
    ['hand-written', '/show.asp?x=345', null],
    ['hand-written', '/show.asp?id=x', null],
    ['hand-written', '/show.html?id=345', null],
    ['hand-written', '/show-1.asp?id=345', null],
  ])('%s of %s', (id, address, path) => {
    expect(familyOf(id).address.exec(`http://dx.example${address}`)?.[0] ?? null).toBe(path);
  });
});

describe('the family of a page', () => {
  const trs = '<div class="TRS_Editor"></div>';
  const weaver = '<td id="fontzoom"></td>';
  it.each<[string, string, string, string, readonly string[]]>([
    ['nothing', '', '/', '', []],
    ['a mark', trs, '/', '', ['trs 1 .TRS_Editor']],
    [
      'two marks of two, in their order',
      `${trs}<div class="viewbox"></div>`,
      '/',
      '',
      ['trs 1 .TRS_Editor', 'dedecms 1 div.viewbox'],
    ],
    [
      'the address of the second, which goes first then',
      `${trs}<div class="viewbox"></div>`,
      '/plus/view.php?aid=1',
      '',
      ['dedecms 1.75 div.viewbox', 'trs 1 .TRS_Editor', 'hand-written 0.5 /view.php?aid=1'],
    ],
    [
      'a comment, which goes before marks',
      trs,
      '/',
      '<!--enpcontent-->',
      ['founder 2 enpcontent', 'trs 1 .TRS_Editor'],
    ],
    ['an address of a hand-written portal', '', '/show.asp?id=1', '', ['hand-written 0.5 /show.asp?id=1']],
    ['a mark beside it', trs, '/show.asp?id=1', '', ['trs 1 .TRS_Editor', 'hand-written 0.5 /show.asp?id=1']],
    ['an address alone that proves nothing', weaver.replace('fontzoom', 'x'), '/Item/1.aspx', '', []],
  ])('with %s', (_, body, path, comments, wanted) => {
    const document = page(body);
    const address = `http://dx.example${path}`;
    const claims = claimsOf(document, address, comments);
    expect(claims.map(({ family, count, mark }) => `${family.id} ${count} ${mark}`)).toEqual(wanted);
    expect(identifyFamily(document, address, comments)?.family.id ?? null).toBe(claims[0]?.family.id ?? null);
  });
});

describe('the abstract of a family', () => {
  const of = (id: string, body: string): string | null => {
    const found = abstractOfFamily(page(body), familyOf(id));
    return found && `${found.value} ¦ ${found.raw} ¦ ${found.place}`;
  };

  it.each([
    ['水利要紧。', '水利要紧。'],
    ['摘要：水利', '水利'],
    ['摘 要: 水利', '水利'],
    ['提要 水利', '水利'],
    ['提 要：水利', '水利'],
    ['内容摘要：水利', '水利'],
    ['内容提要】水利', '水利'],
    ['【导读】水利', '水利'],
    ['[ 导 读 ] ： 水利', '水利'],
    ['［核心提示］水利', '水利'],
    ['文摘要：水利', '文摘要：水利'],
    ['水利摘要：要紧', '水利摘要：要紧'],
    ['摘录：水利', '摘录：水利'],
  ])('%s', (text, value) => {
    expect(of('dedecms', `<div class="intro">\n  ${text} </div>`)).toBe(`${value} ¦ ${text} ¦ family:dedecms`);
    expect(of('phpcms', `<div class="summary">${text}</div>`)).toBe(`${value} ¦ ${text} ¦ family:phpcms`);
  });

  it('is none where the box is empty, or is another’s', () => {
    expect(of('dedecms', '<div class="intro"> \n </div>')).toBeNull();
    expect(of('dedecms', '<div class="summary">水利</div>')).toBeNull();
    expect(of('trs', '<div class="intro">水利</div>')).toBeNull();
    expect(of('dedecms', '<div class="intro">水利\n\n 要紧</div>')).toBe('水利 要紧 ¦ 水利 要紧 ¦ family:dedecms');
  });
});

describe('the body of a family', () => {
  const text = '塘里的水一年放两回，头一回在清明前，第二回在晒谷之后。';
  const box = (mark: string, words: string): string => `<div ${mark}>${words}</div>`;

  it.each([
    ['boda', 'class="v_news_content"', text],
    ['boda', 'id="vsb_content_2"', text],
    ['sudy', 'class="wp_articlecontent"', text],
    ['sudy', 'class="Article_Content"', text],
    ['trs', 'class="Custom_UnionStyle"', text],
    ['trs', 'class="TRS_PreAppend"', text],
    ['sitefactory', 'class="conTxt"', text],
    ['siteweaver', 'id="fontzoom"', text],
    ['boda', 'id="content"', null],
    ['hand-written', 'id="content"', null],
  ])('of %s stands in <div %s>: %s', (id, mark, wanted) => {
    expect(bodyOfFamily(page(box(mark, text)), familyOf(id))?.textContent ?? null).toBe(wanted);
  });

  it.each([
    ['phpcms', `<div id="Article">${box('class="content"', text)}</div>`],
    ['dedecms', `<div class="viewbox">${box('class="content"', text)}</div>`],
    ['siteweaver', `<table><tr><td id="fontzoom">${text}</td></tr></table>`],
    ['empirecms', `<table><tr><td id="text">${text}</td></tr></table>`],
    // The first that has text.
    ['trs', box('class="TRS_Editor"', '水利') + box('class="TRS_PreAppend"', text)],
  ])('of %s is what has text: %s', (id, body) => {
    expect(bodyOfFamily(page(body), familyOf(id))?.textContent).toBe(text);
  });
});
