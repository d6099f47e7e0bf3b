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
    ['http://a.cn', { ...empty, all: ['http://a.cn'], words: ['http://a.cn'] }],
  ])('%j is understood', (typed, understood) => {
    expect(parseQuery(typed)).toEqual(understood);
  });
});
