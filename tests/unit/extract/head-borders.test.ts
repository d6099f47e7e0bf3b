import { describe, expect, it } from 'vitest';
import { isAffiliation, readHead } from '../../../lib/extract/head.ts';
import { readLines } from '../../../lib/lines/line.ts';
import { smallPage } from '../../support/small-page.ts';

const text = '<p>正文{90}</p>';

/** The lines of the head below the title that `below` stands under, by their first characters. */
function headOf(below: string, titled = true): string {
  const lines = readLines(smallPage(`<h1>水利史话</h1>${below}`).body);
  const range = { first: 1, last: lines.length, score: 0 };
  const head = readHead(lines, titled ? (lines[0] ?? null) : null, range);
  return head.map(({ text: own }) => own.slice(0, 4)).join('|');
}
const row = (...cells: readonly string[]): string => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;

describe('the head below a title', () => {
  it.each([
    ['no credits', text, ''],
    ['credits', `<p>作者：王芳</p><p>来源：校刊</p>${text}`, '作者：王|来源：校'],
    ['credits without a title', `<p>作者：王芳</p>${text}`, '作者：王'],
    [
      'three plain lines between',
      `<p>作者：王芳</p><p>水利</p><p>水利</p><p>水利</p><p>来源：校刊</p>${text}`,
      '作者：王|来源：校',
    ],
    ['four plain lines between', `<p>作者：王芳</p>${'<p>水利</p>'.repeat(4)}<p>来源：校刊</p>${text}`, '作者：王'],
    ['fourteen lines', `${'<p>作者：王芳</p>'.repeat(15)}${text}`, '作者：王|'.repeat(14).slice(0, -1)],
    ['prose of 25 between', `<p>作者：王芳</p><p>{25}</p><p>来源：校刊</p>${text}`, '作者：王|来源：校'],
    ['prose of 26 between', `<p>作者：王芳</p><p>{26}</p><p>来源：校刊</p>${text}`, '作者：王'],
    ['a line of 200 that credits', `<p>[190]作者：王芳</p><p>来源：校刊</p>`, ''],
    ['the title again', `<p>水利史话</p>${text}`, '水利史话'],
    ['a menu', `<p><a href=1>水利水利水利</a>水利水利</p>${text}`, ''],
    ['more of a menu', `<p><a href=1>水利水利水利水</a>利水利</p>${text}`, '水利水利'],
    ['a long menu', `<p><a href=1>[59]</a></p><p><a href=1>[60]</a></p>${text}`, '水水水水'],
    ['tools', `<p>【打印】【关闭】</p>${text}`, '【打印】'],
    ['a moment', `<p>水利 2005-07-14 12:30 水利</p>${text}`, '水利 2'],
    ['a moment in other signs', `<p>水利2005年7月4日　9：05水利</p>${text}`, '水利20'],
    ['a moment in 79 characters', `<p>2005-07-14 12:30[64]</p>${text}`, '2005'],
    ['a moment in 80 characters', `<p>2005-07-14 12:30[65]</p>${text}`, ''],
    ['a moment in a sentence', `<p>2005-07-14 12:30的水利。水利</p>${text}`, ''],
    ['where the author works', `<p>（青山市委党校，青山332000）</p>${text}`, '（青山市'],
    ['a byline', `<p>王芳</p>${text}`, '王芳'],
    ['a byline among lines of a block', '<p>水利<br>王芳<br>水利</p>', ''],
    ['a byline above a long line of a block', '<p>水利<br>王芳<br>[25]</p>', '王芳'],
    ['a byline above a line of a block', '<p>水利<br>王芳<br>[24]</p>', ''],
    ['a byline between a credit and a line of a block', '<p>作者：王芳<br>李明<br>水利</p>', '作者：王|李明'],
    ['a byline in a cell of its own', `<table>${row('王芳')}</table>${text}`, '王芳'],
    ['a byline beside another cell', `<table>${row('王芳', '水利')}</table>${text}`, ''],
    ['a byline behind another cell', `<table>${row('水利', '王芳')}</table>${text}`, ''],
    ['a byline beside its label', `<table>${row('作者', '王芳')}</table>${text}`, '作者|王芳'],
    ['a value of 39 characters beside a label', `<table>${row('作者', '[39]')}</table>${text}`, '作者|水水水水'],
    ['a value of 40 characters beside a label', `<table>${row('作者', '[40]')}</table>${text}`, '作者'],
    ['a value in another row', `<table>${row('作者')}${row('水利')}</table>${text}`, '作者'],
    ['a value in a list of terms', `<dl><dt>作者</dt><dd>水利</dd></dl>${text}`, '作者|水利'],
    ['a value in another list', `<dl><dt>作者</dt></dl><dl><dd>水利</dd></dl>${text}`, '作者'],
    [
      'a table of values',
      `<table>${row('日期', '课程')}${row('初一', '水利')}${row('初二', '水利')}</table>${text}`,
      '',
    ],
    ['a table of two rows', `<table>${row('日期', '课程')}${row('初一', '水利')}</table>${text}`, '日期|课程'],
    [
      'a table of blanks',
      `<table>${row('日期', '课程')}${row(' ', ' ')}${row('初二', '水利')}</table>${text}`,
      '日期|课程',
    ],
    [
      'items of a list behind a credit',
      `<ul><li>2006-3-5</li><li>林州日报</li><li>水利</li></ul>${text}`,
      '2006|林州日报|水利',
    ],
    ['items before a credit', `<ul><li>林州日报</li><li>2006-3-5</li></ul>${text}`, '2006'],
    ['an item of 20 characters', `<ul><li>2006-3-5</li><li>[20]</li></ul>${text}`, '2006|水水水水'],
    ['an item of 21 characters', `<ul><li>2006-3-5</li><li>[21]</li></ul>${text}`, '2006'],
    ['an item that is a sentence', `<ul><li>2006-3-5</li><li>水利，史话</li></ul>${text}`, '2006'],
    ['an item of another list', `<ul><li>2006-3-5</li></ul><ul><li>林州日报</li></ul>${text}`, '2006'],
    ['a paragraph behind a credit', `<p>2006-3-5</p><p>林州日报</p>${text}`, '2006'],
  ])('with %s', (_, below, wanted) => {
    expect(headOf(below)).toBe(wanted);
  });

  it.each([
    ['摘要：水利', true],
    ['【摘 要】水利', true],
    ['提要：水利', true],
    ['提 要：水利', true],
    ['导读：水利', true],
    ['[导 读]水利', true],
    ['内容提要：水利', true],
    ['内容摘要：水利', true],
    [' 核心提示：水利', true],
    ['水利摘要：水利', false],
    ['水利提要：水利', false],
  ])('has an abstract in a box of its own: %s', (words, isOf) => {
    const first = words.trim().slice(0, 4);
    const box = `<table><tr><td>${words}</td></tr></table>`;
    expect(headOf(box + text)).toBe(isOf ? first : '');
    expect(headOf(`<p>${words}</p>${text}`)).toBe('');
    expect(headOf(box)).toBe('');
    expect(headOf(`<table><tr><td><p>${words}</p>${text}</td></tr></table>`)).toBe('');
  });

  it('has a lead above the title’s repeat, within six lines', () => {
    const lead = '<p>导语{100}</p><p>水利史话</p><p>王芳</p>';
    const repeat = `${lead}${text}`;
    expect(headOf(repeat)).toBe('水利史话|王芳');
    expect(headOf(repeat, false)).toBe('');
    expect(headOf(`${'<p>作者：王芳</p>'.repeat(5)}${repeat}`).endsWith('水利史话|王芳')).toBe(true);
    expect(headOf(`${'<p>作者：王芳</p>'.repeat(6)}${repeat}`).endsWith('水利史话|王芳')).toBe(false);
  });
});

it.each([
  ['（青山市委党校，青山332000）', true],
  ['(青山市委党校 332000 )', true],
  ['（水利史话332000）', true],
  ['（水利史332000）', false],
  [`（${'水'.repeat(60)}332000）`, true],
  [`（${'水'.repeat(61)}332000）`, false],
  ['（青山市委党校，青山33200）', false],
  ['（青山。市委党校332000）', false],
  ['水（青山市委党校332000）', false],
  ['（青山市委党校332000）水', false],
  ['（青山（市）委党校332000）', false],
])('%s tells where the author works: %s', (words, isOne) => {
  expect(isAffiliation(words)).toBe(isOne);
});
