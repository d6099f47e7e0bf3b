import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitFields } from '../../../lib/metadata/fields.ts';

const n = '\u00a0';
const u = '\u3000';

/** `kind=value` for a labelled field, `value` for a token. */
const shown = (line: string): string[] =>
  splitFields(line).map(({ kind, value }) => (kind === null ? value : `${kind}=${value}`));

describe('splitFields: labelled lines', () => {
  it.each<[string, string[]]>([
    ['发布日期：2005/07/14 提供单位：党史党建教研室', ['date=2005/07/14', 'unit=党史党建教研室']],
    [
      '作者：陈一苇    文章来源：求是    点击数：12    更新时间：2013-8-8',
      ['author=陈一苇', 'source=求是', 'hits=12', 'updated=2013-8-8'],
    ],
    [`作${n.repeat(4)}者：陈一苇${n.repeat(4)}来${u}源：求是`, ['author=陈一苇', 'source=求是']],
    [
      '时间:2010-07-14 10:23来源:求是 作者:陈一苇 点击: 次',
      ['date=2010-07-14 10:23', 'source=求是', 'author=陈一苇', 'hits='],
    ],
    ['作者:赵小静 薛大澜 时间:2017-07-25', ['author=赵小静 薛大澜', 'date=2017-07-25']],
    ['来源：新华网作者：陈一苇', ['source=新华网', 'author=陈一苇']],
    ['发布时间：2005-7-14浏览次数：23', ['date=2005-7-14', 'hits=23']],
    ['“来源”：学习时报', ['source=学习时报']],
    ['（责任编辑：admin）', ['editor=admin']],
    ['(撰稿:仇小民 摄影:沈小陶)', ['author=仇小民', 'other=沈小陶']],
    ['（党委宣传部 供稿）', ['unit=党委宣传部']],
    ['文/陈一苇', ['author=陈一苇']],
    ['作者 陈一苇', ['author=陈一苇']],
    ['发布于2005-07-14', ['date=2005-07-14']],
    ['發布時間：2005-07-14 來源：人民日報', ['date=2005-07-14', 'source=人民日報']],
    ['作者：陈一苇 体裁：论文', ['author=陈一苇', 'other=论文']],
  ])('%s', (line, fields) => {
    expect(shown(line)).toEqual(fields);
  });

  it('keeps brackets and full values in raw', () => {
    expect(splitFields('（责任编辑：admin）')[0]).toEqual({
      kind: 'editor',
      label: '责任编辑',
      value: 'admin',
      raw: '（责任编辑：admin）',
      start: 0,
      end: 12,
    });
  });
});

describe('splitFields: empty slots never swallow what follows', () => {
  it.each<[string, string[]]>([
    ['来源： 作者： 时间：2005-7-14', ['source=', 'author=', 'date=2005-7-14']],
    ['来源: | 发布时间: 2018-05-17 | 浏览次数: ', ['source=', 'date=2018-05-17', 'hits=']],
    ['时间：2005-7-1 | 来源： | 作者： | 阅读：', ['date=2005-7-1', 'source=', 'author=', 'hits=']],
    [
      '来源:《理论与改革》2019年第4期   作者:  发布时间:2019-08-22 16:27:00  浏览:',
      ['source=《理论与改革》2019年第4期', 'author=', 'date=2019-08-22 16:27:00', 'hits='],
    ],
    ['点击数：    更新时间：2013-8-8', ['hits=', 'updated=2013-8-8']],
    ['浏览：次', ['hits=']],
    ['浏览次数： 陈一苇', ['hits=', '陈一苇']],
    ['发布时间： 陈一苇', ['date=', '陈一苇']],
  ])('%s', (line, fields) => {
    expect(shown(line)).toEqual(fields);
  });
});

describe('splitFields: terminators', () => {
  it.each<[string, string[]]>([
    ['来源：求是 ｜ 陈一苇', ['source=求是', '陈一苇']],
    ['来源：求是 • 陈一苇', ['source=求是', '陈一苇']],
    ['来源：求是 · 陈一苇', ['source=求是', '陈一苇']],
    [`来源：求是${n}${n}陈一苇`, ['source=求是', '陈一苇']],
    [`来源：求是${u}${u}陈一苇`, ['source=求是', '陈一苇']],
    ['来源：求是    陈一苇', ['source=求是', '陈一苇']],
    ['来源：求是\t陈一苇', ['source=求是', '陈一苇']],
    ['来源：求是【字体：小 大】', ['source=求是', 'other=小 大']],
    ['来源：求是［字号：小 大］', ['source=求是', 'other=小 大']],
    ['来源：求是 网络版', ['source=求是 网络版']],
    [`来源：求是${n}网络版`, [`source=求是${n}网络版`]],
    [`作者：王${u}${u}芳${u}${u}来源：求是`, [`author=王${u}${u}芳`, 'source=求是']],
    ['作者：阿依古丽·买买提 · 来源：求是', ['author=阿依古丽·买买提', 'source=求是']],
    ['作者：［美］约翰·史密斯 来源：求是', ['author=［美］约翰·史密斯', 'source=求是']],
    ['作者：[美]约翰·史密斯', ['author=[美]约翰·史密斯']],
    ['作者：陈一苇 2005-7-14', ['author=陈一苇', '2005-7-14']],
    ['来源：新华网 2005-07-14 10:22', ['source=新华网', '2005-07-14 10:22']],
    ['信息来源：学习时报 2005-07-11 第3版', ['source=学习时报 2005-07-11 第3版']],
    ['来源：求是 发布于2005-07-14', ['source=求是', 'date=2005-07-14']],
    ['作者：陈一苇 【打印】【关闭】', ['author=陈一苇', 'other=', 'other=']],
  ])('%s', (line, fields) => {
    expect(shown(line)).toEqual(fields);
  });
});

