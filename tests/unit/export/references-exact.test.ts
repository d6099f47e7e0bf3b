import { describe, expect, it } from 'vitest';
import type { Essay } from '../../../lib/essay/essay.ts';
import { bibtexEntry } from '../../../lib/export/cite/bibtex.ts';
import { cslItem } from '../../../lib/export/cite/csl.ts';
import { risRecord } from '../../../lib/export/cite/ris.ts';
import { newspaper, sampleRecord } from './sample-record.ts';

const page: Partial<Essay> = {
  title: '县域 100% 之路',
  authors: ['周望川', '林砚秋'],
  publishedOn: '2005-07-14',
  unit: '党史教研室',
  source: '塘报',
  column: ['理论', '县域'],
  institution: '中共青山市委党校',
  keywords: ['县域', '水利'],
  abstract: '谈\n  县域。',
  originalUrl: 'http://www.example-school.cn/a b{1}.asp',
  archivedCopy: {
    archive: 'wayback',
    url: 'https://web.archive.org/web/2007/http://www.example-school.cn/',
    capturedAt: '2007-07-02T20:53:27Z',
  },
};
const journal: Partial<Essay> = {
  ...page,
  issue: { title: '塘学刊', year: 2005, issue: '3', date: null, page: '12' },
};
const bare: Partial<Essay> = {
  title: '',
  authors: [],
  publishedOn: null,
  unit: null,
  source: null,
  issue: null,
  column: [],
  institution: null,
  keywords: [],
  abstract: null,
  originalUrl: 'file:///C:/a.htm',
  archivedCopy: null,
};
const nothing = { ...sampleRecord(bare), capture: null, tags: [] };
const id = 'wencun-0123456789abcdef01234567';

describe('a work as CSL', () => {
  it('of a web page has all that is known', () => {
    expect(cslItem({ ...sampleRecord(page), note: '要再读' })).toEqual({
      id,
      type: 'webpage',
      title: '县域 100% 之路',
      author: [{ literal: '周望川' }, { literal: '林砚秋' }],
      'container-title': '中共青山市委党校',
      issued: { 'date-parts': [[2005, 7, 14]] },
      section: '理论 > 县域',
      accessed: { 'date-parts': [[2026, 11, 24]] },
      URL: 'http://www.example-school.cn/a%20b%7B1%7D.asp',
      archivedUrl: 'https://web.archive.org/web/2007/http://www.example-school.cn/',
      language: 'zh-CN',
      abstract: '谈\n  县域。',
      keyword: '县域, 水利',
      annote: '附注：要再读',
      note: '信息来源：塘报；提供单位：党史教研室；存档时间：2007-07-02T20:53:27Z；存档：https://web.archive.org/web/2007/http://www.example-school.cn/',
    });
  });

  it('of a reprint is the newspaper or the journal, and the portal is in the note', () => {
    const { section, ...item } = cslItem(sampleRecord(journal));
    expect(section).toBeUndefined();
    expect(item).toMatchObject({
      type: 'article-journal',
      'container-title': '塘学刊',
      issued: { 'date-parts': [[2005]] },
      issue: '3',
      page: '12',
      note: '转载网站：中共青山市委党校；网站发布日期：2005-07-14；提供单位：党史教研室；存档时间：2007-07-02T20:53:27Z；存档：https://web.archive.org/web/2007/http://www.example-school.cn/',
    });
    expect(cslItem(sampleRecord({ ...page, ...newspaper }))).toMatchObject({
      type: 'article-newspaper',
      'container-title': '学习园地报',
      issued: { 'date-parts': [[2005, 7, 11]] },
      page: '3',
    });
  });

  it('of which nothing is known says nothing more', () => {
    expect(cslItem(nothing)).toEqual({ id, type: 'webpage', title: '', language: 'zh-CN' });
  });

  it.each([
    ['an archive', { archive: 'pywb', url: 'http://a.example/', capturedAt: null }, 'http://a.example/'],
    ['a saved file', { archive: 'mhtml', url: null, capturedAt: null }, undefined],
  ] as const)('has the address of the copy: %s', (_, archivedCopy, expected) => {
    expect(cslItem(sampleRecord({ ...bare, archivedCopy })).archivedUrl).toBe(expected);
  });
});

