import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import type { FindRequest } from '../../../lib/search/contract.ts';
import { openEngine } from '../../../lib/search/engine.ts';
import { emptyCollection } from '../../support/collections.ts';
import { putEssay, type TestEssay } from './essays.ts';

async function facetsOf(essays: readonly TestEssay[], chosen: FindRequest['chosen'] = {}) {
  const collection = emptyCollection();
  for (const [at, essay] of essays.entries()) await putEssay(collection, at, essay);
  const engine = openEngine(collection);
  const { result, total } = await engine.find({ query: '', place: 'kept', sort: 'kept', chosen });
  return { total, ...(await engine.counts(result)) };
}
const authors = (count: number): string[] =>
  Array.from({ length: count }, (_, n) => `作者${String(n).padStart(3, '0')}`);

it('gives the 300 most frequent values, those of one count by their names, and chosen ones beyond', async () => {
  const essays = [{ authors: authors(305) }, { authors: ['作者304', '作者200'] }];
  const { facets } = await facetsOf(essays);
  expect(facets.author.slice(0, 3)).toEqual([
    { value: '作者200', count: 2 },
    { value: '作者304', count: 2 },
    { value: '作者000', count: 1 },
  ]);
  expect(facets.author).toHaveLength(300);
  expect(facets.author.at(-1)?.value).toBe('作者298');
  const { facets: chosen } = await facetsOf(essays, { author: ['作者303', '无人'] });
  expect(chosen.author.slice(300)).toEqual([
    { value: '作者303', count: 1 },
    { value: '无人', count: 0 },
  ]);
});

it('counts no empty value, and a value once for an essay', async () => {
  const { facets } = await facetsOf([{ source: '', authors: ['甲'] }, { source: null }, { source: '学习时报' }]);
  expect(facets.source).toEqual([{ value: '学习时报', count: 1 }]);
});

it('takes both years of a range in, and leaves essays without a date out of it', async () => {
  const essays = ['2002-12-31', '2003', '2005-07-14', '2007-01', '2008', null].map((publishedOn) => ({ publishedOn }));
  const { total, years } = await facetsOf(essays, { years: [2003, 2007] });
  expect(total).toBe(3);
  expect(years.map(({ year }) => year)).toEqual([2002, 2003, 2005, 2007, 2008]);
  expect((await facetsOf(essays, { years: [0, 9999] })).total).toBe(6);
  expect((await facetsOf(essays, { years: [0, 2003] })).total).toBe(3);
  expect((await facetsOf(essays, { years: [2007, 9999] })).total).toBe(2);
});

it('counts a value that one facet alone stands against, and none that two do', async () => {
  const essays: TestEssay[] = [
    { institution: '甲校', source: '甲报', publishedOn: '2003' },
    { institution: '甲校', source: '乙报', publishedOn: '2003' },
    { institution: '乙校', source: '乙报', publishedOn: '2003' },
    { institution: '甲校', source: '甲报', publishedOn: '2009' },
  ];
  const { facets, years, total } = await facetsOf(essays, {
    institution: ['甲校'],
    source: ['甲报'],
    years: [2003, 2003],
  });
  expect(total).toBe(1);
  expect(facets.source).toEqual([
    { value: '乙报', count: 1 },
    { value: '甲报', count: 1 },
  ]);
  expect(facets.institution).toEqual([{ value: '甲校', count: 1 }]);
  expect(years).toEqual([
    { year: 2003, count: 1 },
    { year: 2009, count: 1 },
  ]);
});

it('finds and counts what has a value as well, beside others of its facet that are chosen', async () => {
  const essays = [{ authors: ['甲', '丙'] }, { authors: ['乙'] }, { authors: ['丙'] }, { authors: ['乙', '丙'] }];
  const { total, facets } = await facetsOf(essays, { author: ['甲', '乙'], also: [['author', '丙']] });
  expect(total).toBe(2);
  expect(facets.author.find(({ value }) => value === '乙')?.count).toBe(1);
});
