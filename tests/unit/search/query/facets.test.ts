import { describe, expect, it } from 'vitest';
import { DEAD, TRASHED } from '../../../../lib/collection/ledger/slot.ts';
import { ANY_CLUSTER, type Filters, facetNames } from '../../../../lib/search/contract.ts';
import { choose, clusterSizes, countFacets, yearOf, yearsOf } from '../../../../lib/search/query/facets.ts';
import { type SmallSlot, smallLedger } from '../../../support/small-ledger.ts';

const documents: readonly SmallSlot[] = [
  { institution: '甲校', author: '吴\n林', published: 20030500, cluster: 'c1', reading: 'read', tag: 't1' },
  { institution: '甲校', author: '吴', published: 20030000, kind: 1, source: '丙报', tag: 't1\nt2' },
  { institution: '乙校', published: 20050102, cluster: 'c1', kind: 2, shelf: 's1', archive: 'wayback' },
  { author: '林', cluster: 'c2', check: 'doubtful-title', column: '理论' },
  { institution: '乙校', author: '吴', published: 20010000, state: TRASHED, cluster: 'c2' },
  { institution: '丙校', published: 99991231, state: DEAD, cluster: 'c1' },
];
const some = (...places: readonly number[]): Uint8Array =>
  Uint8Array.from(documents, (_, place) => (places.includes(place) ? 1 : 0));
const kept = some(0, 1, 2, 3);
const { ledger, values } = smallLedger(documents);

it.each<readonly [string, Filters, readonly number[]]>([
  ['nothing', {}, [0, 1, 2, 3]],
  ['one value', { institution: ['甲校'] }, [0, 1]],
  ['one of two values', { institution: ['甲校', '乙校'] }, [0, 1, 2]],
  ['no value', { institution: [''] }, [3]],
  ['a value that none has', { institution: ['丁校'] }, []],
  ['a value among several', { author: ['林'] }, [0, 3]],
  ['values of two facets', { institution: ['甲校'], author: ['林'] }, [0]],
  ['a kind', { kind: ['essay'] }, [0, 3]],
  ['two kinds', { kind: ['notice', 'news'] }, [1, 2]],
  ['what is read', { reading: ['read'] }, [0]],
  ['what is unread', { reading: ['unread'] }, [1, 2, 3]],
  ['a source, a tag, a collection', { source: ['丙报'], tag: ['t2'] }, [1]],
  ['an archive', { archive: ['wayback'], shelf: ['s1'] }, [2]],
  ['a column and what lacks', { column: ['理论'], check: ['doubtful-title'] }, [3]],
  ['a year', { years: [2003, 2003] }, [0, 1]],
  ['years', { years: [2003, 2005] }, [0, 1, 2]],
  ['years up to one', { years: [0, 2003] }, [0, 1, 3]],
  ['years from one', { years: [2004, 9999] }, [2]],
  ['all years', { years: [0, 9999] }, [0, 1, 2, 3]],
  ['no year', { years: [0, 0] }, [3]],
  ['years and a value', { years: [2003, 2003], author: ['林'] }, [0]],
  ['no years', { years: null }, [0, 1, 2, 3]],
  ['a cluster', { cluster: 'c1' }, [0, 2]],
  ['a cluster of one', { cluster: 'c2' }, [3]],
  ['a cluster that is none', { cluster: 'c9' }, []],
  ['no cluster', { cluster: null }, [0, 1, 2, 3]],
  ['any cluster', { cluster: ANY_CLUSTER }, [0, 2]],
  [
    'each of two values',
    {
      also: [
        ['author', '吴'],
        ['author', '林'],
      ],
    },
    [0],
  ],
  ['a value, and one as well', { institution: ['甲校'], also: [['tag', 't2']] }, [1]],
  ['nothing as well', { also: [] }, [0, 1, 2, 3]],
])('documents that have %s are chosen', (_, chosen, wanted) => {
  expect([...choose(ledger, values, kept, chosen)]).toEqual(wanted);
  expect([...choose(ledger, values, some(), chosen)]).toEqual([]);
});