describe('a work as BibTeX', () => {
  it('of a web page', () => {
    expect(bibtexEntry(cslItem(sampleRecord(page)))).toBe(`@online{${id},
  author = {{周望川} and {林砚秋}},
  title = {县域 100\\% 之路},
  organization = {中共青山市委党校},
  year = {2005},
  date = {2005-07-14},
  url = {http://www.example-school.cn/a%20b%7B1%7D.asp},
  urldate = {2026-11-24},
  keywords = {县域, 水利},
  abstract = {谈 县域。},
  langid = {chinese},
  language = {zh-CN},
  note = {信息来源：塘报；提供单位：党史教研室；存档时间：2007-07-02T20:53:27Z；存档：https://web.archive.org/web/2007/http://www.example-school.cn/},
}
`);
  });

  it('of a journal', () => {
    const entry = bibtexEntry(cslItem(sampleRecord(journal)));
    expect(entry).toMatch(/^@article\{/);
    for (const field of ['journal = {塘学刊}', 'year = {2005}', 'date = {2005}', 'number = {3}', 'pages = {12}']) {
      expect(entry).toContain(`  ${field},\n`);
    }
    expect(entry).not.toContain('organization');
  });

  it('of nothing', () => {
    expect(bibtexEntry(cslItem(nothing))).toBe(`@online{${id},\n  langid = {chinese},\n  language = {zh-CN},\n}\n`);
  });

  it('spells what TeX would take for a command', () => {
    expect(bibtexEntry(cslItem(sampleRecord({ ...bare, title: '\\ { } ~ ^ & % $ # _' })))).toContain(
      'title = {\\textbackslash{} \\{ \\} \\textasciitilde{} \\textasciicircum{} \\& \\% \\$ \\# \\_},',
    );
  });
});

describe('a work as RIS', () => {
  const lines = (facts: Partial<Essay>): string[] => risRecord(cslItem(sampleRecord(facts))).split('\r\n');

  it('of a web page', () => {
    expect(lines(page)).toEqual([
      'TY  - ELEC',
      `ID  - ${id}`,
      'AU  - 周望川',
      'AU  - 林砚秋',
      'TI  - 县域 100% 之路',
      'T2  - 中共青山市委党校',
      'PY  - 2005',
      'DA  - 2005/07/14/',
      'UR  - http://www.example-school.cn/a%20b%7B1%7D.asp',
      'L2  - https://web.archive.org/web/2007/http://www.example-school.cn/',
      'Y2  - 2026/11/24/',
      'LA  - zh-CN',
      'AB  - 谈 县域。',
      'KW  - 县域',
      'KW  - 水利',
      'N1  - 信息来源：塘报；提供单位：党史教研室；存档时间：2007-07-02T20:53:27Z；存档：https://web.archive.org/web/2007/http://www.example-school.cn/',
      'ER  - ',
      '',
    ]);
  });

  it('of a newspaper and of a journal', () => {
    expect(lines({ ...page, ...newspaper })).toEqual(
      expect.arrayContaining(['TY  - NEWS', 'T2  - 学习园地报', 'PY  - 2005', 'DA  - 2005/07/11/', 'SP  - 3']),
    );
    expect(lines(journal)).toEqual(
      expect.arrayContaining(['TY  - JOUR', 'T2  - 塘学刊', 'DA  - 2005///', 'IS  - 3', 'SP  - 12']),
    );
  });

  it('of nothing', () => {
    expect(risRecord(cslItem(nothing))).toBe(`TY  - ELEC\r\nID  - ${id}\r\nLA  - zh-CN\r\nER  - \r\n`);
  });
});
