import { describe, expect, it } from 'vitest';
import type { CslItem } from '../../../../lib/export/cite/csl.ts';
import {
  addressesOf,
  americanDate,
  archivedAt,
  chineseNames,
  containerOf,
  dateOf,
  monthName,
  pageRange,
  quotedTitle,
  sentence,
  withChinese,
} from '../../../../lib/export/cite/latin/parts.ts';
import { joined, piecesHtml, piecesText } from '../../../../lib/export/cite/latin/pieces.ts';
import { loadRomaniser } from '../../../../lib/export/cite/latin/romaniser.ts';

const on = (...parts: readonly number[]) => ({ 'date-parts': [parts] }) as const;
const work = (facts: Partial<CslItem>): CslItem => ({
  id: 'x',
  type: 'webpage',
  title: '甲',
  language: 'zh-CN',
  ...facts,
});

describe('dates', () => {
  it.each([
    [undefined, null, ''],
    [on(), null, ''],
    [on(2005), { year: 2005 }, '2005'],
    [on(2005, 1), { year: 2005, month: 1 }, 'January 2005'],
    [on(2005, 12, 1), { year: 2005, month: 12, day: 1 }, 'December 1, 2005'],
  ])('of %j have what is told', (date, parts, american) => {
    expect(dateOf(date)).toEqual(parts);
    expect(americanDate(date)).toBe(american);
  });

  it('have the names of twelve months', () => {
    expect([0, 1, 2, 5, 9, 12, 13].map(monthName)).toEqual([
      '',
      'January',
      'February',
      'May',
      'September',
      'December',
      '',
    ]);
  });
});

it.each([
  ['Reform', 'Reform.'],
  ['Reform.', 'Reform.'],
  ['Reform?', 'Reform?'],
  ['Reform!', 'Reform!'],
  ['Reform…', 'Reform…'],
  ['改革。', '改革。'],
  ['改革？', '改革？'],
  ['改革！', '改革！'],
  ['改革？”', '改革？”'],
  ['改革！’', '改革！’'],
  ['改革。》', '改革。》'],
  ['改革”', '改革.”'],
  ['改革’', '改革’.'],
  ['改革》', '改革》.'],
  ['“改革”论', '“改革”论.'],
  ['何谓？改革', '何谓？改革.'],
  ['', '.'],
])('%s ends as the sentence %s', (text, wanted) => {
  expect(sentence(text)).toBe(wanted);
});

it.each([
  ['Reform', '“Reform.”'],
  ['“Reform” now', '“‘Reform’ now.”'],
  ['Why “Reform”?', '“Why ‘Reform’?”'],
  ['改革', '“Gaige” 改革.'],
  ['改革？', '“Gaige?” 改革？'],
  ['论“改革”', '“Lun ‘gaige’” 论“改革.”'],
])('the title %s is quoted as %s', async (title, wanted) => {
  expect(quotedTitle(work({ title }), await loadRomaniser())).toBe(wanted);
});

describe('names', () => {
  it('have their characters behind, where they have characters', async () => {
    const romaniser = await loadRomaniser();
    const author = ['吴灵臣', '湖州市委党校', 'United Nations'].map((literal) => ({ literal }));
    expect(chineseNames(work({ author }), romaniser)).toEqual([
      'Wu Lingchen 吴灵臣',
      'Huzhou Shiwei Dangxiao 湖州市委党校',
      'United Nations',
    ]);
    expect(chineseNames(work({}), romaniser)).toEqual([]);
    expect([withChinese(null, '甲'), withChinese('Jia', '甲')]).toEqual(['甲', 'Jia 甲']);
  });

  it('of a site are those of a body, of a newspaper those of a title', async () => {
    const romaniser = await loadRomaniser();
    const named = { 'container-title': '学习时报' };
    expect(containerOf(work(named), romaniser)).toBe('Xuexi Shibao 学习时报');
    expect(containerOf(work({ ...named, type: 'article-newspaper' }), romaniser)).toBe('Xuexi shibao 学习时报');
    expect(containerOf(work({}), romaniser)).toBe('');
    expect(containerOf(work({ 'container-title': '' }), romaniser)).toBe('');
  });
});

