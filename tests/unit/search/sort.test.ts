import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { CHUNK } from '../../../lib/collection/ledger/chunk.ts';
import { putRows, rowTables } from '../../../lib/collection/put-rows.ts';
import type { EssayRow } from '../../../lib/collection/rows.ts';
import type { FindRequest } from '../../../lib/search/contract.ts';
import { type Engine, openEngine } from '../../../lib/search/engine.ts';
import { emptyCollection } from '../../support/collections.ts';
import { idOf, putEssay, type TestEssay } from './essays.ts';

/** Moments of keeping, a minute apart. */
const minute = (n: number): string => new Date(Date.UTC(2026, 0, 1) + n * 60_000).toISOString();

async function engineOf(
  essays: readonly TestEssay[],
): Promise<Engine & { put(at: number, essay: TestEssay): Promise<void> }> {
  const collection = emptyCollection();
  for (const [at, essay] of essays.entries()) await putEssay(collection, at, { keptAt: minute(at), ...essay });
  const engine = openEngine(collection, { tail: 1000, run: 1000, fan: 3, small: 100, dead: 8, chunks: 1, triples: 4 });
  return { ...engine, put: (at, essay) => putEssay(collection, at, essay) };
}

/** Numbers of the essays at some places of the list. */
async function places(engine: Engine, request: Partial<FindRequest>, from = 0, to = 1000): Promise<number[]> {
  const { result } = await engine.find({ query: '', place: 'kept', sort: 'kept', chosen: {}, ...request });
  return (await engine.ids(result, from, to)).map((id) => Number.parseInt(id, 16));
}

it('puts titles in the order of a Chinese dictionary, numbers by their size, the newest first among equals', async () => {
  const titles = ['周恩来', '第10讲', '阿Q', '第9讲', '党史', '阿Q', ''];
  const engine = await engineOf(titles.map((title) => ({ title })));
  const order = [5, 2, 4, 3, 1, 0, 6];
  expect(await places(engine, { sort: 'title' })).toEqual(order);
  expect(order).not.toEqual(await places(engine, { sort: 'kept' }));
});

it('gives a title that comes later its place among those known', async () => {
  const engine = await engineOf([{ title: '论党史' }, { title: '安全' }]);
  expect(await places(engine, { sort: 'title' })).toEqual([1, 0]);
  for (const [at, title] of ['改革', '安全', '周年', '阿Q'].entries()) await engine.put(2 + at, { title });
  expect(await places(engine, { sort: 'title' })).toEqual([5, 3, 1, 2, 0, 4]);
});

it('sorts hundreds of titles that are new at once', async () => {
  const count = 240;
  const titleOf = (at: number): string => `第${(at * 7) % count}号`;
  const engine = await engineOf(Array.from({ length: count }, (_, at) => ({ title: titleOf(at) })));
  const order = await places(engine, { sort: 'title' });
  expect(order.map(titleOf)).toEqual(Array.from({ length: count }, (_, n) => `第${n}号`));
  expect(await places(engine, { sort: 'title' }, 60, 70)).toEqual(order.slice(60, 70));
  expect(await places(engine, { sort: 'title' }, 3, 5)).toEqual(order.slice(3, 5));
});

it('puts essays of one title beside each other, the newest first, wherever in the ledger they stand', async () => {
  const collection = emptyCollection();
  await putEssay(collection, 0, { title: '党史', keptAt: minute(0) });
  const row = await collection.essays.get(idOf(0));
  const count = CHUNK + 80;
  // Every hundredth has the title of the first: some of them stand in the next chunk.
  const changes = Array.from({ length: count - 1 }, (_, before) => {
    const at = before + 1;
    const title = at % 100 === 0 ? '党史' : `学习${at}`;
    return { before: undefined, after: { ...(row as EssayRow), id: idOf(at), title, keptAt: minute(at) } };
  });
  await collection.transaction('rw', rowTables(collection), () => putRows(collection, changes));
  const engine = openEngine(collection, { tail: 5000, run: 1000, fan: 3, small: 100, dead: 8, chunks: 1, triples: 4 });
  const alike = [1100, 1000, 900, 800, 700, 600, 500, 400, 300, 200, 100, 0];
  expect(await places(engine, { sort: 'title' }, 0, alike.length)).toEqual(alike);
  await putEssay(collection, count, { title: '党史', keptAt: minute(count) });
  await putEssay(collection, 1, { title: '学习1040', keptAt: minute(1) });
  expect(await places(engine, { sort: 'title' }, 0, alike.length + 1)).toEqual([count, ...alike]);
  const order = await places(engine, { sort: 'title' }, 0, count + 1);
  expect(order.slice(order.indexOf(1040))).toEqual([1040, 1, ...order.slice(order.indexOf(1040) + 2)]);
});

