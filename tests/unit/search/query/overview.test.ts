import { describe, expect, it } from 'vitest';
import { DEAD, TRASHED } from '../../../../lib/collection/ledger/slot.ts';
import { type EssayGap, gapNames } from '../../../../lib/search/contract.ts';
import { filtersOfGap } from '../../../../lib/search/query/filters-of-gap.ts';
import { MOST_SERIES, overviewOf } from '../../../../lib/search/query/overview.ts';
import { type SmallSlot, smallLedger } from '../../../support/small-ledger.ts';

function overview(documents: readonly SmallSlot[], places = documents.map((_, place) => place)) {
  const { ledger, values } = smallLedger(documents);
  return overviewOf(ledger, values, Uint32Array.from(places));
}

it('of nothing is empty', () => {
  const none = { series: [], all: 0 };
  expect(overview([{}], [])).toEqual({
    total: 0,
    years: [],
    undated: 0,
    institutions: none,
    authors: none,
    chains: [],
    allChains: 0,
    gaps: [],
  });
});

it('counts years and what has none', () => {
  const documents = [{ published: 20050000 }, {}, { published: 20010203 }, { published: 20051231 }, {}];
  expect(overview(documents)).toMatchObject({
    total: 5,
    years: [
      { year: 2001, count: 1 },
      { year: 2005, count: 2 },
    ],
    undated: 2,
  });
});

describe('series', () => {
  it('have the years of each value, the most frequent first, those of one count by their names', () => {
    const documents = [
      { author: '甲\n乙', published: 20050000 },
      { author: '甲', published: 20010000 },
      { author: '甲\n甲' },
      { author: '乙', published: 20050203 },
      { author: '丙', published: 20050000 },
      { author: '丁' },
      { published: 20050000 },
    ];
    expect(overview(documents).authors).toEqual({
      series: [
        {
          value: '甲',
          count: 3,
          undated: 1,
          years: [
            { year: 2001, count: 1 },
            { year: 2005, count: 1 },
          ],
        },
        { value: '乙', count: 2, undated: 0, years: [{ year: 2005, count: 2 }] },
        { value: '丁', count: 1, undated: 1, years: [] },
        { value: '丙', count: 1, undated: 0, years: [{ year: 2005, count: 1 }] },
      ],
      all: 4,
    });
  });

  it('are no more than forty', () => {
    const documents = Array.from({ length: MOST_SERIES + 1 }, (_, n) => ({ institution: `校${n + 100}` }));
    const { series, all } = overview(documents).institutions;
    expect([MOST_SERIES, series.length, all, series.at(-1)?.value]).toEqual([40, 40, 41, '校139']);
  });
});

describe('chains', () => {
  it('are whole, in the order of their dates, with each institution once', () => {
    const documents: readonly SmallSlot[] = [
      { cluster: 'c', title: '乙', institution: '乙校', published: 20050000, keptAt: 1 },
      { cluster: 'c', title: '甲', institution: '甲校', published: 20010000, keptAt: 2 },
      { cluster: 'c', title: '丙', institution: '', keptAt: 0 },
      { cluster: 'c', title: '丁', institution: '乙校', published: 20090000, keptAt: 3 },
      { cluster: 'c', title: '戊', published: 20000000, state: TRASHED },
      { cluster: 'c', title: '己', published: 20000000, state: DEAD },
    ];
    expect(overview(documents, [0])).toMatchObject({
      chains: [{ id: 'c', title: '甲', count: 4, first: 20010000, last: 20090000, institutions: ['甲校', '乙校'] }],
      allChains: 1,
    });
  });

  it.each<readonly [string, readonly SmallSlot[], string]>([
    [
      'the one kept first where none has a date',
      [
        { title: '乙', keptAt: 5 },
        { title: '甲', keptAt: 3 },
      ],
      '甲 0-0',
    ],
    [
      'the first of one moment',
      [
        { title: '乙', keptAt: 5 },
        { title: '甲', keptAt: 5 },
      ],
      '乙 0-0',
    ],
    [
      'the one with a date',
      [
        { title: '乙', keptAt: 1 },
        { title: '甲', published: 20050000, keptAt: 9 },
      ],
      '甲 20050000-20050000',
    ],
    [
      'the one kept first of one day',
      [
        { title: '乙', published: 20050000, keptAt: 9 },
        { title: '甲', published: 20050000, keptAt: 1 },
      ],
      '甲 20050000-20050000',
    ],
  ])('have the title of %s', (_, documents, wanted) => {
    const [chain] = overview(documents.map((one) => ({ ...one, cluster: 'c' }))).chains;
    expect(`${chain?.title} ${chain?.first}-${chain?.last}`).toBe(wanted);
  });

  it('are those of two and more, the longest first, then the oldest, then by name', () => {
    const of = (cluster: string, published: number): SmallSlot => ({ cluster, published });
    const documents = [
      ...[of('d', 20050000), of('d', 20050000)],
      ...[of('c', 20050000), of('c', 20060000)],
      ...[of('b', 20010000), of('b', 20020000)],
      ...[of('a', 20090000), of('a', 20090000), of('a', 20090000)],
      of('e', 20000000),
      ...[{}, {}],
    ];
    expect(overview(documents).chains.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('are named up to two hundred', () => {
    const documents = Array.from({ length: 402 }, (_, n) => ({ cluster: `c${n >> 1}` }));
    const { chains, allChains } = overview(documents);
    expect([chains.length, allChains]).toEqual([200, 201]);
  });
});

describe('what wants a hand', () => {
  it('is counted, in its order, where there is any', () => {
    const documents: readonly SmallSlot[] = [
      { author: '甲', institution: '乙', published: 20050000, check: 'second-reader\nmissing-images' },
      { author: '甲', cluster: 'c', check: 'missing-images' },
      { institution: '乙', published: 20050000, cluster: 'c' },
      { cluster: 'd' },
    ];
    expect(overview(documents).gaps).toEqual([
      { gap: 'undated', count: 2 },
      { gap: 'author', count: 2 },
      { gap: 'institution', count: 2 },
      { gap: 'second-reader', count: 1 },
      { gap: 'missing-images', count: 2 },
      { gap: 'alike', count: 2 },
    ]);
    expect(overview([{ author: '甲', institution: '乙', published: 20050000 }]).gaps).toEqual([]);
  });

  it('is found by a filter', () => {
    const filters: Readonly<Record<EssayGap, object>> = {
      undated: { years: [0, 0] },
      author: { author: [''] },
      institution: { institution: [''] },
      'doubtful-title': { check: ['doubtful-title'] },
      'second-reader': { check: ['second-reader'] },
      'missing-pages': { check: ['missing-pages'] },
      'missing-images': { check: ['missing-images'] },
      alike: { cluster: '*' },
    };
    for (const gap of gapNames) expect(filtersOfGap(gap)).toEqual(filters[gap]);
  });
});
