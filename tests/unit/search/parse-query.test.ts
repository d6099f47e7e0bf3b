import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../lib/search/query/parse-query.ts';

const empty = { all: [], none: [], filters: [], years: [], either: [], words: [] };
const alternative = (term: string) => ({ all: [term], none: [], filters: [], years: [] });

describe('a query', () => {
  it.each([
    ['', empty],
    ['  ', empty],
    ['黨校 學習', { ...empty, all: ['党校', '学习'], words: ['黨校', '學習'] }],
    ['"社会 主义" 理论', { ...empty, all: ['社会 主义', '理论'], words: ['社会 主义', '理论'] }],
    ['“还没有收尾', { ...empty, all: ['还没有收尾'], words: ['还没有收尾'] }],
    ['理论 -通知 -"a b"', { ...empty, all: ['理论'], none: ['通知', 'a b'], words: ['理论'] }],
    ['-', { ...empty, all: ['-'], words: ['-'] }],
    ['author:張三', { ...empty, filters: [{ name: 'author', text: '张三', not: false }] }],
    ['school："中央 党校"', { ...empty, filters: [{ name: 'school', text: '中央 党校', not: false }] }],
    ['-tag:已读', { ...empty, filters: [{ name: 'tag', text: '已读', not: true }] }],
    ['author:', empty],
    ['year:', empty],
    ['year:2003..2007', { ...empty, years: [[2003, 2007]] }],
    ['year:2003', { ...empty, years: [[2003, 2003]] }],
    ['year:2003..', { ...empty, years: [[2003, 9999]] }],
    ['year:..2003', { ...empty, years: [[0, 2003]] }],
    ['ＹＥＡＲ：２００３', { ...empty, years: [[2003, 2003]] }],
    [
      'year:2003-2007 year:2010',
      {
        ...empty,
        years: [
          [2003, 2007],
          [2010, 2010],
        ],
      },
    ],
    ['year:..', { ...empty, all: ['year:..'], words: ['year:..'] }],
    ['year:20030', { ...empty, all: ['year:20030'], words: ['year:20030'] }],
    ['year:x2003', { ...empty, all: ['year:x2003'], words: ['year:x2003'] }],
    ['-year:2003', { ...empty, none: ['year:2003'] }],
    ['-foo:bar', { ...empty, none: ['foo:bar'] }],
    ['党史 author:', { ...empty, all: ['党史'], words: ['党史'] }],
    ['党史 foo:', { ...empty, all: ['党史', 'foo:'], words: ['党史', 'foo:'] }],
    ['author:" "', empty],
    ['"" 党史', { ...empty, all: ['党史'], words: ['党史'] }],
    ['党史 党史', { ...empty, all: ['党史'], words: ['党史', '党史'] }],
    ['"甲\n乙"', { ...empty, all: ['甲 乙'], words: ['甲\n乙'] }],
    [
      'author:李四 source:学习时报 column:理论',
      {
        ...empty,
        filters: [
          { name: 'author', text: '李四', not: false },
          { name: 'source', text: '学习时报', not: false },
          { name: 'column', text: '理论', not: false },
        ],
      },
    ],
    ['作者：王', { ...empty, filters: [{ name: 'author', text: '王', not: false }] }],
    [
      '著者:王 －機構：中央',
      {
        ...empty,
        filters: [
          { name: 'author', text: '王', not: false },
          { name: 'school', text: '中央', not: true },
        ],
      },
    ],
    ['來源：學習時報', { ...empty, filters: [{ name: 'source', text: '学习时报', not: false }] }],
    ['標籤：「要 引用」', { ...empty, filters: [{ name: 'tag', text: '要 引用', not: false }] }],
    ['責任者：王', { ...empty, filters: [{ name: 'author', text: '王', not: false }] }],
    ['日期：2003年', { ...empty, years: [[2003, 2003]] }],
    ['年份：２００３—２００７年', { ...empty, years: [[2003, 2007]] }],
    ['年份:2003年至2007年', { ...empty, years: [[2003, 2007]] }],
    ['笔记：红线', { ...empty, filters: [{ name: 'note', text: '红线', not: false }], words: ['红线'] }],
    ['欄目：', empty],
    ['党建 OR 党史', { ...empty, either: [[alternative('党建'), alternative('党史')]], words: ['党建', '党史'] }],
    [
      '改革 党建 ｜ 党史',
      {
        ...empty,
        all: ['改革'],
        either: [[alternative('党建'), alternative('党史')]],
        words: ['改革', '党建', '党史'],
      },
    ],
    ['甲 或 乙 ＯＲ 丙', { ...empty, either: [['甲', '乙', '丙'].map(alternative)], words: ['甲', '乙', '丙'] }],
    ['党建 OR', { ...empty, all: ['党建'], words: ['党建'] }],
    ['OR', { ...empty, all: ['or'], words: ['OR'] }],
    ['or 党建', { ...empty, all: ['or', '党建'], words: ['or', '党建'] }],
    ['http://a.cn', { ...empty, all: ['http://a.cn'], words: ['http://a.cn'] }],
  ])('%j is understood', (typed, understood) => {
    expect(parseQuery(typed)).toEqual(understood);
  });
});
