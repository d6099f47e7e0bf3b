import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCredit } from '../../../lib/metadata/credit.ts';
import { splitFields } from '../../../lib/metadata/fields.ts';

const n = '\u00a0';

/** The values of a line that are not null. */
const values = (line: string, options = {}): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(readCredit(line, options)).flatMap(([name, reading]) => (reading ? [[name, reading.value]] : [])),
  );

describe('readCredit: labelled lines', () => {
  it.each<[string, Record<string, unknown>]>([
    ['发布日期：2005/07/14 提供单位：党史党建教研室', { publishedOn: '2005-07-14', unit: '党史党建教研室' }],
    [
      '作者：陈一苇    文章来源：本站原创    点击数：    更新时间：2013-8-8',
      { authors: ['陈一苇'], updatedOn: '2013-08-08' },
    ],
    ['来源： 作者： 时间：2005-7-14', { publishedOn: '2005-07-14' }],
    ['来源: | 发布时间: 2018-05-17 | 浏览次数: ', { publishedOn: '2018-05-17' }],
    ['作者:赵小静 薛大澜 时间:2017-07-25', { authors: ['赵小静', '薛大澜'], publishedOn: '2017-07-25' }],
    ['作者：佚名 来源：不详 责任编辑：admin', {}],
    ['作者：办公室 浏览：1,204', { unit: '办公室', hits: 1204 }],
    ['作者：本刊编辑部', { authors: ['本刊编辑部'] }],
    ['作者：课题组 供稿：科研处', { authors: ['课题组'], unit: '科研处' }],
    ['供稿：陈一苇', { authors: ['陈一苇'] }],
    ['责任编辑：陈一苇 林小溪', { editor: '陈一苇、林小溪' }],
    ['文章录入：陈一苇', {}],
    ['【关键词】党建；作风、学风', { keywords: ['党建', '作风', '学风'] }],
    ['关键词：党建 作风 学风', { keywords: ['党建', '作风', '学风'] }],
    ['摘要：本文讨论作风。', { abstract: '本文讨论作风。' }],
    ['您现在的位置：首页 >> 学术专栏 >> 党史研究 >> 正文', { column: ['学术专栏', '党史研究'] }],
    ['发布时间：05-07-14', { publishedOn: '2005-07-14' }],
    ['发布时间：2005-7', { publishedOn: '2005-07' }],
    ['发表于 2005-7-14', { publishedOn: '2005-07-14' }],
    // Who wrote it for the paper stands in the paper's slot.
    ['来源：林州日报　记者 王芳', { source: '林州日报', authors: ['王芳'] }],
    ['来源：林州日报 记者王芳 时间：2005-7-14', { source: '林州日报', authors: ['王芳'], publishedOn: '2005-07-14' }],
    ['来源：林州日报 记者 王芳 通讯员 李明', { source: '林州日报', authors: ['王芳', '李明'] }],
    ['来源：林州日报（记者 王芳）', { source: '林州日报', authors: ['王芳'] }],
    ['来源：新华社记者 王芳', { source: '新华社', authors: ['王芳'] }],
    ['来源：林州日报 作者 王芳 李明华', { source: '林州日报', authors: ['王芳', '李明华'] }],
    ['来源：学习时报　作者　王芳', { source: '学习时报', authors: ['王芳'] }],
    ['来源：林州日报 作者：王芳', { source: '林州日报', authors: ['王芳'] }],
    ['来源：林州日报记者站', { source: '林州日报记者站' }],
    ['来源：中国记者网', { source: '中国记者网' }],
    ['来源：《记者 观察》', { source: '记者 观察' }],
    ['来源：党校 作者 之家', { source: '党校 作者 之家' }],
    // Where it was printed before stands in the author's.
    ['作者：林有禾 转自《临江党建》', { authors: ['林有禾'], source: '临江党建' }],
    ['（执笔：林有禾　摘自《临江党建》）', { authors: ['林有禾'], source: '临江党建' }],
    [
      '作者：林有禾　原载《临江党建》2004年第3期',
      {
        authors: ['林有禾'],
        source: '临江党建',
        issue: { title: '临江党建', year: 2004, issue: '3', date: null, page: null },
      },
    ],
    ['作者：林有禾 来源《临江党建》', { authors: ['林有禾'], source: '临江党建' }],
    ['作者：林有禾（转自临江党建网）', { authors: ['林有禾'], source: '临江党建网' }],
    ['作者：林有禾 选自 临江党建', { authors: ['林有禾'], source: '临江党建' }],
    ['作者：林有禾 王芳', { authors: ['林有禾', '王芳'] }],
    // A row of labels without any colon.
    [
      '时间 2008-5-6 来源 市委党校 作者 王芳 浏览 56 次',
      { publishedOn: '2008-05-06', source: '市委党校', authors: ['王芳'], hits: 56 },
    ],
    ['作者 王芳 单位 市委党校 时间 2008-5-6', { authors: ['王芳'], unit: '市委党校', publishedOn: '2008-05-06' }],
    ['责任编辑 王芳 作者 林有禾', { editor: '王芳', authors: ['林有禾'] }],
  ])('%s', (line, expected) => {
    expect(values(line)).toEqual(expected);
  });

  it('marks authors that the page cut short', () => {
    expect(readCredit('作者：陈一… 来源：求是').authors).toEqual({
      value: ['陈一…'],
      raw: '作者：陈一…',
      qualifier: 'truncated',
    });
  });

  it('gives the words that each value was read from', () => {
    const credit = readCredit('发布日期：2005/07/14 作　者：陈一苇');
    expect(credit.publishedOn?.raw).toBe('发布日期：2005/07/14');
    expect(credit.authors?.raw).toBe('作　者：陈一苇');
  });
});

