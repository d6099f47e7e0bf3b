import { describe, expect, it } from 'vitest';
import type { Essay } from '../../../lib/essay/essay.ts';
import { readEssay } from '../../../lib/pipeline/read-page.ts';
import { parsePage } from '../../support/parse-page.ts';
import { paragraphs } from '../../support/portal-page.ts';

// Text portals, mirrors and files of plain text, which browsers show in a `<pre>`: title, credits, text and footer are rows of one element.
const title = '管水的章程';
const footer = '中共清河市委党校  版权所有\n地址：清河市人民路1号  邮编：333000';
const url = 'http://www.qhswdx.com/txt/08.txt';

function essayOf(html: string): Essay {
  const read = readEssay({ document: parsePage(html, url), url });
  if (!read.ok) throw new Error(read.problem.code);
  return read.value;
}
const linesOf = ({ text }: Essay): readonly string[] => text.split('\n').filter((line) => line !== '');
const shown = (text: string): string =>
  `<html><head><meta name="color-scheme" content="light dark"></head><body><pre style="word-wrap: break-word; white-space: pre-wrap;">${text}</pre></body></html>`;
/** A text broken by hand at so many characters. */
const wrapped = (text: string, width: number): string =>
  text.match(new RegExp(`.{1,${width}}`, 'gu'))?.join('\n') ?? '';

