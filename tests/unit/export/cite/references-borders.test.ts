import { describe, expect, it } from 'vitest';
import { inAuthorDateOrder, letters } from '../../../../lib/export/cite/author-date.ts';
import { type CslItem, cslItem, cslJson, isoDate, plainAddress, plainTitle } from '../../../../lib/export/cite/csl.ts';
import { type GbtStyle, gbtHtml, gbtReference } from '../../../../lib/export/cite/gbt7714.ts';
import { listBy, loadForm, writeReferences } from '../../../../lib/export/cite/references.ts';
import { risRecord } from '../../../../lib/export/cite/ris.ts';
import { sampleRecord } from '../sample-record.ts';

const on = (...parts: readonly number[]) => ({ 'date-parts': [parts] }) as const;
const work = (facts: Partial<CslItem> = {}): CslItem => ({
  id: 'x',
  type: 'webpage',
  title: 'T',
  language: 'zh-CN',
  ...facts,
});
const by = (...names: readonly string[]): Pick<CslItem, 'author'> => ({
  author: names.map((literal) => ({ literal })),
});
const newspaper: Partial<CslItem> = { type: 'article-newspaper', 'container-title': 'P', issued: on(2005, 7, 4) };
const journal: Partial<CslItem> = { type: 'article-journal', 'container-title': 'J', issue: '3', issued: on(2005) };
const numeric: GbtStyle = { edition: '2015', system: 'numeric' };
const authorDate: GbtStyle = { edition: '2025', system: 'author-date' };
const newer: GbtStyle = { edition: '2025', system: 'numeric' };

it.each<readonly [string, Partial<CslItem>, GbtStyle, string]>([
  ['a page', {}, numeric, 'T[EB].'],
  ['a newspaper without its page', newspaper, numeric, 'T[N]. P, 2005-07-04.'],
  ['a newspaper with its page', { ...newspaper, page: '3' }, newer, 'T[N]. P，2005-07-04（3）.'],
  ['a journal without its pages', journal, numeric, 'T[J]. J, 2005(3).'],
  ['a journal with its pages', { ...journal, page: '3-7' }, numeric, 'T[J]. J, 2005(3): 3-7.'],
  ['a journal of 2025', { ...journal, page: '3-7' }, newer, 'T[J]. J，2005（3）：3-7.'],
  ['a journal by author and date', { ...journal, page: '3' }, authorDate, '佚名，2005. T[J]. J（3）：3.'],
  ['nothing but a name, by author and date', by('甲'), authorDate, '甲，[出版年不详]. T[EB].'],
  [
    'a year with its letter',
    { ...by('甲'), issued: on(2005), 'year-suffix': 'b' },
    authorDate,
    '甲，2005b. T[EB]. （2005）.',
  ],
  ['three names', by('A', 'B', 'C'), numeric, 'A, B, C. T[EB].'],
  ['four names', by('A', 'B', 'C', 'D'), newer, 'A，B，C，等. T[EB].'],
  [
    'an archived copy alone',
    { archivedUrl: 'http://b/', accessed: on(2026) },
    newer,
    'T[EB/OL]. [2026]. 存档：http://b/.',
  ],
  ['no day of access of what is not online', { accessed: on(2026) }, numeric, 'T[EB].'],
])('GB/T 7714 of %s', (_, facts, style, reference) => {
  expect(gbtReference(work(facts), style)).toBe(reference);
  expect(gbtHtml(work(facts), style).replace(/<[^>]*>/g, '')).toBe(reference);
});

it.each([
  ['http://a/', '<p>[1] T[EB/OL]. <a href="http://a/">http://a/</a>.</p>'],
  ['HTTPS://a/', '<p>[1] T[EB/OL]. <a href="HTTPS://a/">HTTPS://a/</a>.</p>'],
  ['ftp:http://a/', '<p>[1] T[EB/OL]. ftp:http://a/.</p>'],
])('GB/T 7714 links %s', (URL, html) => {
  expect(gbtHtml(work({ URL }), numeric, '[1] ')).toBe(html);
});

it('GB/T 7714 links the address and not the title that is the same', () => {
  expect(gbtHtml(work({ title: 'http://a/', URL: 'http://a/' }), numeric)).toBe(
    '<p>http://a/[EB/OL]. <a href="http://a/">http://a/</a>.</p>',
  );
});

