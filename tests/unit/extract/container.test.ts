import { describe, expect, it } from 'vitest';
import { findContainer } from '../../../lib/extract/container.ts';
import { findTitle } from '../../../lib/extract/title.ts';
import { readLines } from '../../../lib/lines/line.ts';
import { smallPage } from '../../support/small-page.ts';

/** The element that holds the essay among the lines of a page, by its tag and id. */
function containerOf(markup: string): string | null {
  const found = findContainer(readLines(smallPage(markup).body));
  return found && `${found.tagName}${found.id && `#${found.id}`}`;
}
const text = (size: number): string => `<p>{${size}}</p>`;

describe('the element that holds an essay', () => {
  it.each([
    ['of nothing', '', null],
    ['of lines without prose', '<div id=a><p>水利</p></div><div id=b><p>水利</p></div>', 'BODY'],
    ['of one line without prose', '<div id=a><p>水利</p></div>', 'P'],
    ['of one paragraph', `<div id=a>${text(90)}</div>`, 'P'],
    ['of two paragraphs', `<div id=a>${text(90)}${text(90)}</div>`, 'DIV#a'],
    ['of lines of one block', '<div id=a>{90}<br>{90}</div>', 'DIV#a'],
    ['of cells', `<table id=a><tr><td>{90}</td></tr><tr><td>{90}</td></tr></table>`, 'TBODY'],
    ['of items', '<ul id=a><li>{90}</li><li>{90}</li></ul>', 'UL#a'],
    ['of headings and paragraphs', `<div id=a><h2>{40}</h2>${text(90)}</div>`, 'DIV#a'],
    ['of blocks that hold a paragraph each', '<div id=a><div>{90}</div><div>{90}</div></div>', 'DIV#a'],
    ['of quotations', '<div id=a><blockquote>{90}</blockquote><center>{90}</center></div>', 'DIV#a'],
    ['of the most prose', `<div id=a>${text(90)}${text(20)}</div><div id=b>${text(300)}${text(300)}</div>`, 'DIV#b'],
    [
      'without a notice of less than three tenths',
      `<div id=o><div id=a>${text(100)}${text(100)}</div><div id=b>${text(30)}${text(29)}</div></div>`,
      'DIV#a',
    ],
    [
      'with what wins three tenths',
      `<div id=o><div id=a>${text(100)}${text(100)}</div><div id=b>${text(30)}${text(30)}</div></div>`,
      'DIV#o',
    ],
    [
      'with both of two halves',
      `<div id=o><div id=a>${text(100)}${text(100)}</div><div id=b>${text(90)}${text(90)}</div></div>`,
      'DIV#o',
    ],
    ['as deep as it can be', `<div id=o><div id=a><div id=b>${text(90)}${text(90)}</div></div></div>`, 'DIV#b'],
  ])('%s', (_, markup, wanted) => {
    expect(containerOf(markup)).toBe(wanted);
  });

  it('is widened by what follows without a break', () => {
    const lines = readLines(smallPage(`<div id=o><div id=a>${text(100)}${text(100)}</div>${text(90)}</div>`).body);
    expect([findContainer(lines.slice(0, 2))?.id, findContainer(lines.slice(0, 2), lines)?.id]).toEqual(['a', 'o']);
  });
});

describe('the title of a page', () => {
  const title = '<title>水利史话_青山党校</title>¶';
  /** The line that is found above the text that holds 正文, or on the whole page, with its weight. */
  function titleOf(markup: string, isWhole = false): string | null {
    const document = smallPage(markup);
    const lines = readLines(document.body);
    const bodyFirst = isWhole ? null : lines.findIndex(({ text: own }) => own.includes('正文'));
    const found = findTitle({ lines, documentTitle: document.title, bodyFirst });
    return found && `${found.line.index}:${Math.round(found.weight * 100) / 100}`;
  }
  const body = '<p>正文{90}</p>';
  const plain = (count: number): string => '<p>乡村见闻录。</p>'.repeat(count);

  it.each([
    ['that the page’s own names', `${title}<p>水利史话</p>${body}`, '0:6.88'],
    ['in a heading, which weighs more', `${title}<h1>水利史话</h1>${body}`, '0:9.88'],
    ['that nothing says', `${title}<p>乡村见闻录。</p>${body}`, null],
    ['that stands twice, the first', `${title}<p>水利史话</p><p>作者：王芳</p><p>水利史话</p>${body}`, '0:9.76'],
    ['within the text', `${title}${body}<p>水利史话</p>`, '1:6.5'],
    ['within the text, five lines on', `${title}${body}${plain(4)}<p>水利史话</p>`, '5:4.5'],
    ['within the text, six lines on', `${title}${body}${plain(5)}<p>水利史话</p>`, null],
    ['forty lines above', `${title}<h1>水利史话</h1>${plain(39)}${body}`, '0:5.2'],
    ['forty-one lines above', `${title}<h1>水利史话</h1>${plain(40)}${body}`, null],
    ['that is a byline', `<title>青山党校</title>¶<h1>记者林有禾</h1>${body}`, null],
    ['beside marks and tools', `${title}<p>★水利史话【字体：大 中 小】</p>${body}`, '0:10.38'],
    ['longer than a title may be', `<title>青山党校</title>¶<h1>[104]</h1>${body}`, null],
  ])('%s', (_, markup, wanted) => {
    expect(titleOf(markup)).toBe(wanted);
  });

  it.each([
    ['named by the page’s own', `${title}<p>甲</p><h1>水利史话</h1>`, '1:10'],
    ['a part of it', `${title}<h1>青山党校</h1>`, '0:7.5'],
    ['that begins as it does', `${title}<h1>水利史话续编</h1>`, null],
    ['nowhere', `${title}<h1>乡村见闻录</h1>`, null],
  ])('on a page without a text: %s', (_, markup, wanted) => {
    expect(titleOf(markup, true)).toBe(wanted);
  });

  it('is no line below credits where another may be one above, unless the page’s own names it', () => {
    const two = (second: string): string =>
      `<title>青山党校</title>¶<h2>论水利</h2><p>作者：王芳</p><h1>${second}</h1>${body}`;
    expect(titleOf(two('论县域'))).toBe('0:4.26');
    expect(titleOf(two('青山党校'))?.slice(0, 1)).toBe('2');
  });
});
