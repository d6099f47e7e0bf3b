import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { ANY_CLUSTER, type FindRequest, UNDATED } from '../../../lib/search/contract.ts';
import { openEngine } from '../../../lib/search/engine.ts';
import { filtersOfGap } from '../../../lib/search/query/filters-of-gap.ts';
import { MOST_SERIES } from '../../../lib/search/query/overview.ts';
import { emptyCollection } from '../../support/collections.ts';
import { idOf, putEssay, type TestEssay } from './essays.ts';

async function engineOver(essays: readonly TestEssay[]) {
  const collection = emptyCollection();
  for (const [at, essay] of essays.entries()) await putEssay(collection, at, essay);
  return openEngine(collection);
}

async function overviewOf(essays: readonly TestEssay[], request: Partial<FindRequest> = {}) {
  const engine = await engineOver(essays);
  const { result } = await engine.find({ query: '', place: 'kept', sort: 'kept', chosen: {}, ...request });
  return engine.overview(result);
}

const essays: readonly TestEssay[] = [
  { institution: '甲校', authors: ['吴', '林'], publishedOn: '2003-05', cluster: 'c1', title: '论县域' },
  { institution: '甲校', authors: ['吴'], publishedOn: '2003' },
  { institution: '乙校', authors: [], publishedOn: '2005-01-02', cluster: 'c1', title: '论县域（转载）' },
  { institution: null, authors: ['林'], publishedOn: null, cluster: 'c2' },
  { institution: '乙校', authors: ['吴'], publishedOn: '2001', trashedAt: '2026-01-01T00:00:00.000Z', cluster: 'c2' },
];

describe('the overview of a result', () => {
  it('counts years over schools and over authors, the undated apart, the trash left out', async () => {
    const found = await overviewOf(essays);
    expect(found.total).toBe(4);
    expect(found.years).toEqual([
      { year: 2003, count: 2 },
      { year: 2005, count: 1 },
    ]);
    expect(found.undated).toBe(1);
    expect(found.institutions).toEqual({
      all: 2,
      series: [
        { value: '甲校', count: 2, undated: 0, years: [{ year: 2003, count: 2 }] },
        { value: '乙校', count: 1, undated: 0, years: [{ year: 2005, count: 1 }] },
      ],
    });
    expect(found.authors.series).toEqual([
      { value: '吴', count: 2, undated: 0, years: [{ year: 2003, count: 2 }] },
      { value: '林', count: 2, undated: 1, years: [{ year: 2003, count: 1 }] },
    ]);
  });

  it('names the chains of reprints of which two stand outside the trash, with whose was first', async () => {
    const { chains, allChains } = await overviewOf(essays);
    expect(chains).toEqual([
      { id: 'c1', title: '论县域', count: 2, first: 20030500, last: 20050102, institutions: ['甲校', '乙校'] },
    ]);
    expect(allChains).toBe(1);
  });

  it('keeps a chain whole where a filter lets one of its essays through', async () => {
    const { chains, total } = await overviewOf(essays, { chosen: { institution: ['乙校'] } });
    expect(total).toBe(1);
    expect(chains[0]).toMatchObject({ id: 'c1', count: 2, institutions: ['甲校', '乙校'] });
  });

  it('gives no more rows than a picture has room for, and says how many there are', async () => {
    const many = Array.from({ length: MOST_SERIES + 3 }, (_, n) => ({
      authors: [`作者${String(n).padStart(3, '0')}`],
    }));
    const { authors } = await overviewOf(many);
    expect(authors.series).toHaveLength(MOST_SERIES);
    expect(authors.all).toBe(MOST_SERIES + 3);
  });

  it('is empty for an empty collection', async () => {
    expect(await overviewOf([])).toMatchObject({ total: 0, years: [], undated: 0, chains: [], gaps: [] });
  });

  it('counts what is missing as the list counts that each leads to', async () => {
    const engine = await engineOver(essays);
    const find = (chosen: FindRequest['chosen']) => engine.find({ query: '', place: 'kept', sort: 'kept', chosen });
    const { gaps } = await engine.overview((await find({})).result);
    expect(gaps).toEqual([
      { gap: 'undated', count: 1 },
      { gap: 'author', count: 1 },
      { gap: 'institution', count: 1 },
      { gap: 'alike', count: 2 },
    ]);
    for (const { gap, count } of gaps) expect([gap, (await find(filtersOfGap(gap))).total]).toEqual([gap, count]);
  });
});

describe('filters that lead from a picture to its essays', () => {
  const found = async (chosen: FindRequest['chosen']) => {
    const engine = await engineOver(essays);
    const { result, total } = await engine.find({ query: '', place: 'kept', sort: 'kept', chosen });
    return (await engine.ids(result, 0, total)).toSorted();
  };

  it('finds the undated, and those of one chain', async () => {
    expect(await found({ years: UNDATED })).toEqual([idOf(3)]);
    expect(await found({ cluster: 'c1' })).toEqual([idOf(0), idOf(2)]);
    expect(await found({ cluster: 'c1', institution: ['乙校'] })).toEqual([idOf(2)]);
  });

  it('takes no essay for a near-duplicate whose others are in the trash', async () => {
    expect(await found({ cluster: ANY_CLUSTER })).toEqual([idOf(0), idOf(2)]);
  });

  it('counts facets within a chain alone', async () => {
    const engine = await engineOver(essays);
    const { result } = await engine.find({ query: '', place: 'kept', sort: 'kept', chosen: { cluster: 'c1' } });
    expect((await engine.counts(result)).facets.institution).toEqual([
      { value: '乙校', count: 1 },
      { value: '甲校', count: 1 },
    ]);
  });
});