describe('splitFields: brackets for colons', () => {
  it.each<[string, string[]]>([
    ['【作者】陈一苇【来源】学习时报', ['author=陈一苇', 'source=学习时报']],
    ['[作者]陈一苇', ['author=陈一苇']],
    ['［关键词］党建；作风', ['keywords=党建；作风']],
    ['〔摘要〕本文讨论作风。', ['abstract=本文讨论作风。']],
    [
      `【关键词】党建${u}${u}作风${u}${u}【摘要】本文认为：作风重要。  【中图分类号】D26`,
      [`keywords=党建${u}${u}作风`, 'abstract=本文认为：作风重要。', 'other=', 'D26'],
    ],
  ])('%s', (line, fields) => {
    expect(shown(line)).toEqual(fields);
  });
});

describe('splitFields: hit counters', () => {
  it.each([
    ['已有697人阅读', '697'],
    ['本信息共浏览：697次', '697'],
    ['本信息共浏览： 697 次', '697'],
    ['本条信息已被查看了155次', '155'],
    ['本条信息已被查看了155', '155'],
    ['共有 12 人次浏览', '12'],
    ['浏览(155)', '155'],
    ['阅读（1,204）', '1,204'],
    ['点击 155 次', '155'],
    ['点击数：155', '155'],
    ['点击数：[155]', '155'],
    ['本文已被浏览：', ''],
    ['点击数： 次', ''],
  ])('%s → %s', (line, value) => {
    expect(shown(line)).toEqual([`hits=${value}`]);
  });

  it('doesn’t let a counter behind a separator be lost', () => {
    expect(shown('发布日期:2013-07-04 • 本条信息已被查看了155')).toEqual(['date=2013-07-04', 'hits=155']);
    expect(shown('浏览(155) 评论(3)')).toEqual(['hits=155', 'comments=3']);
  });
});

describe('splitFields: positional lines', () => {
  it.each<[string, string[]]>([
    [
      `2009年08月31日${n}${n} 大洋网${n}${n} 张小星${n}${n} 查看评论 进入论坛`,
      ['2009年08月31日', '大洋网', '张小星', 'comments=', 'comments='],
    ],
    [
      '2010-07-14 10:23:00   来源：求是   评论：0 点击：',
      ['2010-07-14 10:23:00', 'source=求是', 'comments=0', 'hits='],
    ],
    ['创建时间：  2026/09/22 吕小露 浏览次数：', ['date=2026/09/22', '吕小露', 'hits=']],
    ['陈一苇', ['陈一苇']],
    ['', []],
    [` ${n}|${u}`, []],
  ])('%s', (line, fields) => {
    expect(shown(line)).toEqual(fields);
  });

  it('takes today’s clock for no date of the page', () => {
    expect(shown('今天是 2024年3月4日 星期一')).toEqual(['other=2024年3月4日 星期一']);
  });
});

describe('splitFields: sentences', () => {
  it('takes no part of a compound word for a label', () => {
    expect(shown('思想来源：马克思主义')).toEqual(['other=马克思主义']);
    expect(shown('来源：求是 会议时间：2005-7-14')).toEqual(['source=求是', 'other=2005-7-14']);
    expect(shown('来源：求是 http://example.org/a')).toEqual(['source=求是 http://example.org/a']);
  });
});

describe('splitFields: every text', () => {
  const piece = fc.constantFrom(
    ...[
      '作者：',
      '来源:',
      '【作者】',
      '[',
      ']',
      '（',
      ')',
      '2005-7-14',
      '10:23',
      '陈一苇',
      ' ',
      n,
      n + n,
      u,
      u + u,
      '\t',
      '|',
      '·',
      '已有3人阅读',
      '点击',
      '：',
      '供稿)',
      '文/',
      '。',
      'a',
      '\ud83d',
    ],
  );
  const line = fc.oneof(
    fc.array(piece, { maxLength: 30 }).map((parts) => parts.join('')),
    fc.string({ maxLength: 80, unit: 'binary' }),
  );

  it('gives fields in order, apart, inside the line, each with its own text', () => {
    fc.assert(
      fc.property(line, (text) => {
        let last = 0;
        for (const { raw, start, end, value } of splitFields(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(start, end)).toBe(raw);
          expect(raw).toContain(value);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 1500 },
    );
  });

  it('loses no letter and no digit', () => {
    fc.assert(
      fc.property(line, (text) => {
        let rest = text;
        for (const { start, end } of splitFields(text).toReversed()) rest = rest.slice(0, start) + rest.slice(end);
        expect(rest.replace(/[^\p{L}\p{N}]/gu, '')).toBe('');
      }),
      { numRuns: 1500 },
    );
  });

  it.each([
    '作者：',
    '来源：求是 ',
    '【作者】',
    '作 ',
    '2005-',
    '2005年1月',
    '(供稿',
    '：',
    '[',
    ')',
    ' ',
    u,
    '王 ',
    '本信息共',
    '1',
    '|',
    '已有1人',
  ])('has no runaway pattern: 100 kB of %s', (part) => {
    const text = part.repeat(100_000 / part.length);
    // About 0.3 s when linear; a quadratic pattern takes minutes, and the test's time runs out.
    expect(splitFields(text).every(({ value }) => text.includes(value.trim()))).toBe(true);
  });
});
