import { describe, expect, it } from 'vitest';
import { wayback } from '../../../lib/harvest/archives.ts';
import { createCatalogue } from '../../../lib/harvest/captures/catalogue.ts';
import { createIndexReader } from '../../../lib/harvest/index/read-index.ts';
import { createListed, readListedEssays, readNamedByList } from '../../../lib/harvest/lists/listed-essays.ts';
import { lostEssays, lostTable } from '../../../lib/harvest/lists/lost-essays.ts';
import { planHarvest, timeToAsk } from '../../../lib/harvest/plan/plan-harvest.ts';
import { parsePage } from '../../support/parse-page.ts';

const row = (id: number, title: string, day: string): string =>
  `<tr><td>·<a href="show.asp?id=${id}">${title}</a></td><td>${day}</td></tr>`;
const page = (column: string, rows: readonly string[], url = 'http://www.nbdx.cn/list.asp?classid=4') => ({
  document: parsePage(
    `<html><body><p>您现在的位置：<a href="/">首页</a> &gt;&gt; <a href="#">${column}</a></p><table>${rows.join('')}</table></body></html>`,
    url,
  ),
  originalUrl: url,
  archivedCopy: null,
  archiveElements: [],
});
const essays = [
  row(1, '把调查研究当作一门基本功', '2005/09/06'),
  row(2, '从一本账簿看乡村的变化', '2005/08/06'),
  row(3, '老街上的茶馆与新来的人', '2004/07/06'),
  row(4, '关于水库移民的几点思考', '2004/06/06'),
];
const notices = [11, 12, 13].map((id) => row(id, `关于做好第${id}期培训班报名工作的通知`, '2005/09/06'));

function cataloguing(...rows: readonly (readonly [url: string, timestamp: string])[]) {
  const catalogue = createCatalogue();
  const lines = rows.map(([url, timestamp], n) => `k ${timestamp} ${url} text/html 200 D${n} 2000\n`);
  for (const one of createIndexReader().push(lines.join(''))) catalogue.add(one);
  return catalogue;
}

describe('a captured list', () => {
  it('names its essays by folded address, with title, day and column', () => {
    expect(readListedEssays(page('理论研究', essays), '20060101000000')[0]).toEqual({
      key: 'http://nbdx.cn/show.asp?id=1',
      address: 'http://www.nbdx.cn/show.asp?id=1',
      title: '把调查研究当作一门基本功',
      date: '2005-09-06',
      column: '理论研究',
      list: 'http://www.nbdx.cn/list.asp?classid=4',
      listedAt: '20060101000000',
      isEssay: true,
      sure: true,
    });
  });

  it('of notices names no essay, and a page that is none names nothing', () => {
    expect(readListedEssays(page('通知公告', notices), '2006').map(({ isEssay }) => isEssay)).toEqual([
      false,
      false,
      false,
    ]);
    expect(readListedEssays(page('', ['<tr><td>对不起，没有找到</td></tr>']), '2006')).toEqual([]);
  });

  it('is joined with others: the earlier counts, and what it cuts short comes from the later', () => {
    const listed = createListed();
    const cut = [row(1, '把调查研究当作…', ''), ...essays.slice(1)];
    listed.add(readListedEssays(page('理论研究', essays), '20090101000000'));
    listed.add(readListedEssays(page('最新文章', cut), '20060101000000'));
    expect(listed.get('http://nbdx.cn/show.asp?id=1')).toMatchObject({
      title: '把调查研究当作一门基本功',
      date: '2005-09-06',
      listedAt: '20060101000000',
    });
    expect(listed.size()).toBe(4);
  });
});

describe('an article that several lists name', () => {
  it('is what the column says that says it, and an essay where one calls it so', () => {
    const told = (...columns: readonly string[]) => {
      const listed = createListed();
      columns.forEach((column, n) => {
        listed.add(readListedEssays(page(column, essays), `200${n}0101000000`));
      });
      return listed.get('http://nbdx.cn/show.asp?id=1')?.isEssay;
    };
    expect([
      told('最新动态'),
      told('最新动态', '理论研究'),
      told('理论研究', '学校要闻'),
      told('中共宁波市委党校', '通知公告'),
    ]).toEqual([false, true, true, false]);
  });
});

