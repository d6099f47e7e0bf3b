import { describe, expect, it } from 'vitest';
import { upToComments } from '../../../lib/extract/end.ts';
import { richestRange } from '../../../lib/extract/range.ts';
import { findFloor } from '../../../lib/extract/seed.ts';
import { firstOfRepeats, hasCreditBetween, plainLines, weightOfPlace } from '../../../lib/extract/title-place.ts';
import { findVerse } from '../../../lib/extract/verse.ts';
import { type Line, readLines } from '../../../lib/lines/line.ts';
import { smallPage } from '../../support/small-page.ts';

const linesOf = (markup: string): readonly Line[] => readLines(smallPage(markup).body);
const holding = (lines: readonly Line[], words: string): Line => {
  const line = lines.find(({ text }) => text.includes(words));
  if (line === undefined) throw new Error(`no line with ${words}`);
  return line;
};

it.each<[readonly number[], readonly [number, number, number] | null]>([
  [[], null],
  [[0, -1, 0], null],
  [[5], [0, 0, 5]],
  [
    [-1, 5, -1],
    [1, 1, 5],
  ],
  [
    [3, -2, 4],
    [0, 2, 5],
  ],
  [
    [3, -3, 4],
    [2, 2, 4],
  ],
  [
    [3, -4, 4],
    [2, 2, 4],
  ],
  [
    [4, -5, 3],
    [0, 0, 4],
  ],
  [
    [4, -9, 4],
    [0, 0, 4],
  ],
  [
    [0, 4, 0, 0],
    [1, 1, 4],
  ],
  [
    [0.5, -1, 0.4],
    [0, 0, 0.5],
  ],
])('the richest run of %j is %j', (scores, run) => {
  expect(richestRange(scores)).toEqual(run && { first: run[0], last: run[1], score: run[2] });
});

describe('verse', () => {
  const four = (line: string): string => `<p>${line}</p>`.repeat(4);
  it.each([
    [four('水水水水水水'), '0-3:24'],
    [`${'<p>水水水水水水</p>'.repeat(3)}<p>水水水水水</p>`, null],
    ['<p>水水水水水水水水</p>'.repeat(3), null],
    ['<p>水水水水水水水水</p>'.repeat(5), '0-4:40'],
    [four('[40]'), '0-3:160'],
    [four('[41]'), null],
    [four('abc水水水'), '0-3:24'],
    [four('abcdefg'), null],
    [`<p>${'水水水水水水<br>'.repeat(4)}</p>`, '0-3:24'],
    [`<table>${'<tr><td>水水水水水水</td></tr>'.repeat(4)}</table>`, null],
    [`<table><tr>${'<td>水水水水水水</td>'.repeat(4)}</tr></table>`, null],
    [`<table><tr>${'<th>水水水水水水</th>'.repeat(4)}</tr></table>`, null],
    [`<dl>${'<dd>水水水水水水</dd>'.repeat(4)}</dl>`, '0-3:24'],
    [`<div><p>水水水水水水</p></div>`.repeat(4), null],
    [`${four('水水水水水水')}<p><a href=1>水水</a></p>${four('水水水水水水水')}`, '5-8:28'],
    [`${four('水水水水水水')}<p>[50]</p>${four('水水水水水水')}`, '0-3:24'],
    [`${four('水水水水水水')}<p>王芳</p>`, '0-3:24'],
    [`<p>作者：王芳</p>${four('水水水水水水')}`, '1-4:24'],
    [`<p>相关文章</p>${four('水水水水水水')}`, '1-4:24'],
  ])('%s', (markup, wanted) => {
    const run = findVerse(linesOf(markup));
    expect(run && `${run.first}-${run.last}:${run.score}`).toBe(wanted);
  });
});

describe('the floor', () => {
  it.each<[string, number, number]>([
    ['<p>水利</p><p>史话</p>', -1, 2],
    ['<p>{90}</p><p>上一篇：甲</p><p>下一篇：乙</p>', -1, 1],
    ['<p>上一篇：甲</p><p>{90}</p><p>下一篇：乙</p>', 0, 2],
    ['<p>{90}</p><p>网友评论</p>', -1, 1],
    ['<p>{90}</p><p>版权所有：青山党校</p>', -1, 1],
    ['<p>版权所有：青山党校</p><p>{199}</p>', -1, 0],
    ['<p>版权所有：青山党校</p><p>{200}</p>', -1, 2],
    ['<p>版权所有：青山党校</p><p>{150}</p><p>版权所有：青山党校</p><p>{150}</p>', -1, 2],
    ['<p>{300}</p><p>版权所有：青山党校</p><p>{150}</p>', 1, 3],
  ])('of %s below %i', (markup, from, floor) => {
    expect(findFloor(linesOf(markup), from)).toBe(floor);
  });
});

it.each([
  ['<p>{79}</p><p>网友评论</p><p>{20}</p>', 3],
  ['<p>{80}</p><p>网友评论</p><p>{20}</p>', 1],
  ['<p>网友评论</p><p>{90}</p>', 2],
  ['<p>网友评论</p><p>{90}</p><p>网友评论</p>', 2],
  ['<p>{90}</p><p>水利</p>', 2],
])('of %s the lines up to the comments are %i', (markup, count) => {
  expect(upToComments(linesOf(markup)).length).toBe(count);
});