describe('a page that is one preformatted text', () => {
  it('gives title, author, source and day, and loses its footer', () => {
    const essay = essayOf(
      shown(
        `${title}\n\n作者：林有禾\n来源：《清河论坛》2004年第3期\n发布日期：2004-06-12\n\n${paragraphs.map((one) => `　　${one}`).join('\n')}\n\n${footer}\n`,
      ),
    );
    expect([essay.title, essay.authors, essay.source, essay.publishedOn, essay.institution, linesOf(essay)]).toEqual([
      title,
      ['林有禾'],
      '清河论坛',
      '2004-06-12',
      '中共清河市委党校',
      paragraphs,
    ]);
  });

  it.each([
    ['paragraphs that blanks open', paragraphs.map((one) => `    ${one}`).join('\n')],
    ['paragraphs that blank lines part', paragraphs.join('\n\n')],
    ['lines of a fixed width, indented', paragraphs.map((one) => wrapped(`　　${one}`, 36)).join('\n')],
    ['lines of a fixed width, blank lines between', paragraphs.map((one) => wrapped(one, 36)).join('\r\n\r\n')],
    ['short lines of a fixed width, blank lines between', paragraphs.map((one) => wrapped(one, 24)).join('\n\n')],
    ['lines of a fixed width, nothing between', paragraphs.map((one) => wrapped(one, 36)).join('\n')],
  ])('has %s', (_, text) => {
    const essay = essayOf(shown(`            ${title}\n\n            ·林有禾·\n\n${text}\n\n${footer}\n`));
    expect([essay.title, essay.authors, linesOf(essay)]).toEqual([title, ['林有禾'], paragraphs]);
  });

  it('has its title set to the middle, and no blank line', () => {
    const rows = [`　　　　　　${title}`, '　　　　　　　林有禾', ...paragraphs.map((one) => `　　${one}`)];
    const essay = essayOf(`<title>清河市委党校</title><xmp>${rows.join('\n')}\n</xmp><p>主办：中共清河市委党校</p>`);
    expect([essay.title, essay.authors, linesOf(essay)]).toEqual([title, ['林有禾'], paragraphs]);
  });

  it.each([
    ['no blank line', `${title}\n林有禾\n`],
    ['rules', `${title}\n--------------------\n作者：林有禾\n--------------------\n`],
    ['a frame of stars', `********************\n*  ${title}  *\n********************\n作者：林有禾\n\n`],
  ])('has its title set off by %s', (_, head) => {
    const essay = essayOf(shown(`${head}${paragraphs.map((one) => `　　${one}`).join('\n')}\n\n${footer}`));
    expect([essay.title, essay.authors]).toEqual([title, ['林有禾']]);
  });

  it('has credits that blanks part', () => {
    const head = `${title}\n\n作者：林有禾    来源：清河日报    2005-07-14\n\n`;
    const essay = essayOf(shown(`${head}${paragraphs.map((one) => `　　${one}`).join('\n')}\n\n${footer}`));
    expect([essay.authors, essay.source, essay.publishedOn]).toEqual([['林有禾'], '清河日报', '2005-07-14']);
  });

  it('has a margin, and lines of a fixed width', () => {
    const rows = paragraphs.flatMap((one) => wrapped(`　　${one}`, 30).split('\n')).map((row) => `    ${row}`);
    const essay = essayOf(shown(`        ${title}\n\n        林有禾\n\n${rows.join('\n')}\n\n${footer}`));
    expect([essay.title, linesOf(essay)]).toEqual([title, paragraphs]);
  });

  it('is a poem, whose author a blank line parts from it', () => {
    const verse = ['登楼望大江，', '风起雁成行。', '旧事随流水，', '新苗满稻场。'];
    const rows = [`      ${title}`, '', '      林有禾', '', ...verse.map((line) => `  ${line}`)];
    const essay = essayOf(
      `<title>${title}--清河市委党校</title><pre>\n${rows.join('\n')}\n</pre><p>中共清河市委党校 版权所有</p>`,
    );
    expect([essay.authors, linesOf(essay)]).toEqual([['林有禾'], verse]);
  });

  it('has headings and a list of works, which stay lines of their own', () => {
    const rows = [paragraphs[0], '一、章程', paragraphs[1], '参考文献：', '[1] 王芳.水利志[M].清河：清河出版社，1999.'];
    const essay = essayOf(shown(`${title}\n\n林有禾\n\n${rows.map((row) => `    ${row}`).join('\n\n')}\n\n${footer}`));
    expect(linesOf(essay)).toEqual(rows);
  });

  it.each([
    ['of its own', '<div style="white-space: pre-wrap">', ''],
    ['of a sheet', '<div class="t">', '<style>.t { white-space: pre-line }</style>'],
  ])('is so by a style %s', (_, open, sheet) => {
    const rows = [title, '作者：林有禾　　日期：2007-4-2', '', ...paragraphs.map((one) => `　　${one}`), '', footer];
    const essay = essayOf(`<html><head>${sheet}</head><body>${open}${rows.join('\n')}</div></body></html>`);
    expect([essay.title, essay.authors, essay.publishedOn, linesOf(essay)]).toEqual([
      title,
      ['林有禾'],
      '2007-04-02',
      paragraphs,
    ]);
  });

  it('keeps what stands between its rows in elements of their own', () => {
    const [first, second, third] = paragraphs;
    const text = `${title}\n\n林有禾\n\n　　${first}\n　　<b>章程</b>：${second}\n　　${third}\n`;
    expect(linesOf(essayOf(`<pre>${text}</pre><p>中共清河市委党校 版权所有</p>`))).toEqual([
      first,
      `章程：${second}`,
      third,
    ]);
  });
});

describe('a page without a single element', () => {
  it('is a text, whatever it was served as', () => {
    const essay = essayOf(
      `${title}\n\n作者：林有禾\n\n${paragraphs.map((one) => `　　${one}`).join('\n')}\n\n${footer}\n`,
    );
    expect([essay.title, essay.authors, linesOf(essay)]).toEqual([title, ['林有禾'], paragraphs]);
  });
});

describe('a page without a title of its own', () => {
  it('takes the line that a blank line sets apart above its text', () => {
    const essay = essayOf(
      `<title></title><table><tr><td>${title}<br><br>林有禾<br><br>　　${paragraphs.join('<br><br>　　')}<br></td></tr></table><p>中共清河市委党校　电话 0790-6220188</p>`,
    );
    expect([essay.title, essay.authors, linesOf(essay)]).toEqual([title, ['林有禾'], paragraphs]);
  });
});
