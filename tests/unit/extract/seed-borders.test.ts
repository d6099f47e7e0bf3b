import { describe, expect, it } from 'vitest';
import { readArticle, shortArticle } from '../../../lib/extract/article.ts';
import { cleanTitle, titleParts } from '../../../lib/extract/clean-title.ts';
import { readOutline } from '../../../lib/extract/outline.ts';
import { readPictureBody } from '../../../lib/extract/picture-body.ts';
import { readRegion } from '../../../lib/extract/region.ts';
import { findSeed } from '../../../lib/extract/seed.ts';
import { readLines } from '../../../lib/lines/line.ts';
import { smallPage } from '../../support/small-page.ts';

const title = '<title>水利史话_青山党校</title>¶<h1>水利史话</h1>';
const nameless = '<title>青山党校</title>¶';
const plain = (count: number): string => '<p>水利</p>'.repeat(count);
const link = '<p><a href=1>水利天地水利天地</a></p>';
const long = '<p><a href=1>[70]</a></p>';
const half = '<p><a href=1>水利水利水利</a>水利水利</p>';
const contact = '<p>地址：青山路12号 电话：0578-2131234</p>';
const above = `<title>水利史话_青山党校</title>¶<p>{300}</p>${link.repeat(20)}`;

describe('the run of lines that is the essay', () => {
  function seedOf(markup: string): string | null {
    const document = smallPage(markup);
    const run = findSeed(readLines(document.body), document.title);
    return run && `${run.first}-${run.last}`;
  }

  it.each([
    ['below a title', `${title}<p>{90}</p>`, '1-1'],
    ['below a title and credits', `${title}<p>作者：王芳</p><p>{90}</p><p>{90}</p>`, '2-3'],
    ['above neighbours', `${title}<p>{90}</p><p>上一篇：甲</p><p>{90}</p>`, '1-1'],
    ['a short line below a title', `${title}<p>水利要紧。</p>`, '1-1'],
    [
      'lines below a title with a link of its head',
      `${title}<p>水利要紧。</p><p>史话。</p>${link}<p>史话。</p>`,
      '1-4',
    ],
    ['lines below a title up to one before a link', `${title}<p>水利要紧。</p><p>史话</p>${link}`, '1-1'],
    ['lines below a title up to a footer', `${title}<p>水利要紧</p>${contact}`, '1-1'],
    ['fourteen lines below a title', `${title}${link.repeat(13)}<p>{90}</p>`, '14-14'],
    ['prose far below a title, which is rich', `${title}${link.repeat(14)}<p>{200}</p>`, '15-15'],
    ['verse below a title', `${title}${'<p>水水水水水水</p>'.repeat(4)}`, '1-4'],
    ['prose of 70 on a page without a title', `${nameless}<p>{70}</p>`, '0-0'],
    ['prose below neighbours', `${nameless}<p>上一篇：甲</p><p>{90}</p>`, null],
    ['rich prose below neighbours', `${nameless}<p>上一篇：甲</p><p>{200}</p>`, '1-1'],
    ['nearly rich prose below neighbours', `${nameless}<p>上一篇：甲</p><p>{199}</p>`, null],
    ['verse with a credit', `${nameless}<p>作者：王芳</p>${'<p>水水水水水水</p>'.repeat(4)}`, '1-4'],
    ['verse without one', `${nameless}${'<p>水水水水水水</p>'.repeat(4)}`, null],
    [
      'verse with a credit four lines above',
      `${nameless}<p>作者：王芳</p>${link.repeat(3)}${'<p>水水水水水水</p>'.repeat(4)}`,
      '4-7',
    ],
    [
      'verse with a credit five lines above',
      `${nameless}<p>作者：王芳</p>${link.repeat(4)}${'<p>水水水水水水</p>'.repeat(4)}`,
      null,
    ],
    [
      'verse with a credit two lines below',
      `${nameless}${'<p>水水水水水水</p>'.repeat(4)}${link}<p>作者：王芳</p>`,
      '0-3',
    ],
    [
      'verse with a credit three lines below',
      `${nameless}${'<p>水水水水水水</p>'.repeat(4)}${link}${link}<p>作者：王芳</p>`,
      null,
    ],
    ['a line below a credit of two labels', `${nameless}<p>作者：王芳 来源：校刊</p><p>水利要紧。</p>`, '1-1'],
    ['a line below a credit of one', `${nameless}<p>作者：王芳</p><p>水利要紧</p>`, null],
    ['beyond a box', `${title}<p>{90}</p><div><div>相关链接</div>${link}${link}</div><p>{40}</p><p>{40}</p>`, '1-6'],
    ['prose around a line of contact', `${title}<p>{90}</p>${contact}<p>{90}</p>`, '1-3'],
    ['prose below a title that is less than what is above', `${above}<h1>水利史话</h1><p>{40}</p>`, '22-22'],
    ['next to nothing below a title', `${above}<h1>水利史话</h1><p>{39}</p>`, '0-0'],
    ['prose fourteen lines below such a title', `${above}<h1>水利史话</h1>${link.repeat(14)}<p>{60}</p>`, '36-36'],
    ['prose fifteen lines below such a title', `${above}<h1>水利史话</h1>${link.repeat(15)}<p>{60}</p>`, '0-0'],
    ['lines up to a long link', `${title}<p>水利要紧。</p><p>史话。</p>${long}<p>史话。</p>${long}`, '1-2'],
    ['lines up to one before a long link', `${title}<p>水利要紧。</p><p>史话</p>${long}<p>史话。</p>`, '1-1'],
    ['nothing', `${nameless}${link}`, null],
  ])('%s', (_, markup, wanted) => {
    expect(seedOf(markup)).toBe(wanted);
  });
});

