import { describe, expect, it } from 'vitest';
import { titleParts } from '../../../lib/extract/clean-title.ts';
import { readColumn } from '../../../lib/lines/column.ts';

describe('angle brackets that quote a name', () => {
  it.each([
    ['<<论十大关系>>的当代意义 - 清河市委党校', ['<<论十大关系>>的当代意义', '清河市委党校']],
    ['读<论语>札记>>理论研究>>清河市委党校', ['读<论语>札记', '理论研究', '清河市委党校']],
    ['重读«资本论» » 理论研究', ['重读«资本论»', '理论研究']],
    ['从<<矛盾论>>到<<实践论>>_理论研究', ['从<<矛盾论>>到<<实践论>>', '理论研究']],
    ['理论研究 << 清河市委党校', ['理论研究 << 清河市委党校']],
  ])('part no title: %s', (title, parts) => {
    expect(titleParts(title)).toEqual(parts);
  });

  it.each([
    ['首页 >> 理论研究 >> 读<<资本论>>札记', ['理论研究', '读<<资本论>>札记']],
    ['首页>理论研究><论语>新解', ['理论研究', '<论语>新解']],
    ['首页 ＞ ＜求是＞文摘 ＞ 正文', ['＜求是＞文摘']],
  ])('part no breadcrumb: %s', (crumbs, column) => {
    expect(readColumn(crumbs)).toEqual(column);
  });
});