describe('pages', () => {
  it.each([
    // All digits, two at least, and as Chicago writes.
    ['3', '3', '3', '3'],
    ['12-15', '12–15', '12–15', '12–15'],
    ['99-99', '99–99', '99–99', '99–99'],
    ['98-102', '98–102', '98–102', '98–102'],
    ['100-104', '100–104', '100–04', '100–104'],
    ['101-108', '101–108', '101–08', '101–8'],
    ['109-110', '109–110', '109–10', '109–10'],
    ['110-112', '110–112', '110–12', '110–12'],
    ['123-123', '123–123', '123–23', '123–23'],
    ['187-203', '187–203', '187–203', '187–203'],
    ['200-250', '200–250', '200–50', '200–250'],
    ['1496-1504', '1496–1504', '1496–504', '1496–504'],
    ['1005-1009', '1005–1009', '1005–09', '1005–9'],
    ['A101-A108', 'A101–A108', 'A101–A108', 'A101–A108'],
    ['3, 7', '3, 7', '3, 7', '3, 7'],
    ['12 — 15', '12–15', '12–15', '12–15'],
    ['12~15', '12–15', '12–15', '12–15'],
    ['12～15', '12–15', '12–15', '12–15'],
    ['12–15, 101 - 108', '12–15, 101–108', '12–15, 101–08', '12–15, 101–8'],
    ['12-', '12-', '12-', '12-'],
    ['05-09', '05–09', '05–09', '05–09'],
  ])('%s are written by each style', (pages, all, two, chicago) => {
    expect([pageRange(pages, 'all'), pageRange(pages, 'two'), pageRange(pages, 'chicago')]).toEqual([
      all,
      two,
      chicago,
    ]);
  });
});

it.each<readonly [string, Partial<CslItem>, string, string]>([
  ['none', {}, '', ''],
  ['its own', { URL: 'http://a/' }, 'http://a/', ''],
  ['that of an archive', { archivedUrl: 'http://b/' }, 'http://b/', ''],
  ['both', { URL: 'http://a/', archivedUrl: 'http://b/' }, 'http://a/', 'http://b/'],
])('the address of a work: %s', (_, facts, main, archived) => {
  const addresses = addressesOf(work(facts));
  expect(addresses).toEqual({ main, archived });
  expect(piecesText(archivedAt(addresses))).toBe(archived === '' ? '' : ` Archived at ${archived}.`);
});

describe('pieces', () => {
  it('are text without their forms', () => {
    expect(piecesText(['a ', { italic: 'b' }, ' <', { link: 'http://c/?d&e' }])).toBe('a b <http://c/?d&e');
  });

  it.each([
    ['http://a/?b&c', '<p><a href="http://a/?b&amp;c">http://a/?b&amp;c</a></p>'],
    ['HTTPS://a/', '<p><a href="HTTPS://a/">HTTPS://a/</a></p>'],
    ['javascript:"http://a"', '<p>javascript:&quot;http://a&quot;</p>'],
    ['httpx://a', '<p>httpx://a</p>'],
  ])('have links to addresses of the web: %s', (link, html) => {
    expect(piecesHtml([{ link }])).toBe(html);
  });

  it('are escaped', () => {
    expect(piecesHtml(['<i>', { italic: '<b>' }])).toBe('<p>&lt;i&gt;<i>&lt;b&gt;</i></p>');
  });

  it('that are there are joined', () => {
    expect(joined([[], ['a', { italic: 'b' }], [], ['c']], ', ')).toEqual(['a', { italic: 'b' }, ', ', 'c']);
    expect(joined([[], []], ', ')).toEqual([]);
  });
});
