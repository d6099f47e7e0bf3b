import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Collection } from '../../../lib/collection/collection.ts';
import type { FindRequest } from '../../../lib/search/contract.ts';
import { type Engine, openEngine } from '../../../lib/search/engine.ts';
import { emptyCollection } from '../../support/collections.ts';
import { idOf, putEssay, type TestEssay } from './essays.ts';

const essays: readonly TestEssay[] = [
  {
    title: '论党校教育',
    authors: ['张三', '李四'],
    publishedOn: '2003-05',
    institution: '某省委党校',
    column: ['理论', '学习'],
    source: '学习时报',
    tags: ['t1'],
    keptAt: '2026-01-01T00:00:00.000Z',
    text: '改革开放以来的教育。',
  },
  {
    title: '改革三题',
    authors: ['王五'],
    publishedOn: '2007-07-02',
    institution: '某市委党校',
    column: ['理论'],
    tags: ['t1', 't2'],
    keptAt: '2026-01-02T00:00:00.000Z',
    text: '论改革。党校教育不在题中。',
  },
  {
    title: '安全通知',
    authors: ['张三'],
    kind: 'notice',
    publishedOn: null,
    institution: '某市委党校',
    keptAt: '2026-01-03T00:00:00.000Z',
    text: '改革改革改革。',
  },
  { title: '扔掉的改革', trashedAt: '2026-02-01T00:00:00.000Z', keptAt: '2026-01-04T00:00:00.000Z', text: '改革' },
];

