import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { addHighlight } from '../../../lib/collection/actions/highlights.ts';
import { setNote } from '../../../lib/collection/actions/note.ts';
import type { Collection } from '../../../lib/collection/collection.ts';
import { type Engine, openEngine } from '../../../lib/search/engine.ts';
import { pinyinReadings } from '../../../lib/search/text/read-pinyin.ts';
import { emptyCollection } from '../../support/collections.ts';
import { idOf, putEssay, type TestEssay } from './essays.ts';

const essays: readonly TestEssay[] = [
  {
    title: '论新农村建设',
    authors: ['王小明', '单田芳'],
    institution: '中共宁波市委党校',
    column: ['理论研究', '三农'],
    source: '学习时报',
    unit: '教研部',
    keywords: ['城乡统筹'],
    abstract: '本文考察乡镇债务。',
    issue: { title: '学习时报', year: 2005, issue: '12', date: null, page: '3' },
    publishedOn: '2005-03-01',
    tags: ['t1'],
    shelves: ['s1'],
    keptAt: '2026-01-01T00:00:00.000Z',
    text: '村民自治。',
  },
  { title: '党史札记', authors: ['李四'], note: '写入第二章', keptAt: '2026-01-02T00:00:00.000Z', text: '长征。' },
  { title: '杂谈', authors: ['赵六'], keptAt: '2026-01-03T00:00:00.000Z', text: '城乡统筹与长征。' },
];

describe.each(['tail', 'segments'])('all that a reader sees or wrote is found, in the %s', (where) => {
  let collection: Collection;
  let engine: Engine;
  beforeEach(async () => {
    collection = emptyCollection();
    engine = openEngine(
      collection,
      { tail: 2, run: 1000, fan: 3, small: 100, dead: 8, chunks: 1, triples: 4 },
      async () => pinyinReadings(),
    );
    for (const [at, essay] of essays.entries()) await putEssay(collection, at, essay);
    await collection.tags.put({ id: 't1', name: '待引用', folded: '待引用' });
    await collection.shelves.put({ id: 's1', name: '博士论文', parent: '', order: 0 });
    await addHighlight(collection, {
      essayId: idOf(2),
      colour: 'blue',
      note: '可作反证',
      quote: { exact: '长征', prefix: '与', suffix: '。' },
      position: { start: 5, end: 7 },
    });
    if (where === 'segments') await engine.index();
  });

  async function find(query: string): Promise<number[]> {
    const { result, total } = await engine.find({ query, place: 'kept', sort: 'kept', chosen: {} });
    return (await engine.ids(result, 0, total)).map((id) => Number.parseInt(id, 16));
  }

  it.each([
    ['宁波市委党校', [0]],
    ['寧波市委黨校', [0]],
    ['理论研究', [0]],
    ['待引用', [0]],
    ['博士论文', [0]],
    ['第12期', [0]],
    ['乡镇债务', [0]],
    ['城乡统筹', [2, 0]],
    ['第二章', [1]],
    ['可作反证', [2]],
    ['宁波 村民', [0]],
    ['宁波 长征', []],
    ['城乡统筹 -宁波', [2]],
    ['长征 -可作反证', [1]],
  ])('%s by itself', async (query, found) => expect(await find(query)).toEqual(found));

  it.each([
    ['作者：王', [0]],
    ['著者：王小明', [0]],
    ['author:李', [1]],
    ['機構：寧波', [0]],
    ['栏目：三农', [0]],
    ['标题：札记', [1]],
    ['单位：教研', [0]],
    ['文集：博士', [0]],
    ['笔记：第二章', [1]],
    ['标注：反证', [2]],
    ['关键词：城乡', [0]],
    ['摘要：债务', [0]],
    ['期号：12', [0]],
    ['-关键词：城乡', [2, 1]],
    ['-标注：反证', [1, 0]],
    ['年份：2005年', [0]],
  ])('%s in its field', async (query, found) => expect(await find(query)).toEqual(found));

  it.each([
    ['札记 OR 村民', [1, 0]],
    ['作者：王 或 作者：赵', [2, 0]],
    ['长征 札记 | 反证', [2, 1]],
    ['年份：2005 OR 札记', [1, 0]],
  ])('%s, one of them', async (query, found) => expect(await find(query)).toEqual(found));

  it.each([
    ['wangxiaoming', [0]],
    ['wxm', [0]],
    ['wangxm', [0]],
    ['shantf', [0]],
    ['xiaoming', []],
    ['dszj', [1]],
    ['nongcun', [0]],
    ['za', []],
    ['zt', [2]],
  ])('%s by its pinyin', async (query, found) => expect(await find(query)).toEqual(found));

  it('tells where it is, with the words marked', async () => {
    const marked = async (query: string, number: number) => {
      const { terms } = await engine.find({ query, place: 'kept', sort: 'kept', chosen: {} });
      const [snippet] = await engine.snippets([idOf(number)], terms);
      const hits = (parts: readonly { text: string; hit: boolean }[]) =>
        parts.filter(({ hit }) => hit).map(({ text }) => text);
      return {
        title: hits(snippet?.title ?? []),
        found: snippet?.found.map((one) => [one.in, ...hits(one.parts)]),
      };
    };
    expect(await marked('第二章', 1)).toEqual({ title: [], found: [['note', '第二章']] });
    expect(await marked('反证', 2)).toEqual({ title: [], found: [['mark', '反证']] });
    expect(await marked('宁波', 0)).toEqual({ title: [], found: [['institution', '宁波']] });
    expect(await marked('待引用 新农村', 0)).toEqual({ title: ['新农村'], found: [['tag', '待引用']] });
    expect(await marked('wxm', 0)).toEqual({ title: [], found: [['author', '王小明']] });
    expect(await marked('dszj', 1)).toEqual({ title: ['党史札记'], found: [] });
    expect(await marked('标题：农村', 0)).toEqual({ title: ['农村'], found: [] });
  });

  it('finds a note and a highlight that were written after the search had begun', async () => {
    expect(await find('新写的话')).toEqual([]);
    await setNote(collection, idOf(0), '新写的话');
    expect(await find('新写的话')).toEqual([0]);
    expect(await find('笔记：新写')).toEqual([0]);
  });
});
