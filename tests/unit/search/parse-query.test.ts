import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../lib/search/query/parse-query.ts';

const empty = { all: [], none: [], filters: [], years: [], words: [] };

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
    ['http://a.cn', { ...empty, all: ['http://a.cn'], words: ['http://a.cn'] }],
  ])('%j is understood', (typed, understood) => {
    expect(parseQuery(typed)).toEqual(understood);
  });
});