it('gives any stretch of a long list as the whole list has it', async () => {
  const count = 150;
  // No order of keeping: every third essay is older than all before it.
  const keptAt = (at: number): string => minute(at % 3 === 0 ? 1000 - at : 2000 + ((at * 37) % count));
  const engine = await engineOf(Array.from({ length: count }, (_, at) => ({ title: '', keptAt: keptAt(at) })));
  const expected = Array.from({ length: count }, (_, at) => at).toSorted((a, b) =>
    keptAt(a) === keptAt(b) ? b - a : keptAt(a) < keptAt(b) ? 1 : -1,
  );
  expect(await places(engine, {})).toEqual(expected);
  for (const [from, to] of [
    [0, 10],
    [60, 64],
    [63, 66],
    [140, 150],
  ] as const) {
    expect(await places(engine, {}, from, to)).toEqual(expected.slice(from, to));
  }
});

it('puts the trash in the order of throwing away', async () => {
  const engine = await engineOf([
    { title: '甲', trashedAt: minute(30) },
    { title: '乙', trashedAt: minute(50) },
    { title: '丙', trashedAt: minute(40) },
  ]);
  expect(await places(engine, { place: 'trash' })).toEqual([1, 2, 0]);
  expect(await places(engine, { place: 'trash', sort: 'published' })).toEqual([1, 2, 0]);
});

it('puts the last published first, essays without a date last, the newest kept first among equals', async () => {
  const dates = [null, '2005-07', '2005-07-14', '2005', null, '2005-07-14'];
  const engine = await engineOf(dates.map((publishedOn) => ({ title: '甲', publishedOn })));
  expect(await places(engine, { sort: 'published' })).toEqual([5, 2, 1, 3, 4, 0]);
});

it('sorts by author and institution as a dictionary has them, the longest first by length, and none last whichever way', async () => {
  const engine = await engineOf([
    { authors: ['周望川', '安平'], institution: '青山市委党校', length: 900 },
    { authors: [], institution: null, length: 0 },
    { authors: ['陈一鸣'], institution: '临江省委党校', length: 12_000 },
    { authors: ['安平'], institution: '青山市委党校', length: 900 },
  ]);
  expect(await places(engine, { sort: 'author' })).toEqual([3, 2, 0, 1]);
  expect(await places(engine, { sort: 'author', reversed: true })).toEqual([0, 2, 3, 1]);
  expect(await places(engine, { sort: 'institution' })).toEqual([2, 3, 0, 1]);
  expect(await places(engine, { sort: 'institution', reversed: true })).toEqual([3, 0, 2, 1]);
  expect(await places(engine, { sort: 'length' })).toEqual([2, 3, 0, 1]);
  expect(await places(engine, { sort: 'length', reversed: true })).toEqual([1, 3, 0, 2]);
});

it('turns the order of keeping, of publication and of titles round, what has no date or title last all the same', async () => {
  const engine = await engineOf([
    { title: '党史', publishedOn: '2005' },
    { title: '', publishedOn: null },
    { title: '安全', publishedOn: '1999-03' },
  ]);
  expect(await places(engine, { reversed: true })).toEqual([0, 1, 2]);
  expect(await places(engine, { sort: 'published', reversed: true })).toEqual([2, 0, 1]);
  expect(await places(engine, { sort: 'title' })).toEqual([2, 0, 1]);
  expect(await places(engine, { sort: 'title', reversed: true })).toEqual([0, 2, 1]);
});

it('weighs a hit in the title above one of an author, and that above many in the text', async () => {
  const engine = await engineOf([
    { title: '水利', text: '一句话。' },
    { title: '甲', authors: ['水利'], text: '一句话。' },
    { title: '乙', text: '水利水利水利水利水利水利。' },
    { title: '丙', text: '水利。' },
    { title: '水利与改革', text: '水利。' },
  ]);
  expect(await places(engine, { query: '水利', sort: 'relevance' })).toEqual([4, 0, 1, 2, 3]);
});

it('takes relevance without a word as the order of keeping', async () => {
  const engine = await engineOf([{ publishedOn: '2007' }, { publishedOn: '2001' }]);
  expect(await places(engine, { sort: 'relevance' })).toEqual([1, 0]);
});

it('sorts by source and column as dictionaries have them, and by how far one is, either way; what has none stands last', async () => {
  const engine = await engineOf([
    { source: '学习时报', column: ['党史', '党建'], readState: 'read' },
    { source: null, column: [], readState: 'reading' },
    { source: '光明日报', column: ['党史'] },
  ]);
  expect(await places(engine, { sort: 'source' })).toEqual([2, 0, 1]);
  expect(await places(engine, { sort: 'source', reversed: true })).toEqual([0, 2, 1]);
  expect(await places(engine, { sort: 'column' })).toEqual([2, 0, 1]);
  expect(await places(engine, { sort: 'column', reversed: true })).toEqual([0, 2, 1]);
  expect(await places(engine, { sort: 'reading' })).toEqual([2, 1, 0]);
  expect(await places(engine, { sort: 'reading', reversed: true })).toEqual([0, 1, 2]);
});
