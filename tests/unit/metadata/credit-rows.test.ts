import { describe, expect, it } from 'vitest';
import { creditRows } from '../../../lib/metadata/credit-rows.ts';
import { linesOf } from '../../support/lines-of.ts';

/** The rows of some markup, with the two no-break spaces that part fields shown as `¦`. */
const rows = (html: string): string[] => creditRows(linesOf(html)).map((row) => row.replaceAll('\u00a0\u00a0', '¦'));
const table = (...cells: string[]): string =>
  `<table><tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr></table>`;

describe('labels and values in blocks of their own', () => {
  it.each<[string, string[]]>([
    [table('作者', '林有禾'), ['作者：林有禾']],
    [table('作者：', '林有禾'), ['作者：林有禾']],
    [table(' 作 者 ', '林有禾'), ['作 者：林有禾']],
    [table('作者', '林有禾', '来源', '求是'), ['作者：林有禾¦来源：求是']],
    [table('林有禾', '求是'), ['林有禾¦求是']],
    [table('林有禾', '来源', '求是'), ['林有禾¦来源：求是']],
    [table('来源<br>求是'), ['来源', '求是']],
    [table('<p>来源</p><p>求是</p>'), ['来源', '求是']],
    ['<table><tr><td>来源</td></tr><tr><td>求是</td></tr></table>', ['来源', '求是']],
    ['<table><tr><th>来源</th><td>求是</td></tr></table>', ['来源：求是']],
    ['<table><tr><th>来源</th><th>求是</th></tr></table>', ['来源：求是']],
    ['<dl><dt>来源</dt><dd>求是</dd></dl>', ['来源：求是']],
    ['<ul><li>来源</li><li>求是</li><li>林有禾</li></ul>', ['来源：求是¦林有禾']],
    ['<ul><li>来源</li></ul><ul><li>求是</li></ul>', ['来源', '求是']],
    ['<ul><li>来源<br>求是</li></ul>', ['来源：求是']],
    ['<ul><li>林有禾<br>求是</li></ul>', ['林有禾', '求是']],
    ['<p>来源</p><p>求是</p>', ['来源', '求是']],
    ['<div><p>来源</p></div><ul><li>求是</li></ul>', ['来源', '求是']],
    [`<div>${table('来源', '求是')}${table('作者', '王芳')}</div>`, ['来源：求是', '作者：王芳']],
  ])('%s', (html, expected) => {
    expect(rows(html)).toEqual(expected);
  });

  it('joins only lines that follow each other', () => {
    const [one, , three] = linesOf(table('来源', '中间', '求是'));
    expect(one && three && creditRows([one, three])).toEqual(['来源', '求是']);
  });
});

describe('labels in elements of their own', () => {
  it.each<[string, string]>([
    ['<b>作者:</b>林有禾<b>来源:</b>求是', '作者:林有禾¦来源:求是'],
    ['<b>作者</b>林有禾<b>来源</b>求是', '作者：林有禾¦来源：求是'],
    ['<b>作者</b>:林有禾<b>来源</b>：求是', '作者:林有禾¦来源：求是'],
    ['<b>作者</b> ∶林有禾<b>来源</b> ︰求是', '作者 ∶林有禾¦来源 ︰求是'],
    ['<b>作者</b> 林有禾', '作者： 林有禾'],
    ['<b>作者 </b>林有禾', '作者：林有禾'],
    ['林有禾<b>【来源】</b>求是', '林有禾【来源】求是'],
    ['林有禾<b>【来源：</b>求是】', '林有禾¦【来源：求是】'],
    ['林有禾<b>［来源：</b>求是', '林有禾¦［来源：求是'],
    ['林有禾<b>〔来源：</b>求是', '林有禾¦〔来源：求是'],
    ['林有禾<b>[来源：</b>求是', '林有禾¦[来源：求是'],
    ['林有禾<b>（来源：</b>求是', '林有禾¦（来源：求是'],
    ['林有禾<b>(来 源：</b>求是', '林有禾¦(来 源：求是'],
    ['林有禾<b>来源在：</b>求是', '林有禾来源在：求是'],
    ['林有禾<b>塘堤</b>求是', '林有禾塘堤求是'],
    ['林有禾<b>求是：来源</b>', '林有禾求是：来源'],
    ['林有禾<b>来源</b>', '林有禾¦来源'],
    ['<b>林有禾</b><b>来源：求是</b>', '林有禾¦来源：求是'],
    ['作者：林有禾<!-- -->来源：求是', '作者：林有禾来源：求是'],
    ['<b>来源</b>', '来源'],
    ['林有禾<b>来源\n</b>求是', '林有禾¦来源：求是'],
    ['林有禾  <b>来源：</b> \n求是', '林有禾 ¦来源： 求是'],
  ])('%s', (html, expected) => {
    expect(rows(`<p>${html}</p>`)).toEqual([expected]);
  });

  it('keeps the letters that are set as pictures', () => {
    const [line] = linesOf('<p><b>作者：</b>林有禾</p>');
    const [first, second] = line?.nodes ?? [];
    if (line === undefined || first === undefined || second === undefined) throw new Error('no line of two nodes');
    const letters = new Map<Text | null, string>([
      [second, '甲'],
      [null, '乙'],
    ]);
    expect(creditRows([{ ...line, letters }])).toEqual(['作者：甲林有禾乙']);
  });
});

describe('what is put right in a row', () => {
  it.each<[string, string]>([
    ['浏览：【176】', '浏览：176'],
    ['浏览：【 176 】 评论：【2】', '浏览：176 评论：2'],
    ['浏览：【一】', '浏览：【一】'],
    ['发布：2006-03-12', '发布时间：2006-03-12'],
    ['塘 发表 : 2006年', '塘 发表时间：2006年'],
    ['塘|添加：06-3-12', '塘|添加时间：06-3-12'],
    ['塘｜上传：2006.3', '塘｜上传时间：2006.3'],
    ['塘　上传：2006/3', '塘　上传时间：2006/3'],
    ['塘上传：2006-3', '塘上传：2006-3'],
    ['发布：塘', '发布：塘'],
    ['发布：2006塘', '发布：2006塘'],
    ['作者 林有禾', ' 作者：林有禾'],
    ['塘|来源 求是｜点击 3', '塘| 来源：求是｜ 点击：3'],
    ['塘 来源 求是', '塘 来源 求是'],
    ['作者 ：林有禾', '作者 ：林有禾'],
    ['来源 : 求是', '来源 : 求是'],
    ['点击 ∶3', '点击 ∶3'],
    ['浏览 ︰3', '浏览 ︰3'],
    ['阅读  ﹕3', '阅读 ﹕3'],
    ['日期 3', ' 日期：3'],
    ['时间 3', ' 时间：3'],
    ['单位 塘', ' 单位：塘'],
    ['浏览 3|阅读 4|发布 5', ' 浏览：3| 阅读：4| 发布：5'],
    ['作者', '作者'],
    ['06-03-12 | 塘', '日期：06-03-12 | 塘'],
    ['06-3-1｜塘', '日期：06-3-1｜塘'],
    ['06-3-1 塘', '06-3-1 塘'],
    ['2006-3-1|塘', '2006-3-1|塘'],
    ['塘|06-3-1|塘', '塘|06-3-1|塘'],
  ])('%s: %s', (text, expected) => {
    expect(rows(`<p>${text}</p>`)).toEqual([expected]);
  });
});