describe('the region', () => {
  function regionOf(markup: string): string | null {
    const { body: root, title: documentTitle } = smallPage(markup);
    const marked = root.querySelector('#marked');
    const region = readRegion(readOutline(root, documentTitle, { marked }), marked);
    return (
      region && `${region.container.tagName} ${region.first}-${region.last} ${region.lines.map(({ index }) => index)}`
    );
  }

  it.each([
    ['its own heading above the text', `${nameless}<p>水利</p><p>{90}</p><p>{90}</p>`, 'HTML 0-2 0,1,2'],
    ['no heading in another element', `${nameless}<div>水利</div><p>{90}</p><p>{90}</p>`, 'HTML 1-2 0,1,2'],
    ['no heading that links', `${nameless}<p><a href=1>水利</a></p><p>{90}</p><p>{90}</p>`, 'HTML 1-2 0,1,2'],
    ['no heading that credits', `${nameless}<p>作者：王芳</p><p>{90}</p><p>{90}</p>`, 'HTML 1-2 0,1,2'],
    ['no tool for a heading', `${nameless}<p>打印</p><p>{90}</p><p>{90}</p>`, 'HTML 1-2 0,1,2'],
    ['four lines in front', `${title}${plain(4)}<div><p>{90}</p><p>{90}</p></div>`, 'DIV 1-6 1,2,3,4,5,6'],
    ['five lines in front', `${title}${plain(5)}<div><p>{90}</p><p>{90}</p></div>`, 'DIV 6-7 6,7'],
    ['a marked body', `${title}<p>水利</p><div id=marked>{90}<br>{90}</div><p>{90}</p>`, 'DIV 1-3 1,2,3'],
    ['a marked letter', `${title}<div><b id=marked>{90}</b><br>{90}</div>`, 'DIV 1-2 1,2'],
  ])('has %s', (_, markup, wanted) => {
    expect(regionOf(markup)).toBe(wanted);
  });
});

describe('pictures in the place of a text', () => {
  const picture = '<img src="p.jpg" width=400 height=300>';
  const path = '<div>当前位置：首页 &gt; 理论</div>';
  const credits = '<div>作者：王芳 来源：校刊</div>';
  function picturesOf(markup: string): string | null {
    const document = smallPage(markup);
    const outline = readOutline(document.body, document.title);
    const region = readPictureBody(document.body, outline, document.title, new Set(document.querySelectorAll('.skip')));
    if (region === null) return null;
    const { pictures, container, first, last } = region;
    return `${pictures?.above.index}-${pictures?.below?.index ?? ''} ${container.tagName} ${first}-${last}`;
  }

  it.each([
    ['below a title', `${title}<p>${picture}</p>`, '0- P 1-0'],
    ['above a title alone', `${title.replace('¶', `¶${picture}`)}`, null],
    ['two of them', `${title}<p>${picture}</p><p>${picture}</p>`, '0- BODY 1-0'],
    ['above neighbours', `${title}<p>${picture}</p><p>上一篇：甲</p>`, '0-1 P 1-0'],
    ['below neighbours', `${title}<p>上一篇：甲</p><p>${picture}</p>`, null],
    ['above two links of its head', `${title}<p>${picture}</p>${link}${link}`, '0- P 3-2'],
    ['above two links', `${title}<p>${picture}</p>${plain(4)}${link}${link}`, '0-5 P 5-4'],
    ['above one link', `${title}<p>${picture}</p>${plain(4)}${link}<p>水利</p>`, '0- P 7-6'],
    [
      'above one link and two',
      `${title}<p>${picture}</p>${plain(4)}${link}<p>水利</p>${link}${link}${link}`,
      '0-7 P 7-6',
    ],
    [
      'above two lines three fifths of which are links',
      `${title}<p>${picture}</p>${plain(4)}${half}${half}`,
      '0- P 7-6',
    ],
    ['below two links', `${title}${plain(4)}${link}${link}<p>${picture}</p>`, null],
    ['below credits', `${title}<p>作者：王芳</p><p>${picture}</p>`, '0- P 2-1'],
    ['in an archive’s wrapper', `${title}<p class=skip>${picture}</p>`, null],
    ['hidden', `${title}<div style="display:none"><p>${picture}</p></div>`, null],
    ['an ornament', `${title}<p><img src="line.gif" width=400 height=3></p>`, null],
    ['one that leads to a larger one', `${title}<p><a href="big.JPG?x">${picture}</a></p>`, '0- A 1-0'],
    ['one that leads to a file of another name', `${title}<p><a href="big.jpgx">${picture}</a></p>`, null],
    ['one that leads to another page', `${title}<p><a href="b.htm">${picture}</a></p>`, null],
    ['one that leads to a script', `${title}<p><a href="javascript:void(0)">${picture}</a></p>`, '0- A 1-0'],
    ['one that leads nowhere', `${title}<p><a href="#">${picture}</a></p>`, '0- A 1-0'],
    ['one in an anchor', `${title}<p><a name=x>${picture}</a></p>`, '0- A 1-0'],
    ['between path and credits', `${nameless}${path}<div>水利史话</div>${credits}<p>${picture}</p>`, '1- P 3-2'],
    ['without a path', `${nameless}<div>水利史话</div>${credits}<p>${picture}</p>`, null],
    ['without credits', `${nameless}${path}<div>水利史话</div><p>${picture}</p>`, null],
    ['with credits of one label', `${nameless}${path}<div>水利史话</div><div>作者：王芳</div><p>${picture}</p>`, null],
  ])('%s', (_, markup, wanted) => {
    expect(picturesOf(markup)).toBe(wanted);
  });
});