describe('the last page of a list', () => {
  it('may be short, and is known by what the others told', () => {
    const { rows } = readNamedByList(page('理论研究', essays), '2006');
    const last = page('理论研究', essays.slice(0, 1), 'http://www.nbdx.cn/list.asp?classid=4&page=9');
    expect([readListedEssays(last, '2006').length, readNamedByList(last, '2006', rows).essays.length]).toEqual([0, 1]);
  });
});

describe('essays that are lost', () => {
  const listed = [
    ...readListedEssays(page('理论研究', essays), '20060101000000'),
    ...readListedEssays(page('通知公告', notices), '20060101000000'),
  ];

  it('are those of lists of which no capture is known, and those whose captures are all bad', () => {
    const catalogue = cataloguing(
      ['http://www.nbdx.cn:80/Show.asp?ID=1', '2007'],
      ['http://nbdx.cn/show.asp?id=2', '2012'],
    );
    const lost = lostEssays(listed, catalogue, new Set(['http://nbdx.cn/show.asp?id=2']));
    expect(lost.map(({ key, why }) => [key.slice(-1), why])).toEqual([
      ['4', 'no-capture'],
      ['3', 'no-capture'],
      ['2', 'no-good-capture'],
    ]);
  });

  it('are written as a table that no program runs', () => {
    const [first] = lostEssays(listed, createCatalogue());
    const text = lostTable(first === undefined ? [] : [{ ...first, title: '=1+1,"a"' }]);
    expect(text).toBe(
      `\ufefftitle,date,column,address,list,listed_at,why\r\n"'=1+1,""a""",2004-06-06,理论研究,http://www.nbdx.cn/show.asp?id=4,http://www.nbdx.cn/list.asp?classid=4,20060101000000,no-capture\r\n`,
    );
  });
});

describe('a plan', () => {
  const catalogue = cataloguing(
    ['http://nbdx.cn/show.asp?id=1', '20070101000000'],
    ['http://nbdx.cn/show.asp?id=3', '20070101000000'],
    ['http://nbdx.cn/show.asp?id=11', '20070101000000'],
    ['http://nbdx.cn/show.asp?id=99', '20100101000000'],
    ['http://nbdx.cn/show.asp?id=99&page=2', '20100101000000'],
    ['http://nbdx.cn/list.asp?classid=4', '20100101000000'],
    ['http://nbdx.cn/ziliao.asp', '20100101000000'],
  );
  const listed = createListed();
  listed.add(readListedEssays(page('理论研究', essays), '20060101000000'));
  listed.add(readListedEssays(page('通知公告', notices), '20060101000000'));
  const keys = (choice: Parameters<typeof planHarvest>[2], kept = (_: string) => false) =>
    planHarvest(catalogue, listed, choice, wayback.pace, kept).essays.map(({ key }) => key.replace(/.*=/, ''));

  it('has what lists call essays and what looks like one, in the order of years', () => {
    expect(keys({})).toEqual(['3', '1', '99']);
    expect(planHarvest(catalogue, listed, {}, wayback.pace)).toMatchObject({
      requests: 4,
      lists: [{ kind: 'list' }],
      milliseconds: timeToAsk(4, wayback.pace),
    });
  });

  it('takes a later page of an essay where nobody captured its first', () => {
    const pages = cataloguing(
      ['http://nbdx.cn/show.asp?id=5&page=3', '2007'],
      ['http://nbdx.cn/show.asp?id=5&page=2', '2007'],
      ['http://nbdx.cn/html/llyj_12_697_2.shtml', '2007'],
      ['http://nbdx.cn/html/llyj_12_698_2.shtml', '2007'],
      ['http://nbdx.cn/html/llyj_12_698.shtml', '2007'],
    );
    expect(
      planHarvest(pages, createListed(), {}, wayback.pace).essays.map(({ key }) => key.replace(/.*[/]/, '')),
    ).toEqual(['llyj_12_697_2.shtml', 'llyj_12_698.shtml', 'show.asp?id=5&page=3']);
  });

  it('follows the choice of years, column and pattern', () => {
    expect([
      keys({ years: [2005, 2007] }),
      keys({ years: [2008, 2010] }),
      keys({ column: '理论研究' }),
      keys({ pattern: 'SHOW.asp*=9' }),
    ]).toEqual([['1'], ['99'], ['3', '1'], ['99']]);
  });

  it('leaves out what is kept, and takes other pages where they are wanted', () => {
    expect(keys({}, (key) => key.endsWith('=1'))).toEqual(['3', '99']);
    expect(keys({ others: true })).toContain('http://nbdx.cn/ziliao.asp');
  });
});
