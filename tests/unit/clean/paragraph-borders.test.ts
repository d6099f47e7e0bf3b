import { describe, expect, it } from 'vitest';
import type { Block, Gap } from '../../../lib/clean/block.ts';
import { agreementOf, doubtedLines, isProse } from '../../../lib/clean/doubts.ts';
import { joinLines } from '../../../lib/clean/paragraphs.ts';
import { type Line, readLines } from '../../../lib/lines/line.ts';
import { smallPage } from '../../support/small-page.ts';

/** A piece as a page sets it: `/` before it for a line end, `//` for a blank line, `>` for an indent, `=` for a table. */
function pieceOf(written: string): Block {
  const [, slashes = '', indent = '', table = '', text = ''] = /^(\/*)(>?)(=?)(.*)$/su.exec(written) ?? [];
  if (table !== '') return { kind: 'table', html: `<table>${text}</table>`, text };
  const gap: Gap = slashes === '' ? 'block' : slashes === '/' ? 'break' : 'blank';
  return { kind: 'text', tag: 'p', html: text, text, gap, indented: indent !== '' };
}
/** The paragraphs that are made of pieces. */
const joined = (...pieces: readonly string[]): readonly string[] =>
  joinLines(pieces.map(pieceOf)).map(({ html }) => html);
const water = (length: number, end = '水'): string => '水'.repeat(length - 1) + end;

describe('pieces that line ends part', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['none', [], []],
    ['blocks', ['甲', '乙'], ['甲', '乙']],
    ['short lines, which are verse', ['甲', '/乙', '/丙'], ['甲<br>乙<br>丙']],
    ['verse with a blank line', ['甲', '/乙', '//丙', '/丁'], ['甲<br>乙', '丙<br>丁']],
    ['lines of 34', [water(34), `/${water(34)}`], [`${water(34)}<br>${water(34)}`]],
    ['a line of 35', [water(35), `/${water(34)}`], [water(35), water(34)]],
    ['an indented line', ['甲', '/>乙'], ['甲', '乙']],
    ['an indented first line', ['>甲', '/乙'], ['甲', '乙']],
    ['a table', ['甲', '=乙', '/丙'], ['甲', '<table>乙</table>', '丙']],
    ['a table at first', ['=甲', '/乙', '/丙'], ['<table>甲</table>', '乙<br>丙']],
  ])('%s', (_, pieces, wanted) => {
    expect(joined(...pieces)).toEqual(wanted);
  });

  it('short lines of a fixed width that clauses end in, which are no verse', () => {
    const line = '今天的会，要谈三件事，件件都和渠水有';
    expect(joined(line, `/${line}`, '/关。', `//${line}`, `/${line}`, '/关。')).toEqual([
      `${line}${line}关。`,
      `${line}${line}关。`,
    ]);
  });

  it('paragraphs of such lines with nothing between, which end short', () => {
    const line = '今天的会，要谈三件事，件件都和渠水有';
    expect(joined(`>${line}`, `/${line}`, `/${line}`, '/关。', `/${line}`, `/${line}`, '/关。')).toEqual([
      `${line}${line}${line}关。`,
      `${line}${line}关。`,
    ]);
  });

  // Lines of a fixed width, indented at first and so no verse; the last one is short.
  const broken = (...lines: readonly string[]): number =>
    joined(...lines.map((line, n) => (n === 0 ? `>${line}` : `/${line}`))).length;

  it.each<[string, readonly string[], boolean]>([
    ['two full lines and a rest', [water(38), water(40), '水'], true],
    ['one full line and a rest', [water(40), '水'], false],
    ['lines of sixteen', [water(14), water(16), '水'], true],
    ['lines of fifteen', [water(13), water(15), '水'], false],
    ['lines of sixty-four', [water(62), water(64), '水'], true],
    ['lines of sixty-five', [water(63), water(65), '水'], false],
    ['lines four signs short', [water(38), water(36), water(40), water(36), '水'], true],
    ['half of them five signs short', [water(38), water(35), water(40), water(35), '水'], false],
    [
      'seven of ten full',
      [...Array.from({ length: 3 }, () => water(20)), water(38), ...Array.from({ length: 6 }, () => water(40)), '水'],
      true,
    ],
    [
      'six of ten full',
      [...Array.from({ length: 4 }, () => water(20)), water(38), ...Array.from({ length: 5 }, () => water(40)), '水'],
      false,
    ],
    [
      'four of ten open',
      [
        water(38),
        ...Array.from({ length: 6 }, () => water(40, '。')),
        ...Array.from({ length: 3 }, () => water(40)),
        '水',
      ],
      true,
    ],
    [
      'three of ten open',
      [
        water(38),
        ...Array.from({ length: 7 }, () => water(40, '。')),
        ...Array.from({ length: 2 }, () => water(40)),
        '水',
      ],
      false,
    ],
    ['lines that end in a quotation', [water(38), water(40, '”'), water(40, '”'), '水'], true],
    [
      'lines that close a sentence and a quotation',
      [water(38, '”').replace('水”', '。”'), water(40, '”').replace('水”', '！”'), '水'],
      false,
    ],
    ['lines with marks amid them', [water(38).replace('水水', '。水'), water(40).replace('水水', '。水'), '水'], true],
    ['letters, of which two are one sign', ['a'.repeat(76), 'a'.repeat(80), 'a'], true],
    ['few letters', ['a'.repeat(26), 'a'.repeat(30), 'a'], false],
  ])('are one paragraph where they are %s: %s', (_, lines, isOne) => {
    expect(broken(...lines) === 1).toBe(isOne);
  });

  it.each([
    ['a', 'a', 'a a'],
    ['5', 'a', '5 a'],
    [',', 'a', ', a'],
    ['.', 'a', '. a'],
    ['水', 'a', '水a'],
    ['a', '水', 'a水'],
    ['a', '水a', 'a水a'],
    ['a水', 'a', 'a水a'],
    ['a', '(', 'a('],
    ['水', '水', '水水'],
  ])('have a blank between letters: %s and %s', (end, start, between) => {
    const [paragraph = ''] = joined(`>${water(38)}`, `/${water(40 - end.length)}${end}`, `/${start}水水`);
    expect(paragraph.endsWith(`水${between}水水`)).toBe(true);
  });
});

