import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import type { Collection } from '../../../lib/collection/collection.ts';
import { firstTripleBlock } from '../../../lib/collection/ledger/index-rows.ts';
import { type Engine, openEngine } from '../../../lib/search/engine.ts';
import { emptyCollection } from '../../support/collections.ts';
import { memoryIndexFiles } from '../../support/memory-index-files.ts';
import { idOf, putEssay } from './essays.ts';

type Files = ReturnType<typeof memoryIndexFiles>;

const openedWith = (collection: Collection, files: Files | null, triples: number): Engine =>
  openEngine(
    collection,
    { tail: 2, run: 400, fan: 9, small: 50, dead: 8, chunks: 1, triples },
    undefined,
    async () => files,
  );

const texts = ['党校学习党校', '学习党校学', '校学习校学', '党校学，学习党', '习党校校学习', '党学校习'];

async function filled(): Promise<Collection> {
  const collection = emptyCollection();
  for (const [at, text] of texts.entries()) await putEssay(collection, at, { title: `第${at}篇`, text });
  return collection;
}

/** What each word of three to five units of the texts finds. */
async function foundBy(engine: Engine): Promise<ReadonlyMap<string, readonly string[]>> {
  const words = new Set(
    texts.flatMap((text) => [3, 4, 5].flatMap((length) => [...text].map((_, at) => text.slice(at, at + length)))),
  );
  const found = new Map<string, readonly string[]>();
  for (const word of [...words].filter(({ length }) => length > 2)) {
    const { first } = await engine.find({ query: `"${word}"`, place: 'kept', sort: 'relevance', chosen: {} });
    found.set(word, first.toSorted());
  }
  return found;
}

const wanted = (word: string): string[] => texts.flatMap((text, at) => (text.includes(word) ? [idOf(at)] : []));

async function expectAllFound(engine: Engine): Promise<void> {
  for (const [word, ids] of await foundBy(engine)) expect(ids, word).toEqual(wanted(word));
}

it('an index written before there were triples answers as it did, and gets them when it is indexed next', async () => {
  const collection = await filled();
  const files = memoryIndexFiles();
  await openedWith(collection, files, 1000).index();
  const [before] = await collection.segments.toArray();
  expect(before?.triples).toBeUndefined();
  const engine = openedWith(collection, files, 2);
  await expectAllFound(engine);
  await engine.index();
  const after = await collection.segments.toArray();
  expect(after.map(({ from, to }) => [from, to])).toEqual([[before?.from, before?.to]]);
  expect(after[0]?.triples?.pairs.length).toBeGreaterThan(1);
  expect(after[0]?.triples?.firstKeys.length).toBeGreaterThan(0);
  await expectAllFound(engine);
  await engine.index();
  expect(
    (await collection.segments.toArray()).map(({ id }) => id),
    'once',
  ).toEqual(after.map(({ id }) => id));
  expect((await files.names()).filter((name) => name.endsWith('.segment'))).toHaveLength(1);
});

it.each([
  ['new essays are indexed before older ones get triples', false, ['6-8', '0-6']],
  ['the smallest segment without triples gets them first', true, ['6-8', '0-6']],
])('%s', async (_, isOld, order) => {
  const collection = await filled();
  const files = memoryIndexFiles();
  await openedWith(collection, files, 1000).index();
  for (const at of [6, 7]) await putEssay(collection, at, { title: `第${at}篇`, text: texts[0] ?? '' });
  if (isOld) await openedWith(collection, files, 1000).index();
  const written: string[] = [];
  const noted: Files = {
    ...files,
    create: (name) => {
      written.push(name);
      return files.create(name);
    },
  };
  await openedWith(collection, noted, 2).index();
  const segments = await collection.segments.toArray();
  const made = new Map(segments.map(({ id, from, to }) => [`${id}.segment`, `${from}-${to}`]));
  expect(written.map((name) => made.get(name)).filter((one) => one !== undefined)).toEqual(order);
  expect(segments.every(({ triples }) => triples !== undefined)).toBe(true);
});

it('an index without files has none, and is not made anew for them', async () => {
  const collection = await filled();
  const engine = openedWith(collection, null, 2);
  await engine.index();
  const [before] = await collection.segments.toArray();
  await engine.index();
  const [after] = await collection.segments.toArray();
  expect(after?.id).toBe(before?.id);
  expect(after?.triples).toBeUndefined();
  await expectAllFound(engine);
});

it('a triple whose bytes changed on the disk is not believed: all is found without the index, which is made anew', async () => {
  const collection = await filled();
  const files = memoryIndexFiles();
  await openedWith(collection, files, 2).index();
  const [segment] = await collection.segments.toArray();
  if (segment?.file === undefined || segment.triples === undefined) throw new Error('No triples.');
  const begin = segment.file.places[2 * firstTripleBlock(segment)] ?? 0;
  const name = `${segment.id}.segment`;
  const bytes = files.files.get(name) ?? new Uint8Array();
  expect(begin).toBeLessThan(bytes.length);
  files.files.set(name, bytes.with(begin + 2, 255 - (bytes[begin + 2] ?? 0)));
  const engine = openedWith(collection, files, 2);
  await expectAllFound(engine);
  expect(await collection.segments.count()).toBe(0);
  await engine.index();
  expect((await collection.segments.toArray())[0]?.triples).toBeDefined();
  await expectAllFound(engine);
});

it('in more essays than are read one by one, words are counted by their triples as by their pairs', async () => {
  const random = { state: 7 };
  const next = (below: number): number => {
    random.state = (Math.imul(random.state, 1_103_515_245) + 12_345) >>> 0;
    return (random.state >>> 8) % below;
  };
  const made = (units: string, length: number): string =>
    Array.from({ length }, () => units[next(units.length)] ?? '').join('');
  const essays = Array.from(
    { length: 300 },
    (_, at) => `${made('学习党校', 40)}\n${made('学习党校甲乙丙丁', 30)}${at}`,
  );
  const words = Array.from({ length: 60 }, (_, at) => made(at % 3 === 0 ? '学习党校甲' : '学习党校', 3 + (at % 5)));
  const answers = async (least: number): Promise<readonly unknown[]> => {
    const collection = emptyCollection();
    for (const [at, text] of essays.entries()) await putEssay(collection, at, { title: `第${at}篇`, text });
    const engine = openedWith(collection, memoryIndexFiles(), least);
    await engine.index();
    const segments = await collection.segments.toArray();
    expect(segments.some((one) => (one.triples?.firstKeys.length ?? 0) > 0)).toBe(least < 1000);
    expect(Math.max(...segments.map(({ docs }) => docs))).toBeGreaterThan(200);
    const found: unknown[] = [];
    for (const [at, word] of words.entries()) {
      const query = at % 4 === 1 ? `"${word}" -${words[at - 1]}` : `"${word}" ${at % 4 === 3 ? '甲' : ''}`;
      const { total, result } = await engine.find({ query, place: 'kept', sort: 'relevance', chosen: {} });
      found.push({ query, ids: await engine.ids(result, 0, total) });
      if (at % 4 !== 0) continue;
      const ids = essays.flatMap((text, nth) => (text.includes(word) ? [idOf(nth)] : []));
      expect((await engine.ids(result, 0, total)).toSorted(), word).toEqual(ids);
    }
    return found;
  };
  expect(await answers(2)).toEqual(await answers(1000));
});
