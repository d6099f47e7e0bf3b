import { describe, expect, it } from 'vitest';
import type { Essay } from '../../../lib/essay/essay.ts';
import { cslItem } from '../../../lib/export/cite/csl.ts';
import { gbtHtml, gbtReference } from '../../../lib/export/cite/gbt7714.ts';
import { referenceList } from '../../../lib/export/cite/references.ts';
import type { PlainStyle } from '../../../lib/export/cite/styles.ts';
import { newspaper, sampleRecord } from './sample-record.ts';

const page: Partial<Essay> = {
  title: '县域之路',
  authors: ['周望川', '林砚秋'],
  publishedOn: '2005-07-14',
  originalUrl: 'http://dx.example/1',
  archivedCopy: null,
};
const journal: Partial<Essay> = {
  ...page,
  issue: { title: '塘学刊', year: 2005, issue: '3', date: null, page: '12' },
};
const item = (facts: Partial<Essay>, id = 'a') => cslItem({ ...sampleRecord(facts), id });
const numeric = { edition: '2015', system: 'numeric' } as const;
const byDate = { edition: '2015', system: 'author-date' } as const;
const full = { edition: '2025', system: 'numeric' } as const;

describe('a reference by GB/T 7714', () => {
  it.each([
    ['a web page', page, numeric, '周望川, 林砚秋. 县域之路[EB/OL]. (2005-07-14)[2026-11-24]. http://dx.example/1.'],
    [
      'a web page, 2025',
      page,
      full,
      '周望川，林砚秋. 县域之路[EB/OL]. （2005-07-14）[2026-11-24]. http://dx.example/1.',
    ],
    [
      'by author and date',
      page,
      byDate,
      '周望川, 林砚秋, 2005. 县域之路[EB/OL]. (2005-07-14)[2026-11-24]. http://dx.example/1.',
    ],
    [
      'without a date',
      { ...page, publishedOn: null },
      numeric,
      '周望川, 林砚秋. 县域之路[EB/OL]. [2026-11-24]. http://dx.example/1.',
    ],
    [
      'without an author',
      { ...page, authors: [] },
      numeric,
      '县域之路[EB/OL]. (2005-07-14)[2026-11-24]. http://dx.example/1.',
    ],
    [
      'of three authors',
      { ...page, authors: ['甲一', '乙二', '丙三'] },
      numeric,
      '甲一, 乙二, 丙三. 县域之路[EB/OL]. (2005-07-14)[2026-11-24]. http://dx.example/1.',
    ],
    [
      'of four',
      { ...page, authors: ['甲一', '乙二', '丙三', '丁四'] },
      numeric,
      '甲一, 乙二, 丙三, 等. 县域之路[EB/OL]. (2005-07-14)[2026-11-24]. http://dx.example/1.',
    ],
    [
      'of a newspaper',
      { ...page, ...newspaper },
      numeric,
      '周望川, 林砚秋. 县域之路[N/OL]. 学习园地报, 2005-07-11(3)[2026-11-24]. http://dx.example/1.',
    ],
    [
      'of a newspaper, 2025',
      { ...page, ...newspaper },
      full,
      '周望川，林砚秋. 县域之路[N/OL]. 学习园地报，2005-07-11（3）. http://dx.example/1.',
    ],
    [
      'of a journal',
      journal,
      numeric,
      '周望川, 林砚秋. 县域之路[J/OL]. 塘学刊, 2005(3): 12[2026-11-24]. http://dx.example/1.',
    ],
    [
      'of a journal by author and date',
      journal,
      byDate,
      '周望川, 林砚秋, 2005. 县域之路[J/OL]. 塘学刊(3): 12[2026-11-24]. http://dx.example/1.',
    ],
    ['of a file', { ...page, originalUrl: 'file:///C:/a.htm' }, numeric, '周望川, 林砚秋. 县域之路[EB]. (2005-07-14).'],
  ] as const)('%s', (_, facts, style, text) => {
    expect(gbtReference(item(facts), style)).toBe(text);
  });

  it('as rich text links web addresses, also where the title holds the same words', () => {
    const titled = { ...page, title: '论 http://dx.example/1 <b>' };
    expect(gbtHtml(item(titled), numeric, '[1] ')).toBe(
      '<p>[1] 周望川, 林砚秋. 论 http://dx.example/1 &lt;b&gt;[EB/OL]. (2005-07-14)[2026-11-24]. <a href="http://dx.example/1">http://dx.example/1</a>.</p>',
    );
  });
});

describe('a list of references as a file', () => {
  const items = [item({ ...page, title: '甲' }, 'a'), item({ ...page, title: '乙' }, 'b')];
  const list = (style: PlainStyle, of = items) => referenceList(of, style);

  it('of BibTeX begins each entry on a line of its own', () => {
    const { text, html } = list('bibtex');
    expect(text).toMatch(/^@online\{wencun-a,\n[^@]*\n\}\n+@online\{wencun-b,\n[^@]*\n\}\n$/);
    expect(html).toBeNull();
  });

  it('of RIS has one after each', () => {
    expect(list('ris').text).toMatch(
      /^TY {2}- ELEC\r\n[\s\S]*ER {2}- \r\n\r\nTY {2}- ELEC\r\n[\s\S]*ER {2}- \r\n\r\n$/,
    );
  });

  it('of CSL is a list of JSON', () => {
    const { text } = list('csl');
    expect(text.startsWith('[\n{')).toBe(true);
    expect(text.endsWith('}\n]\n')).toBe(true);
    expect(JSON.parse(text).map(({ id }: { id: string }) => id)).toEqual(['wencun-a', 'wencun-b']);
    expect(JSON.parse(list('csl', []).text)).toEqual([]);
  });

  it('to be read has numbers by its system, and names its works', () => {
    expect(list('gbt7714').references.map(({ id, text }) => [id, text.slice(0, 4)])).toEqual([
      ['wencun-a', '[1] '],
      ['wencun-b', '[2] '],
    ]);
    expect(list('gbt7714-2025').text).toMatch(/^\[1\] 周望川，林砚秋\. 甲/);
    expect(list('gbt7714-author-date').text).toMatch(/^周望川, 林砚秋, 2005a\. 甲/);
    expect(list('gbt7714-2025-author-date').text).toMatch(/^周望川，林砚秋，2005a\. 甲/);
  });

  it('by author and date puts the earlier year first, then the earlier day, the title and the id', () => {
    const of = [
      item({ ...page, publishedOn: '2006-02-01', title: '丁' }, 'd'),
      item({ ...page, publishedOn: '2006-01-01', title: '丙' }, 'c'),
      item({ ...page, publishedOn: '2005', title: '乙' }, 'b'),
      item({ ...page, publishedOn: '2005', title: '乙' }, 'a'),
      item({ ...page, publishedOn: null, title: '甲' }, 'e'),
    ];
    expect(list('gbt7714-author-date', of).references.map(({ id }) => id)).toEqual(
      ['a', 'b', 'c', 'd', 'e'].map((id) => `wencun-${id}`),
    );
  });
});