describe('what CSL has', () => {
  it.each([
    ['http://a/', 'http://a/'],
    ['HTTPS://a/', 'HTTPS://a/'],
    ['file:///http://a/', undefined],
    ['httpd://a/', undefined],
  ])('of the address %s', (originalUrl, URL) => {
    expect(cslItem(sampleRecord({ originalUrl })).URL).toBe(URL);
  });

  it.each([
    [' http://a/ ', 'http://a/'],
    ['http://a/"<>\\^`{|}', 'http://a/%22%3C%3E%5C%5E%60%7B%7C%7D'],
    ['http://a/%2f%2F%e4', 'http://a/%2f%2F%e4'],
    ['http://a/%2g%g2%', 'http://a/%252g%25g2%25'],
    ['http://a/中', 'http://a/中'],
  ])('of the signs of %s', (address, wanted) => {
    expect(plainAddress(address)).toBe(wanted);
  });

  it.each([
    ['<i>', '<\u2060i>'],
    ['</B>', '<\u2060/B>'],
    ['<sub><sup>', '<\u2060sub><\u2060sup>'],
    ['<sc><span x>', '<\u2060sc><\u2060span x>'],
    ['<sun><em><ix>', '<sun><em><ix>'],
  ])('of the title %s', (title, wanted) => {
    expect(plainTitle(title)).toBe(wanted);
  });

  it.each([
    [on(305, 1, 2), '0305-01-02'],
    [on(2005, 12), '2005-12'],
    [on(2005), '2005'],
  ])('of the date %j', (date, wanted) => {
    expect(isoDate(date)).toBe(wanted);
  });

  it.each([
    [[], [], undefined],
    [['甲'], [], '甲'],
    [['甲', '乙'], ['乙', '丙'], '甲, 乙, 丙'],
  ])('of the keywords %j and tags %j', (keywords, tags, keyword) => {
    expect(cslItem({ ...sampleRecord({ keywords }), tags }).keyword).toBe(keyword);
  });

  it.each([
    [[], undefined],
    [['理论'], '理论'],
    [['理论', '县域'], '理论 > 县域'],
  ])('of the column %j', (column, section) => {
    expect(cslItem(sampleRecord({ column })).section).toBe(section);
  });

  it.each([
    [undefined, undefined, undefined],
    ['甲', undefined, '甲'],
    [undefined, '乙', '乙'],
    ['甲', '乙', '甲；乙'],
  ])('of own words %s and facts %s', (annote, note, wanted) => {
    const item = work({ ...(annote ? { annote } : {}), ...(note ? { note } : {}) });
    expect(JSON.parse(cslJson(item))).toEqual({ ...work(), ...(wanted ? { note: wanted } : {}) });
  });
});

it('RIS has no page of a web page', () => {
  expect(risRecord(work({ page: '3' }))).toBe('TY  - ELEC\r\nID  - x\r\nTI  - T\r\nLA  - zh-CN\r\nER  - \r\n');
});

describe('the order by author and date', () => {
  const order = (...works: readonly Partial<CslItem>[]) =>
    inAuthorDateOrder(works.map((facts, n) => work({ id: `${n}`, ...facts })))
      .map(({ id, 'year-suffix': suffix = '' }) => id + suffix)
      .join(' ');

  it.each<readonly [string, readonly Partial<CslItem>[], string]>([
    ['names by sound', [by('中'), by('安')], '1 0'],
    [
      'names before years',
      [
        { ...by('中'), issued: on(2001) },
        { ...by('安'), issued: on(2009) },
      ],
      '1 0',
    ],
    ['all names', [by('安', '中'), by('安', '安')], '1 0'],
    [
      'a name that is two and one that is the same without a mark',
      [by('安', '中'), by('安中'), by('安', '中')],
      '0 2 1',
    ],
    ['none as 佚名', [{}, by('张'), by('安')], '2 0 1'],
    ['years', [{ issued: on(2009) }, { issued: on(2001) }, {}], '1 0 2'],
    ['no years: titles', [{ title: '中' }, { title: '安' }], '1 0'],
    ['days within a year', [{ issued: on(2005, 12) }, { issued: on(2005, 2) }], '1a 0b'],
    [
      'titles at last',
      [
        { title: '中', issued: on(2005) },
        { title: '安', issued: on(2005) },
      ],
      '1a 0b',
    ],
    ['ids where all is alike', [{ id: 'b' }, { id: 'a' }], 'a b'],
    ['ids as they are', [{ id: 'a' }, { id: 'b' }], 'a b'],
    ['no letters without years', [{ id: 'a' }, { id: 'b' }, { id: 'c', issued: on(2005) }], 'c a b'],
  ])('is that of %s', (_, works, wanted) => {
    expect(order(...works)).toBe(wanted);
  });

  it('has as many letters as it takes', () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(letters)).toEqual(['a', 'z', 'aa', 'az', 'ba', 'zz', 'aaa']);
  });
});

describe('a list', () => {
  const works = [work({ id: 'a' }), work({ id: 'b' })];
  const gathered = async (...given: Parameters<typeof writeReferences>): Promise<string[]> => {
    const pieces: string[] = [];
    for await (const piece of writeReferences(...given)) pieces.push(piece);
    return pieces;
  };
  async function* stream(): AsyncGenerator<CslItem> {
    yield* works;
  }

  it('is numbered, and one alone is not', async () => {
    const form = await loadForm('gbt7714');
    expect(listBy(form, works)).toEqual({
      text: '[1] T[EB].\n[2] T[EB].\n',
      html: '<p>[1] T[EB].</p>\n<p>[2] T[EB].</p>',
      references: [
        { id: 'a', text: '[1] T[EB].\n' },
        { id: 'b', text: '[2] T[EB].\n' },
      ],
    });
    expect(listBy(form, works.slice(1)).text).toBe('T[EB].\n');
  });

  it('for programs is whole, and has no rich text', async () => {
    const csl = listBy(await loadForm('csl'), works);
    expect(csl.html).toBeNull();
    expect(csl.text).toBe(`[\n${works.map(cslJson).join(',\n')}\n]\n`);
    const bibtex = listBy(await loadForm('bibtex'), works).text;
    expect(bibtex.split('\n\n').map((entry) => entry.trimStart().slice(0, 10))).toEqual(['@online{a,', '@online{b,']);
  });

  it('comes piece by piece, with nothing that is empty', async () => {
    expect(await gathered(stream(), 'gbt7714')).toEqual(['[1] T[EB].\n', '[2] T[EB].\n']);
    expect(await gathered(stream(), 'csl')).toEqual([
      '[',
      `\n${cslJson(works[0] ?? work())}`,
      `,\n${cslJson(works[1] ?? work())}`,
      '\n]\n',
    ]);
    expect((await gathered(stream(), 'gbt7714-author-date')).length).toBe(2);
  });
});