describe('readCredit: sources and issues', () => {
  it.each<[string, Record<string, unknown>]>([
    [
      '来源:《理论与改革》2019年第4期   作者:  发布时间:2019-08-22 16:27:00  浏览:',
      {
        publishedOn: '2019-08-22',
        source: '理论与改革',
        issue: { title: '理论与改革', year: 2019, issue: '4', date: null, page: null },
      },
    ],
    [
      '信息来源：学习时报 2005-07-11 第3版',
      { source: '学习时报', issue: { title: '学习时报', year: 2005, issue: null, date: '2005-07-11', page: '3' } },
    ],
    ['来源：人民网 2005年7月14日', { publishedOn: '2005-07-14', source: '人民网' }],
    ['来源：新华网 2005-07-14 10:22', { publishedOn: '2005-07-14', source: '新华网' }],
    [
      '来源：学习时报 期号：2005年第12期',
      { source: '学习时报', issue: { title: '学习时报', year: 2005, issue: '12', date: null, page: null } },
    ],
  ])('%s', (line, expected) => {
    expect(values(line)).toEqual(expected);
  });
});

describe('readCredit: positional lines', () => {
  it.each<[string, Record<string, unknown>]>([
    [
      `2009年08月31日${n}${n} 大洋网${n}${n} 张小星${n}${n} 查看评论 进入论坛`,
      { publishedOn: '2009-08-31', source: '大洋网', authors: ['张小星'] },
    ],
    [`2009年08月31日${n}${n}大洋网${n}${n}大卫`, { publishedOn: '2009-08-31', source: '大洋网', authors: ['大卫'] }],
    [
      `2012年06月15日${n}${n} 理论与实践${n}${n} 老耕${n}${n} 查看评论 进入论坛`,
      { publishedOn: '2012-06-15', source: '理论与实践', authors: ['老耕'] },
    ],
    [`2012年06月15日${n}${n} 组织处${n}${n} 简素`, { publishedOn: '2012-06-15', unit: '组织处', authors: ['简素'] }],
    ['2008-5-6 林州日报 记者 王芳', { publishedOn: '2008-05-06', source: '林州日报', authors: ['王芳'] }],
    [
      '2008-5-6 林州日报记者王芳 通讯员 李明',
      { publishedOn: '2008-05-06', source: '林州日报', authors: ['王芳', '李明'] },
    ],
    ['2008-5-6 本报记者 王芳', { publishedOn: '2008-05-06', authors: ['王芳'] }],
    ['2004-3-18　　本报评论员', { publishedOn: '2004-03-18', authors: ['本报评论员'] }],
    ['二〇〇四年三月十八日　　本报评论员', { authors: ['本报评论员'] }],
    ['本报评论员', {}],
    ['2004-3-18　　驻局纪检组', { publishedOn: '2004-03-18' }],
    ['作者：学报编辑部', { unit: '学报编辑部' }],
    ['作者：《清河学刊》编辑部', { authors: ['《清河学刊》编辑部'] }],
    ['2010-07-14 10:23:00   来源：求是   评论：0 点击：', { publishedOn: '2010-07-14', source: '求是' }],
    ['创建时间：  2025/09/22 吕小露 浏览次数：', { publishedOn: '2025-09-22', authors: ['吕小露'] }],
    ['发布时间：2005-7-14    组织处', { publishedOn: '2005-07-14', unit: '组织处' }],
    ['王芳 06-05-08', { publishedOn: '2006-05-08', authors: ['王芳'] }],
    ['塘水 06-05-081', {}],
    [
      `[德] 汉斯·穆勒 著${n}${n}李文 译${n}${n}2006年11月2日`,
      { publishedOn: '2006-11-02', authors: ['[德]汉斯·穆勒'] },
    ],
    [`李文 译${n}${n}2006年11月2日`, { publishedOn: '2006-11-02', authors: ['李文'] }],
    ['Last updated: 1998-11-02　webmaster', { updatedOn: '1998-11-02' }],
    ['陈一苇', {}],
    ['二〇〇五年七月十四日', {}],
  ])('%s', (line, expected) => {
    expect(values(line)).toEqual(expected);
  });
});

it('readCredit: the title ends no path', () => {
  const line = '今天是：2012年3月4日 | 您现在的位置：首页 > 咨政建议 > 渡口的账目';
  expect(values(line, { title: '渡口的账目' })).toEqual({ column: ['咨政建议'] });
  expect(values(line)).toEqual({ column: ['咨政建议', '渡口的账目'] });
});

describe('readCredit: limits', () => {
  it('refuses dates after the capture', () => {
    expect(values('发布时间：2026-01-01', { notAfter: '2007-07-02T20:53:27Z' })).toEqual({});
  });

  it('takes fields that are split already', () => {
    expect(readCredit(splitFields('作者：陈一苇')).authors?.value).toEqual(['陈一苇']);
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ maxLength: 200 }), (line) => void readCredit(line)));
  });
});
