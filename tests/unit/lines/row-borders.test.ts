import { describe, expect, it } from 'vitest';
import { readNamesAlone } from '../../../lib/lines/bylines/byline-line.ts';
import { readColumnName } from '../../../lib/lines/column-name.ts';
import { findBreadcrumb } from '../../../lib/lines/find-breadcrumb.ts';
import { type Line, readLines } from '../../../lib/lines/line.ts';
import { isPagerLine } from '../../../lib/lines/pager-line.ts';
import { isProgrammeLine } from '../../../lib/lines/programme-line.ts';
import { smallPage, smallPageUrl } from '../../support/small-page.ts';

const linesOf = (markup: string): readonly Line[] => readLines(smallPage(markup).body);
const rows = (...texts: readonly string[]): readonly Line[] => linesOf(texts.map((text) => `<p>${text}</p>`).join(''));

describe('a line of a programme', () => {
  it.each([
    [['时间：5月11日', '地点：礼堂'], true],
    [['时间：5月11日', '来源：校刊'], false],
    [['地点：礼堂', '时间：5月11日'], true],
    [['会议时间：5月11日', '主持人：王芳'], true],
    [['一、活动时间：5月11日', '二、参加人员：王芳'], true],
    [['12.时 间：5月11日', '地 点：礼堂'], true],
    [['123.时间：5月11日', '地点：礼堂'], false],
    [['【时间】：5月11日', '（地点）：礼堂'], true],
    [['日期：5月11日', '出席：王芳'], true],
    [['日期：5月11日', '列席人员：王芳'], true],
    [['日期：5月11日', '参会：王芳'], true],
    [['日期：5月11日', '缺席：王芳'], true],
    [['日期：5月11日', '记录：王芳'], true],
    [['日期：5月11日', '记 录 人：王芳'], true],
    [['日期：5月11日', '议题：水利'], true],
    [['日期：5月11日', '议 程：水利'], true],
    [['日期：5月11日', '对象：学员'], true],
    [['日期：5月11日', '主题：水利'], false],
    [['日期：5月11日', '内容：水利'], false],
    [['时间：5月11日下午', '主讲：王芳'], true],
    [['时间：5月11日晚', '主讲人：王芳'], true],
    [['时间：5月11日 9:30', '报告人：王芳'], true],
    [['时间：5月11日', '主讲：王芳'], false],
    [['时间5月11日下午', '地点：礼堂'], false],
    [['水利时间：5月11日', '地点：礼堂'], false],
    [['时间：5月11日', '主题：甲', '主题：乙', '主题：丙', '地点：礼堂'], true],
    [['时间：5月11日', '主题：甲', '主题：乙', '主题：丙', '主题：丁', '地点：礼堂'], false],
    [['时间：5月11日', '水利', '地点：礼堂'], false],
  ])('%j: %s', (texts, isOne) => {
    expect(isProgrammeLine(rows(...texts), 0)).toBe(isOne);
  });

  it('is told by the four above it, too', () => {
    expect(isProgrammeLine(rows('地点：礼堂', '主题：甲', '主题：乙', '主题：丙', '时间：5月11日'), 4)).toBe(true);
    expect(
      isProgrammeLine(rows('地点：礼堂', '主题：甲', '主题：乙', '主题：丙', '主题：丁', '时间：5月11日'), 5),
    ).toBe(false);
    expect(isProgrammeLine(rows('地点：礼堂'), 1)).toBe(false);
  });
});

describe('a line of page numbers', () => {
  it.each([
    ['共3页', true],
    ['共 13 页', true],
    ['第3页', false],
    ['第 3 页 共3页', true],
    ['1 2 3', false],
    ['<a href=1>1</a> 2 3', true],
    ['<a href=1>［1］</a> ［2］', true],
    ['上一页', false],
    ['<a href=1>上一页</a> <a href=1>下一页</a>', true],
    ['<a href=1>上页</a> <a href=1>下页</a> <a href=1>末页</a>', true],
    ['<a href=1>首页</a>', false],
    ['<a href=1>第一页</a> | <a href=1>最后一页</a>', true],
    ['<a href=1>阅读全文</a> 1', true],
    ['<a href=1>余下全文</a> 1', true],
    ['本文共3页，当前第1页', true],
    ['页次：1/3页', false],
    ['<a href=1>页次</a>：1 / 13 页', true],
    ['转到 <a href=1>2</a> 页码', true],
    ['跳转 <a href=1>2</a>', true],
    ['Page <a href=1>2</a>', true],
    ['<a href=1>Prev</a> <a href=1>NEXT</a> 1', true],
    ['<a href=1>1</a> 水利', false],
    ['共三页', false],
    ['共3页水利', false],
    [`共3页${' 1'.repeat(76)}`, true],
    [`共3页${' 1'.repeat(78)}`, false],
  ])('%s: %s', (markup, isOne) => {
    const [line] = linesOf(`<p>${markup}</p>`);
    expect(line !== undefined && isPagerLine(line)).toBe(isOne);
  });
});