describe('what the second reader alone keeps', () => {
  const linesOf = (markup: string): readonly Line[] => readLines(smallPage(markup).body);
  const one = (markup: string): Line => {
    const [line] = linesOf(markup);
    if (line === undefined) throw new Error('no line');
    return line;
  };

  it.each([
    ['<p>{40}</p>', true],
    ['<p>{39}</p>', false],
    ['<p>[60]</p>', false],
    ['<p>[40]，水</p>', true],
    [`<p>${'a'.repeat(40)}. b</p>`, true],
    [`<p>${'a'.repeat(40)}.b</p>`, false],
    [`<p>${'a'.repeat(40)};</p>`, true],
    ['<p>{30}<a href=1>[30]</a></p>', true],
    ['<p>{30}<a href=1>[31]</a></p>', false],
    ['<p>作者：王芳，来源：校刊，时间：2005-07-14 12:30，点击：12，编辑：甲，青山市委党校</p>', false],
  ])('%s is prose: %s', (markup, isOne) => {
    expect(isProse(one(markup))).toBe(isOne);
  });

  const doubted = (markup: string): string => {
    const { body } = smallPage(markup);
    const all = readLines(body);
    const of = (name: string): readonly Line[] => all.filter(({ block }) => block.className.split(' ').includes(name));
    return [...doubtedLines({ all, essay: of('e'), article: new Set(of('a')) })].map(({ index }) => index).join(',');
  };
  const essay = '<p class="e a">{60}</p>';

  it.each([
    ['prose below', `${essay}<p class=a>{40}</p>`, '1'],
    ['prose above', `<p class=a>{40}</p>${essay}`, '0'],
    ['prose that it does not keep', `${essay}<p>{40}</p>`, ''],
    ['a short line', `${essay}<p class=a>水利</p>`, ''],
    ['prose below comments', `${essay}<p>网友评论</p><p class=a>{40}</p>`, ''],
    ['prose amid the essay', `${essay}<p>网友评论</p><p class=a>{40}</p>${essay}`, '2'],
    ['the first words of another article', `${essay}<p class=a>{40}...</p>`, ''],
    ['the same, with a word to go on', `${essay}<p class=a>{40}[详细]</p>`, ''],
    ['the same in other signs', `${essay}<p class=a>{40}更多&gt;&gt;</p>`, ''],
    ['such words within', `${essay}<p class=a>全文，{40}水</p>`, '1'],
    ['an end of two dots', `${essay}<p class=a>{40}水..</p>`, '1'],
    ['a notice of the site', `${essay}<p class=a>本网声明：{40}</p>`, ''],
    ['a notice in other words', `${essay}<p class=a>【免责申明】：{40}</p>`, ''],
    ['another', `${essay}<p class=a>凡本网{40}</p>`, ''],
    ['a third', `${essay}<p class=a>未经{40}</p>`, ''],
    ['how it is reached', `${essay}<p class=a>电话{40}</p>`, ''],
    ['words of a notice within', `${essay}<p class=a>水未经{40}</p>`, '1'],
    ['a notice amid the essay', `${essay}<p class=a>未经{40}</p>${essay}`, '1'],
    ['a statement far from its colon', `${essay}<p class=a>水水水水水水水水水水水声明：{40}</p>`, '1'],
    ['a disclaimer shorter than the essay', `${essay}<p class=a>免责声明：本网文章，版权归作者。{30}</p>`, ''],
  ])('%s', (_, markup, wanted) => {
    expect(doubted(markup)).toBe(wanted);
  });

  it('and what both keep are shares of the characters of either', () => {
    const lines = linesOf('<p>{60}</p><p>{20}</p><p>{40}</p>');
    const [first, second, third] = lines;
    if (!first || !second || !third) throw new Error('no lines');
    const agreement = (own: readonly Line[], other: readonly Line[]): number | null =>
      agreementOf({ all: lines, essay: own, article: new Set(other) });
    expect(agreement([first, second], [])).toBeNull();
    expect(agreement([first, second], [first, second])).toBe(1);
    expect(agreement([first, second], [second, third])).toBeCloseTo(20 / 120);
    expect(agreement([], [third])).toBe(0);
  });
});