describe('finding', () => {
  let collection: Collection;
  let engine: Engine;

  /** Numbers of the essays found, in order. */
  async function find(query: string, more: Partial<FindRequest> = {}): Promise<number[]> {
    const { result, total } = await engine.find({ query, place: 'kept', sort: 'kept', chosen: {}, ...more });
    return (await engine.ids(result, 0, total)).map((id) => Number.parseInt(id, 16));
  }

  describe.each(['tail', 'segments'])('a search of the %s', (where) => {
    beforeEach(async () => {
      collection = emptyCollection();
      engine = openEngine(collection, { tail: 2, run: 1000, fan: 3, small: 100, dead: 8, chunks: 1, triples: 4 });
      for (const [at, essay] of essays.entries()) await putEssay(collection, at, essay);
      await collection.tags.bulkPut([
        { id: 't1', name: '已读', folded: '已读' },
        { id: 't2', name: '要 引用', folded: '要 引用' },
      ]);
      if (where === 'segments') await engine.index();
    });

    it('orders by keeping, publication, title and relevance', async () => {
      expect(await find('')).toEqual([2, 1, 0]);
      expect(await find('改革', { sort: 'published' })).toEqual([1, 0, 2]);
      expect(await find('', { sort: 'title' })).toEqual([2, 1, 0]);
      expect(await find('改革', { sort: 'relevance' })).toEqual([1, 2, 0]);
      expect(await find('张三', { sort: 'relevance' })).toEqual([0, 2]);
    });

    it('orders the other way round, and by author, institution and length, what has no value last', async () => {
      expect(await find('', { sort: 'kept', reversed: true })).toEqual([0, 1, 2]);
      expect(await find('', { sort: 'published', reversed: true })).toEqual([0, 1, 2]);
      expect(await find('', { sort: 'title', reversed: true })).toEqual([0, 1, 2]);
      expect(await find('', { sort: 'author' })).toEqual([1, 2, 0]);
      expect(await find('', { sort: 'author', reversed: true })).toEqual([0, 2, 1]);
      await putEssay(collection, 0, { institution: null, length: 9000 });
      expect(await find('', { sort: 'institution' })).toEqual([2, 1, 0]);
      expect(await find('', { sort: 'institution', reversed: true })).toEqual([2, 1, 0]);
      expect((await find('', { sort: 'length' }))[0]).toBe(0);
      expect((await find('', { sort: 'length', reversed: true })).at(-1)).toBe(0);
    });

    it('filters by what the query names', async () => {
      expect(await find('author:張三')).toEqual([2, 0]);
      expect(await find('-author:张三')).toEqual([1]);
      expect(await find('改革 school:市委')).toEqual([2, 1]);
      expect(await find('tag:引用')).toEqual([1]);
      expect(await find('column:理论 source:时报')).toEqual([0]);
      expect(await find('year:2003..2006')).toEqual([0]);
      expect(await find('year:2003..')).toEqual([1, 0]);
      expect(await find('改革 -教育')).toEqual([2]);
      expect(await find('-教育')).toEqual([2]);
    });

    it('looks in the trash apart', async () => {
      expect(await find('改革', { place: 'trash' })).toEqual([3]);
    });

    it('counts each facet as if nothing of it were chosen', async () => {
      const chosen = { institution: ['某市委党校'], kind: ['essay'] } as const;
      const { result, total } = await engine.find({ query: '改革', place: 'kept', sort: 'kept', chosen });
      const { facets, years } = await engine.counts(result);
      expect(total).toBe(1);
      expect(facets.institution).toEqual([
        { value: '某市委党校', count: 1 },
        { value: '某省委党校', count: 1 },
      ]);
      expect(facets.kind).toEqual([
        { value: 'essay', count: 1 },
        { value: 'notice', count: 1 },
      ]);
      expect(facets.tag).toEqual([
        { value: 't1', count: 1 },
        { value: 't2', count: 1 },
      ]);
      expect(years).toEqual([{ year: 2007, count: 1 }]);
      expect(await find('', { chosen: { years: [2000, 2004] } })).toEqual([0]);
      expect(await find('', { chosen: { author: ['李四', '王五'] } })).toEqual([1, 0]);
      const all = await engine.find({ query: '', place: 'kept', sort: 'kept', chosen: { years: [2000, 2004] } });
      expect((await engine.counts(all.result)).years).toEqual([
        { year: 2003, count: 1 },
        { year: 2007, count: 1 },
      ]);
    });

    it('sees a change at once, and keeps the document where only tags changed', async () => {
      const doc = (await collection.essays.get(idOf(0)))?.doc;
      await putEssay(collection, 0, { tags: ['t2'] });
      expect((await collection.essays.get(idOf(0)))?.doc).toBe(doc);
      expect(await find('tag:已读')).toEqual([1]);
      await putEssay(collection, 0, { title: '别的题目' });
      expect((await collection.essays.get(idOf(0)))?.doc).not.toBe(doc);
      expect(await find('论党校')).toEqual([]);
      expect(await find('别的题目 开放')).toEqual([0]);
    });

    it('marks hits in a passage, whatever their width or script', async () => {
      const [first, second] = await engine.snippets([idOf(0), idOf(2), 'f'.repeat(24)], ['開放']);
      expect(first?.parts).toEqual([
        { text: '改革', hit: false },
        { text: '开放', hit: true },
        { text: '以来的教育。', hit: false },
      ]);
      expect(second?.parts).toEqual([{ text: '改革改革改革。', hit: false }]);
    });

    it('marks hits in a title', async () => {
      const [first, second] = await engine.snippets([idOf(1), idOf(2)], ['三題']);
      expect(first?.title).toEqual([
        { text: '改革', hit: false },
        { text: '三题', hit: true },
      ]);
      expect(second?.title).toEqual([{ text: '安全通知', hit: false }]);
    });

    it('completes filters and their values', async () => {
      expect(await engine.complete('改革 au')).toEqual(['author:']);
      expect(await engine.complete('author:')).toEqual(['author:张三', 'author:李四', 'author:王五']);
      expect(await engine.complete('-tag:')).toEqual(['-tag:已读', '-tag:"要 引用"']);
      expect(await engine.complete('school：市')).toEqual(['school：某市委党校']);
      expect(await engine.complete('year:20')).toEqual(['year:2003', 'year:2007']);
      expect(await engine.complete('改革')).toEqual([]);
    });

    it('tells that a result is not held any more', async () => {
      await expect(engine.ids(99, 0, 1)).rejects.toThrow('search again');
    });
  });
});