describe('the second reader', () => {
  const prose = '<p>{90}</p>'.repeat(4);
  const articleOf = (markup: string): string => {
    const document = smallPage(markup);
    const lines = readLines(document.body);
    return [...readArticle({ document, lines, skip: [] }, shortArticle.chinese)]
      .map(({ index }) => index)
      .toSorted((a, b) => a - b)
      .join(',');
  };

  it.each(['button', 'fieldset', 'input', 'object', 'output', 'select', 'textarea', 'x-field'])(
    'is not led astray by the name of a %s',
    (tag) => {
      for (const name of ['parentNode', 'children', 'attributes'])
        expect(articleOf(`<form>${prose}<${tag} name="${name}" id="${name}"></${tag}></form>`)).toBe('0,1,2,3');
    },
  );

  it.each(['embed', 'form', 'iframe', 'img', 'object'])(
    'is not led astray by what a document has as a property: %s',
    (tag) => {
      for (const name of ['documentElement', 'createElement', 'getElementsByTagName'])
        expect(articleOf(`${prose}<${tag} name="${name}" id="${name}"></${tag}>`)).toBe('0,1,2,3');
    },
  );

  it.each([
    ['<p>水利史话水利史话水利水。<span class=sidebar>印</span></p>', '0,1,2,3,4'],
    ['<p>水利史话水利史话水利。<span class=sidebar>印</span></p>', '0,1,2,3'],
    ['<p>水利史话水利史话水利。</p>', '0,1,2,3,4'],
  ])('finds a line again that lacks a button: %s', (line, wanted) => {
    expect(articleOf(prose + line)).toBe(wanted);
  });
});

it.each([
  ['甲_乙', '甲|乙'],
  ['甲|乙', '甲|乙'],
  ['甲｜乙', '甲|乙'],
  ['甲»乙', '甲|乙'],
  ['甲→乙', '甲|乙'],
  ['甲::乙:::丙', '甲|乙|丙'],
  ['甲--乙---丙', '甲|乙|丙'],
  ['甲——乙—丙', '甲|乙|丙'],
  ['青山党校：乙', '青山党校|乙'],
  ['行政学院:乙', '行政学院|乙'],
  ['甲：乙', '甲：乙'],
  ['甲>乙>>丙', '甲|乙|丙'],
  ['a - b – c', 'a|b|c'],
  ['a-b', 'a-b'],
  ['甲-乙', '甲|乙'],
  ['甲）–“乙”', '甲）|“乙”'],
  ['甲-b', '甲-b'],
  [' 甲 _ _ 乙 ', '甲|乙'],
])('the parts of %s are %s', (text, parts) => {
  expect(titleParts(text).join('|')).toBe(parts);
});

it.each([
  ['★水☆利\u200b史话\ue000', '水利史话'],
  ['【本网快讯】水利', '水利'],
  ['【一二三四五六七八独家】水利', '水利'],
  ['【一二三四五六七八九独家】水利', '【一二三四五六七八九独家】水利'],
  ['水利【字体：大 中 小】', '水利'],
  ['水利[字 号]', '水利'],
  ['水利(大 中 小)', '水利'],
  ['水利（大中小）', '水利'],
  ['水利［打印本页］［关闭窗口］', '水利'],
  ['标题：水利', '水利'],
  ['文章标 题 : 水利', '水利'],
  ['题目：水利', '水利'],
  ['水利标题：史话', '水利标题：史话'],
  ['[图文]水利', '水利'],
  ['（组图） 水利', '水利'],
  ['荐】水利', '水利'],
  ['热水利', '热水利'],
  ['水利[图]史话', '水利[图]史话'],
  ['水利   史话\n', '水利 史话'],
  ['水利史话*', '水利史话'],
  ['水利史话 ＊＊', '水利史话'],
  ['水利史话※†‡', '水利史话'],
  ['水利*史话', '水利*史话'],
  ['水利史话①', '水利史话①'],
])('%j without what is set beside it is %s', (text, wanted) => {
  expect(cleanTitle(text)).toBe(wanted);
});
