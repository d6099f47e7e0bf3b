import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readColumn } from '../../../lib/lines/column.ts';

const n = '\u00a0';

describe('readColumn: labels and separators', () => {
  it.each<[string, string[]]>([
    ['您现在的位置： 某某论坛 >> 学术专栏 >> 党史研究 >> 正文', ['某某论坛', '学术专栏', '党史研究']],
    [`您现在的位置：${n}首页${n}>>${n}学术专栏${n}>>${n}正文`, ['学术专栏']],
    ['您当前的位置：首页 > 学术专栏', ['学术专栏']],
    ['当前位置:主页 > 科研 > 论文 > ', ['科研', '论文']],
    ['您的位置：首页 » 学术', ['学术']],
    ['您所在的位置：首页›学术›党史', ['学术', '党史']],
    ['所在位置：首页→学术', ['学术']],
    ['现在位置：首页::学术', ['学术']],
    ['目前位置：首页—>学术—>', ['学术']],
    ['首页—>教务管理—>', ['教务管理']],
    ['你的位置：首页-学术-党史', ['学术', '党史']],
    ['您的位置：首頁 > 社會研究 > 瀏覽文章', ['社會研究']],
    ['位置：首页 — 学术 — 党史', ['学术', '党史']],
    ['当前位置：首页/学术/党史', ['学术', '党史']],
    ['当前位置：首页\\学术\\党史', ['学术', '党史']],
    ['当前位置：首页 | 学术 | 内容', ['学术']],
    ['当前位置：首页 · 学术 · 党史', ['学术', '党史']],
    ['您现在的位置是：首页 → 学术', ['学术']],
    ['您的位置 首页 > 理论', ['理论']],
    ['【当前位置】：首页 > 理论', ['理论']],
    ['站名 >> 频道 >> 栏目甲 >> 浏览新闻', ['站名', '频道', '栏目甲']],
    ['首页 > 学术·党史 > 正文', ['学术·党史']],
    ['首页 > A-B > 查看', ['A-B']],
    ['您现在的位置：学术专栏', ['学术专栏']],
    ['当前位置：首页', []],
    ['', []],
    [' > ', []],
  ])('%s → %j', (text, column) => {
    expect(readColumn(text)).toEqual(column);
  });
});

describe('readColumn: what is left out', () => {
  it('drops the portal’s names in front', () => {
    expect(readColumn('某某网 > 学术', { siteNames: ['某某网'] })).toEqual(['学术']);
    expect(readColumn('中共宁波市委党校 >> 学术专栏 >> 正文')).toEqual(['学术专栏']);
    expect(readColumn('宁波市委党校网站 >> 学术专栏')).toEqual(['学术专栏']);
  });

  it('drops the title behind, cut short or not', () => {
    expect(readColumn('首页 > 学术 > 论作风', { title: '论作风' })).toEqual(['学术']);
    expect(readColumn('首页 > 学术 > 论新时期的…', { title: '论新时期的作风' })).toEqual(['学术']);
    expect(readColumn('首页 > 学术 > 论新…', { title: '论旧' })).toEqual(['学术', '论新…']);
  });

  it('takes crumbs in cells of their own', () => {
    expect(readColumn(['当前位置：', '首页', '>投资运行', '>正文'])).toEqual(['投资运行']);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 80 }),
        fc.string({ maxLength: 20 }),
        (text, title) => void readColumn(text, { title }),
      ),
    );
  });
});
