import { describe, expect, it } from 'vitest';
import type { Essay } from '../../../lib/essay/essay.ts';
import { cslItem } from '../../../lib/export/cite/csl.ts';
import { type GbtStyle, gbtHtml, gbtReference } from '../../../lib/export/cite/gbt7714.ts';
import { newspaper, sampleRecord } from './sample-record.ts';

const numeric: GbtStyle = { edition: '2015', system: 'numeric' };
const authorDate: GbtStyle = { edition: '2015', system: 'author-date' };
const cite = (facts: Partial<Essay>, style = numeric) => gbtReference(cslItem(sampleRecord(facts)), style);
const url = 'http://www.example-school.cn/article/show.asp?id=12';
const archivedCopy = {
  archive: 'wayback' as const,
  url: `https://web.archive.org/web/20070702205327/${url}`,
  capturedAt: '2007-07-02T20:53:27Z',
};

describe('GB/T 7714', () => {
  it.each<[string, Partial<Essay>, GbtStyle, string]>([
    ['a web page', {}, numeric, `周望川, 林砚秋. 论县域经济的转型[EB/OL]. (2005-07-14)[2026-11-24]. ${url}.`],
    [
      'a web page of 2025',
      {},
      { edition: '2025', system: 'numeric' },
      `周望川，林砚秋. 论县域经济的转型[EB/OL]. （2005-07-14）[2026-11-24]. ${url}.`,
    ],
    [
      'author and date',
      {},
      authorDate,
      `周望川, 林砚秋, 2005. 论县域经济的转型[EB/OL]. (2005-07-14)[2026-11-24]. ${url}.`,
    ],
    [
      'author and date of 2025',
      {},
      { edition: '2025', system: 'author-date' },
      `周望川，林砚秋，2005. 论县域经济的转型[EB/OL]. （2005-07-14）[2026-11-24]. ${url}.`,
    ],
    [
      'a newspaper by its own date',
      newspaper,
      numeric,
      `周望川, 林砚秋. 论县域经济的转型[N/OL]. 学习园地报, 2005-07-11(3)[2026-11-24]. ${url}.`,
    ],
    [
      'a newspaper of 2025, without the date of citing',
      newspaper,
      { edition: '2025', system: 'numeric' },
      `周望川，林砚秋. 论县域经济的转型[N/OL]. 学习园地报，2005-07-11（3）. ${url}.`,
    ],
    [
      'a journal',
      { issue: { title: '学习园地', year: 2005, issue: '3', date: null, page: '12-15' } },
      numeric,
      `周望川, 林砚秋. 论县域经济的转型[J/OL]. 学习园地, 2005(3): 12-15[2026-11-24]. ${url}.`,
    ],
    ['no author', { authors: [] }, numeric, `论县域经济的转型[EB/OL]. (2005-07-14)[2026-11-24]. ${url}.`],
    [
      'no author, where a name has to stand',
      { authors: [], publishedOn: null },
      authorDate,
      `佚名, [出版年不详]. 论县域经济的转型[EB/OL]. [2026-11-24]. ${url}.`,
    ],
    [
      'an organisation',
      { authors: ['青山市委党校课题组'] },
      numeric,
      `青山市委党校课题组. 论县域经济的转型[EB/OL]. (2005-07-14)[2026-11-24]. ${url}.`,
    ],
    [
      'a file on disk, without its path',
      { originalUrl: 'file:///tmp/a.html' },
      numeric,
      '周望川, 林砚秋. 论县域经济的转型[EB]. (2005-07-14).',
    ],
    [
      'an archived copy',
      { archivedCopy, publishedOn: '2005-07' },
      numeric,
      `周望川, 林砚秋. 论县域经济的转型[EB/OL]. (2005-07)[2026-11-24]. ${url}. 存档: ${archivedCopy.url}.`,
    ],
  ])('cites %s', (_case, facts, style, reference) => {
    expect(cite(facts, style)).toBe(reference);
  });

  it('names three authors, and of more the first three', () => {
    expect(cite({ authors: ['甲一', '乙二', '丙三'] })).toMatch(/^甲一, 乙二, 丙三\. /);
    expect(cite({ authors: ['甲一', '乙二', '丙三', '丁四'] })).toMatch(/^甲一, 乙二, 丙三, 等\. /);
  });

  it('gives a newspaper without a date of its own no date of the portal', () => {
    const issue = { title: '学习园地报', year: null, issue: null, date: null, page: '3' };
    expect(cite({ issue })).toContain('[EB/OL]. (2005-07-14)');
  });

  it('links original and archived address in rich text, and lets no markup through', () => {
    const html = gbtHtml(cslItem(sampleRecord({ title: '甲<b>乙', archivedCopy })), numeric);
    expect(html).toContain('甲&lt;b&gt;乙[EB/OL]');
    expect(html.match(/<a href="[^"]*"/g)).toEqual([`<a href="${url}"`, `<a href="${archivedCopy.url}"`]);
    expect(
      html
        .replace(/<[^>]*>/g, '')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>'),
    ).toBe(cite({ title: '甲<b>乙', archivedCopy }));
  });
});