describe('the path of a page', () => {
  const crumb = (text: string): string => `<a href=1>${text}</a>`;
  it.each([
    ['<p>您现在的位置：首页 &gt; 理论</p>', '0'],
    ['<p>你的位置 是 首页</p>', '0'],
    ['<p>当前位置</p>', '0'],
    ['<p>目前所在位置：甲</p>', '0'],
    ['<p>位 置：甲</p>', '0'],
    ['<p>地理位置：甲</p>', ''],
    [`<p>当前位置：${'水'.repeat(115)}</p>`, '0'],
    [`<p>当前位置：${'水'.repeat(116)}</p>`, ''],
    ['<p>当前位置：甲</p><p>当前位置：乙</p>', '1'],
    [`<table><tr><td>当前位置：</td><td>${crumb('首页')}</td><td>&gt;</td><td>理论</td></tr></table>`, '0,1,2'],
    [`<table><tr><td>当前位置：</td><td>&gt; 理论</td><td>研究 &gt;</td></tr></table>`, '0,1,2'],
    [`<table><tr><td>当前位置：</td></tr><tr><td>${crumb('首页')}</td></tr></table>`, '0'],
    [`<div>当前位置：</div><div>${crumb('水'.repeat(24))}</div>`, '0,1'],
    [`<div>当前位置：</div><div>${crumb('水'.repeat(25))}</div>`, '0'],
    [`<div>当前位置：</div>${`<div>${crumb('甲')}</div>`.repeat(9)}`, '0,1,2,3,4,5,6,7,8'],
    ['<p>首页 &gt; 理论</p>', '0'],
    ['<p>网站首页 - 理论</p>', '0'],
    ['<p>主页 | 理论 | 正文</p>', '0'],
    ['<p>首页  理论</p>', ''],
    ['<p>水首页 - 理论</p>', ''],
    ['<p>理论 &gt; 正文</p>', '0'],
    ['<p>理论 &gt; 研究</p>', ''],
    ['<p>理论 &gt; 研究 &gt; 水利</p>', '0'],
    [`<p>${crumb('理论')} &gt; 研究</p>`, '0'],
    ['<p>理论 &gt; 研究。水利 &gt; 史话</p>', ''],
    [`<p>${['甲', '乙', '丙', '丁', '戊', '己'].join(' &gt; ')}</p>`, '0'],
    [`<p>${['甲', '乙', '丙', '丁', '戊', '己', '庚'].join(' &gt; ')}</p>`, ''],
    [`<p>正文 &gt; 甲 &gt; ${'水'.repeat(24)}</p>`, '0'],
    [`<p>正文 &gt; 甲 &gt; ${'水'.repeat(25)}</p>`, ''],
    [`<p>首页 | ${crumb('概况')} | ${crumb('科研')} | ${crumb('园地')}</p>`, '0'],
    [`<p>${['首页', '概况', '科研', '园地'].map(crumb).join(' | ')}</p>`, ''],
    [`<p>${['首页', '概况', '园地'].map(crumb).join(' | ')}</p>`, '0'],
    [`<p>${['首页', '概况', '科研', '园地'].map(crumb).join(' &gt; ')}</p>`, '0'],
    ['<p class=path>理论 / 研究</p>', '0'],
    ['<p id=nav_path>理论 | 研究</p>', '0'],
    ['<p class="top position2">理论 》 研究</p>', '0'],
    ['<p class=paths>理论 / 研究</p>', ''],
    [`<p class=path>理论 / ${'水'.repeat(46)}</p>`, '0'],
    [`<p class=path>理论 / ${'水'.repeat(47)}</p>`, ''],
    ['<p>甲&gt;乙</p>', ''],
  ])('%s', (markup, wanted) => {
    const lines = linesOf(markup);
    expect(
      findBreadcrumb(lines, lines.length)
        .map(({ index }) => index)
        .join(','),
    ).toBe(wanted);
  });

  it('stands above what is asked for', () => {
    const lines = rows('水利', '当前位置：甲');
    expect(findBreadcrumb(lines, 1)).toEqual([]);
  });
});

it.each([
  ['<p>当前位置：首页 &gt; 理论 &gt; 研究</p><p>水利史话</p>', '研究'],
  ['<p>当前位置：首页 &gt; 理论 &gt; 更多&gt;&gt;</p><p>水利史话</p>', '理论'],
  ['<p>水利史话</p><p>当前位置：首页 &gt; 理论</p><p>水利史话</p>', '理论'],
  ['<p>当前位置：首页 &gt; 理论  研究</p>', '理论 研究'],
  ['<title>理论研究 - 青山党校</title>¶<p>水利史话</p>', '理论研究'],
  ['<title>_青山党校</title>¶<p>水利史话</p>', '_青山党校'],
  ['<title> 理论  研究 </title>¶<p>水利史话</p>', '理论 研究'],
  [`<title>${'水'.repeat(61)}</title>¶<p>水利史话</p>`, '水'.repeat(60)],
  ['<title></title>¶<p>水利史话</p>', ''],
])('%s is the list of a column', (markup, name) => {
  const document = smallPage(markup);
  const page = { document, originalUrl: smallPageUrl, archivedCopy: null, archiveElements: [] };
  expect(readColumnName(page, '水利史话')).toBe(name);
});

it.each([
  ['王芳', '王芳'],
  ['□ 王芳 ■', '王芳'],
  ['By 王芳', '王芳'],
  ['by: ：王芳', '王芳'],
  ['王芳①', '王芳'],
  ['王芳12，李明＊', '王芳|李明'],
  ['（王芳）', '王芳'],
  ['【王芳 李明】', '王芳|李明'],
  ['（王（芳）', null],
  ['中廣新聞／王芳', '王芳'],
  ['本报记者 王芳', '王芳'],
  ['王芳／台北報導', '王芳'],
  ['人物：王芳', null],
  ['王芳：李明', null],
  ['王', null],
  ['王芳 李明 张华 刘洋 陈静', '王芳|李明|张华|刘洋|陈静'],
  ['王芳 李明 张华 刘洋 陈静 周涛', null],
  ['王芳！', null],
  ['Wang', null],
  ['相关文章：王芳', null],
  ['青山市委党校 王芳', '王芳'],
  ['林有禾 木心', '林有禾|木心'],
  ['心木', null],
])('%s names %s', (text, names) => {
  expect(readNamesAlone(text)?.join('|') ?? null).toBe(names);
});