describe('a line above the text', () => {
  const text = '<p>正文{90}</p>';
  const path = '<div>当前位置：首页 &gt; 理论</div>';
  const credit = '<p>作者：王芳 来源：校刊</p>';
  /** The weight of the place of the line that holds 史话 above, or in, the text that holds 正文. */
  function weightOf(markup: string): number {
    const lines = linesOf(markup);
    const plain = plainLines(lines);
    const weight = weightOfPlace(lines, holding(lines, '史话'), holding(lines, '正文'), plain);
    return Math.round(weight * 100) / 100;
  }

  it.each([
    [`<p>青山水利史话</p>${text}`, 3.5],
    [`<p>水利史话</p>${text}`, 0],
    [`<p>水利史话五</p>${text}`, 3.5],
    [`<p>史话[38]</p>${text}`, 3.5],
    [`<p>史话[39]</p>${text}`, 0],
    [`<p>青山水利史话</p><p>水利</p>${text}`, 3.3],
    [`<p>青山水利史话</p><p>水利</p><p>水利</p>${text}`, 3.1],
    [`<p>青山水利史话</p><p>水利</p><p>水利</p><p>水利</p>${text}`, 0],
    [`<p>青山水利史话</p>${credit}${text}`, 3.5],
    [`<p>青山水利史话</p>${credit.repeat(9)}${text}`, 3.5],
    [`<p>青山水利史话</p><p>王芳</p>${text}`, 3.5],
    [`<p>青山水利史话</p><p>王芳</p><p>青山水利史话</p>${text}`, 3.5],
    [`<p>青山水利史话</p>${'<p>王芳</p>'.repeat(7)}${text}`, 3.5],
    [`<p>青山水利史话</p>${'<p>王芳</p>'.repeat(8)}${text}`, 0],
    [`<p><a href=1>青山水利</a>史话</p>${text}`, 0],
    [`${text}<p>青山水利史话</p>`, 0],
    [`<p>青山水利史话<br>正文{90}</p>`, 0],
    [`<p>一、青山水利史话</p>${text}`, 0],
    [`<p>（十二）青山水利史话</p>${text}`, 0],
    [`<p>123.青山水利史话</p>${text}`, 0],
    [`<p>1234.青山水利史话</p>${text}`, 3.5],
    [`<p>第一章青山水利史话</p>${text}`, 0],
    [`<p>第十二节青山水利史话</p>${text}`, 0],
    [`<p>第一编青山水利史话</p>${text}`, 3.5],
    [`<p>青山水利史话第一章</p>${text}`, 3.5],
    [`${path}<p>史话</p>${text}`, 4.3],
    [`${path}<p>史话[18]</p>${text}`, 4.3],
    [`${path}<p>史话[19]</p>${text}`, 3.5],
    [`${path}<p>史话</p>${credit}<p>王芳</p>${text}`, 4.3],
    [`${path}<p>史话</p><p>水利</p>${text}`, 0],
    [`${path}<p>水利</p><p>史话</p>${text}`, 0],
    [`${path}<p>史话正文</p>`, 1.5],
    ['<p>史话正文</p>', 0],
  ])('%s', (markup, weight) => {
    expect(weightOf(markup)).toBe(weight);
  });

  it('has no weight where there is no text', () => {
    const lines = linesOf('<p>青山水利史话</p>');
    expect(weightOfPlace(lines, holding(lines, '史话'), undefined, plainLines(lines))).toBe(0);
  });
});

describe('between two lines', () => {
  it.each([
    ['<p>作者：王芳</p>', true],
    ['<p>水利</p>', false],
    ['<p>水利</p><p>作者：王芳 来源：校刊</p>', true],
    ['<p>作者：王芳[116]</p>', false],
  ])('%s tells of the page: %s', (between, isTold) => {
    const lines = linesOf(`<p>甲</p>${between}<p>乙</p>`);
    const [above, below] = [lines[0], lines.at(-1)];
    if (!above || !below) throw new Error('no lines');
    expect(hasCreditBetween(lines, above, below)).toBe(isTold);
  });

  it.each([
    ['<p>史话</p><p>作者：王芳</p><p>史话</p>', 0],
    ['<p>史 话</p><p>史话</p>', 0],
    ['<p>史话</p><p>{20}</p><p>史话</p>', 2],
    ['<p>史话</p><p>何谓水利？</p><p>史话</p>', 2],
    ['<p>史话</p><p>[120]</p><p>史话</p>', 0],
    ['<p>史话</p><p>[121]</p><p>史话</p>', 2],
    ['<p><a href=1>史话</a></p><p>史话</p>', 1],
    ['<p>史话</p><p>史话</p><p>史话</p>', 0],
    [`<p>史话</p>${'<p>水利</p>'.repeat(13)}<p>史话</p>`, 0],
    [`<p>史话</p>${'<p>水利</p>'.repeat(14)}<p>史话</p>`, 15],
  ])('of %s the first of its repeats is %i', (markup, index) => {
    const lines = linesOf(markup);
    const title = lines.at(-1);
    if (!title) throw new Error('no lines');
    expect(firstOfRepeats(lines, title).index).toBe(index);
  });
});