describe('facets', () => {
  it('count what the others let through', () => {
    expect(countFacets(ledger, values, kept, {})).toEqual({
      facets: {
        check: [{ value: 'doubtful-title', count: 1 }],
        reading: [
          { value: 'unread', count: 3 },
          { value: 'read', count: 1 },
        ],
        institution: [
          { value: '甲校', count: 2 },
          { value: '乙校', count: 1 },
        ],
        column: [{ value: '理论', count: 1 }],
        author: [
          { value: '吴', count: 2 },
          { value: '林', count: 2 },
        ],
        source: [{ value: '丙报', count: 1 }],
        tag: [
          { value: 't1', count: 2 },
          { value: 't2', count: 1 },
        ],
        shelf: [{ value: 's1', count: 1 }],
        kind: [
          { value: 'essay', count: 2 },
          { value: 'news', count: 1 },
          { value: 'notice', count: 1 },
        ],
        archive: [{ value: 'wayback', count: 1 }],
      },
      years: [
        { year: 2003, count: 2 },
        { year: 2005, count: 1 },
      ],
      allYears: [
        { year: 2003, count: 2 },
        { year: 2005, count: 1 },
      ],
      undated: 1,
    });
  });

  it.each<
    readonly [string, Filters, Readonly<Record<string, number>>, Readonly<Record<string, number>>, string, number]
  >([
    ['a value of its own', { institution: ['甲校'] }, { 甲校: 2, 乙校: 1 }, { 吴: 2, 林: 1 }, '2003:2', 0],
    ['one that none has', { institution: ['丁校'] }, { 甲校: 2, 乙校: 1, 丁校: 0 }, {}, '', 0],
    ['another’s', { author: ['林'] }, { 甲校: 1 }, { 吴: 2, 林: 2 }, '2003:1', 1],
    ['two', { institution: ['乙校'], author: ['吴'] }, { 甲校: 2, 乙校: 0 }, { 吴: 0 }, '', 0],
    ['years', { years: [2005, 2005] }, { 乙校: 1 }, {}, '2003:2 2005:1', 1],
    ['years and a value', { years: [2005, 2005], institution: ['甲校'] }, { 乙校: 1, 甲校: 0 }, {}, '2003:2', 0],
    ['a cluster', { cluster: 'c1' }, { 乙校: 1, 甲校: 1 }, { 吴: 1, 林: 1 }, '2003:1 2005:1', 0],
    ['one as well', { also: [['author', '林']] }, { 甲校: 1 }, { 吴: 1, 林: 2 }, '2003:1', 1],
  ])('where %s is chosen', (_, chosen, institutions, authors, years, undated) => {
    const { facets, years: found, undated: none } = countFacets(ledger, values, kept, chosen);
    const asRecord = (name: 'institution' | 'author') =>
      Object.fromEntries(facets[name].map(({ value, count }) => [value, count]));
    expect(asRecord('institution')).toEqual(institutions);
    expect(asRecord('author')).toEqual(authors);
    expect(found.map(({ year, count }) => `${year}:${count}`).join(' ')).toBe(years);
    expect(none).toBe(undated);
    expect(Object.keys(facets).toSorted()).toEqual([...facetNames].toSorted());
  });

  it('have at most 300 values, and those that are chosen', () => {
    const many = smallLedger(Array.from({ length: 302 }, (_, n) => ({ source: `报${n + 100}` })));
    const valuesOf = (chosen: Filters) =>
      countFacets(many.ledger, many.values, new Uint8Array(302).fill(1), chosen).facets.source.map(
        ({ value }) => value,
      );
    expect(valuesOf({}).length).toBe(300);
    expect(valuesOf({}).at(-1)).toBe('报399');
    expect(valuesOf({ source: ['报401'] }).slice(299)).toEqual(['报399', '报401']);
  });
});

it('clusters have the size of what is kept of them, and what is in none has no size', () => {
  const { texts } = ledger.columns.cluster;
  expect(Object.fromEntries([...clusterSizes(ledger)].map((size, code) => [texts[code], size]))).toEqual({
    '': 0,
    c1: 2,
    c2: 1,
  });
});

it('years come from dates, in order, those that have any', () => {
  expect(documents.map((_, place) => yearOf(ledger, place))).toEqual([2003, 2003, 2005, 0, 2001, 9999]);
  expect(yearsOf(Uint32Array.from([7, 0, 1, 2]))).toEqual([
    { year: 2, count: 1 },
    { year: 3, count: 2 },
  ]);
});
