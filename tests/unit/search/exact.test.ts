import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Collection } from '../../../lib/collection/collection.ts';
import { type Engine, openEngine } from '../../../lib/search/engine.ts';
import { parseQuery } from '../../../lib/search/query/parse-query.ts';
import { documentText } from '../../../lib/search/text/document.ts';
import { emptyCollection } from '../../support/collections.ts';
import { memoryIndexFiles } from '../../support/memory-index-files.ts';
import { deleteEssay, idOf, putEssay } from './essays.ts';

/*
 * The search against a brute-force scan of every folded text, while essays are added, edited, trashed and deleted,
 * segments made and merged, the engine opened anew and the index made anew. Few characters, so that terms often occur.
 */

const text = fc.string({ unit: fc.constantFrom(...'学习党校黨校ＡaB1 \n'), maxLength: 60 });
const number = fc.nat(14);
const term = fc.string({ unit: fc.constantFrom(...'学习党校黨ab1'), minLength: 1, maxLength: 6 });
const query = fc
  .array(fc.tuple(fc.constantFrom('', '', '"', '-', '-"'), term, fc.constantFrom('', ' 学')), {
    minLength: 1,
    maxLength: 3,
  })
  .map((parts) =>
    parts.map(([sign, word, more]) => (sign.endsWith('"') ? `${sign}${word}${more}"` : sign + word)).join(' '),
  );

type Act =
  | readonly ['put', number, string, string]
  | readonly ['retitle' | 'trash' | 'restore' | 'delete', number]
  | readonly ['index' | 'restart' | 'rebuild' | 'lose' | 'tear' | 'crash']
  | readonly ['find', string];

const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(
      fc.constant('put' as const),
      number,
      fc.string({ unit: fc.constantFrom(...'党校学a'), maxLength: 5 }),
      text,
    ),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(fc.constantFrom('retitle', 'trash', 'restore', 'delete') as fc.Arbitrary<'trash'>, number),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(
      fc.constantFrom(
        'index',
        'index',
        'index',
        'restart',
        'rebuild',
        'lose',
        'tear',
        'crash',
      ) as fc.Arbitrary<'index'>,
    ),
  },
  { weight: 4, arbitrary: fc.tuple(fc.constant('find' as const), query) },
);

/** Small enough that a handful of essays makes segments and merges. */
const sizes = { tail: 2, run: 120, fan: 2, small: 6, dead: 8, chunks: 1, triples: 4 };

async function bruteForce(collection: Collection, typed: string, place: 'kept' | 'trash'): Promise<string[]> {
  const { all, none } = parseQuery(typed);
  const found: string[] = [];
  for (const row of await collection.essays.toArray()) {
    if ((row.trashedAt === '') !== (place === 'kept')) continue;
    const whole = documentText(row, await collection.bodies.get(row.captureId));
    if (all.every((wanted) => whole.includes(wanted)) && !none.some((other) => whole.includes(other)))
      found.push(row.id);
  }
  return found.sort();
}

async function found(engine: Engine, typed: string, place: 'kept' | 'trash'): Promise<string[]> {
  const { result, total } = await engine.find({ query: typed, place, sort: 'relevance', chosen: {} });
  const ids = await engine.ids(result, 0, total);
  return ids.toSorted();
}

type Files = ReturnType<typeof memoryIndexFiles>;

const openedWith = (collection: Collection, files: Files | null): Engine =>
  openEngine(collection, sizes, undefined, async () => files);

/** What becomes of files: the first, a segment, is lost, or one byte of the last changes, that of the ledger where there is one. */
function harm(name: 'lose' | 'tear', files: Files): void {
  const harmed = [...files.files].at(name === 'lose' ? 0 : -1);
  if (harmed === undefined) return;
  const [file, bytes] = harmed;
  if (name === 'lose') files.files.delete(file);
  else files.files.set(file, bytes.with(Math.floor(bytes.length / 2), 255 - (bytes.at(bytes.length / 2) ?? 0)));
}

/** Indexes as far as the first write that fails, as a browser that ends in the middle does, and begins anew. */
async function crash(collection: Collection, files: Files | null): Promise<Engine> {
  const state = { left: 3 };
  const failing: Files | null = files && {
    ...files,
    create: async (name) => {
      const file = await files.create(name);
      return {
        ...file,
        append(bytes) {
          state.left -= 1;
          if (state.left < 0) throw new Error('The browser ended.');
          file.append(bytes);
        },
      };
    },
  };
  await openedWith(collection, failing)
    .index()
    .catch(() => undefined);
  return openedWith(collection, files);
}

async function perform(
  collection: Collection,
  engine: Engine,
  files: Files | null,
  [name, ...given]: Act,
): Promise<Engine> {
  const [which = 0, title = '', body = ''] = given as [number?, string?, string?];
  const there = (await collection.essays.count()) > 0;
  if (name === 'put') await putEssay(collection, which, { title, text: body });
  else if (name === 'delete') await deleteEssay(collection, which);
  else if (name === 'index') await engine.index();
  else if (name === 'rebuild') await engine.rebuild();
  else if (name === 'restart') return openedWith(collection, files);
  else if (name === 'crash') return crash(collection, files);
  else if (name === 'lose' || name === 'tear') {
    if (files !== null) harm(name, files);
  } else if (name === 'find') {
    const typed = String(which);
    for (const place of ['kept', 'trash'] as const) {
      expect(await found(engine, typed, place), typed).toEqual(await bruteForce(collection, typed, place));
    }
  } else if (there && (await collection.essays.get(which.toString(16).padStart(24, '0')))) {
    if (name === 'retitle') await putEssay(collection, which, { title: '校校学', authors: ['党'] });
    if (name === 'trash') await putEssay(collection, which, { trashedAt: '2026-02-03T00:00:00.000Z' });
    if (name === 'restore') await putEssay(collection, which, { trashedAt: '' });
  }
  return engine;
}

describe('the search', () => {
  it.each([
    ['rows of the database', () => null],
    ['files', memoryIndexFiles],
  ])(
    'finds what a scan of all texts finds, whatever happened to essays and index: in %s',
    async (_, filesOf) => {
      await fc.assert(
        fc.asyncProperty(fc.array(act, { minLength: 5, maxLength: 40 }), query, async (acts, last) => {
          const collection = emptyCollection();
          const files = filesOf();
          let engine = openedWith(collection, files);
          for (let at = 0; at < 8; at += 1)
            await putEssay(collection, at, { title: '党', text: `学习党校学ab${at}`.repeat(4) });
          for (const one of acts) engine = await perform(collection, engine, files, one);
          await perform(collection, engine, files, ['find', last]);
          await engine.index();
          await perform(collection, engine, files, ['find', last]);
          await collection.delete();
        }),
        { numRuns: 20 },
      );
    },
    60_000,
  );

  it('finds it while segments are being made and merged', async () => {
    const collection = emptyCollection();
    const engine = openEngine(collection, sizes);
    for (let at = 0; at < 12; at += 1)
      await putEssay(collection, at, { title: `党校${at}`, text: `学习党校${at % 3}`.repeat(5) });
    const expected = await bruteForce(collection, '党校1', 'kept');
    const indexing = engine.index();
    for (let again = 0; again < 15; again += 1) expect(await found(engine, '党校1', 'kept')).toEqual(expected);
    await indexing;
    expect(await collection.segments.count()).toBeGreaterThan(0);
    expect(await found(engine, '党校1', 'kept')).toEqual(expected);
  });

  it('finds it when the index lost blocks, and makes the index anew', async () => {
    const collection = emptyCollection();
    const engine = openEngine(collection, sizes);
    for (let at = 0; at < 6; at += 1) await putEssay(collection, at, { title: `党校${at}`, text: '学习党校' });
    await engine.index();
    await collection.postings.clear();
    const again = openEngine(collection, sizes);
    expect(await found(again, '学习党', 'kept')).toHaveLength(6);
    await again.index();
    expect(await collection.postings.count()).toBeGreaterThan(0);
    expect(await found(again, '学习党', 'kept')).toHaveLength(6);
  });

  it('leaves few segments when there is nothing else to do', async () => {
    const collection = emptyCollection();
    const engine = openEngine(collection, { tail: 2, run: 1, fan: 100, small: 50, dead: 8, chunks: 1, triples: 4 });
    for (let at = 0; at < 9; at += 1) await putEssay(collection, at, { title: `党校${at}`, text: '学习' });
    await engine.index();
    const segments = await collection.segments.toArray();
    expect(segments.map(({ from, to }) => [from, to])).toEqual([[0, 8]]);
    expect(await found(engine, '党校', 'kept')).toHaveLength(9);
  });

  it('tells how far a rebuilding is', async () => {
    const collection = emptyCollection();
    const engine = openEngine(collection, { tail: 2, run: 1, fan: 100, small: 50, dead: 8, chunks: 1, triples: 4 });
    for (let at = 0; at < 6; at += 1) await putEssay(collection, at, { title: `党校${at}`, text: '学习' });
    await engine.index();
    const shares: number[] = [];
    await engine.rebuild((share) => shares.push(share));
    expect(shares[0]).toBe(0);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.at(-1)).toBeGreaterThan(0.5);
    expect(await found(engine, '党校', 'kept')).toHaveLength(6);
  });

  it('sweeps what a crash left', async () => {
    const collection = emptyCollection();
    await collection.postings.put({ segment: 7, block: 0, bytes: Uint8Array.of(1) });
    await collection.positions.put({ segment: 7, block: 0, bytes: Uint8Array.of(1) });
    const engine = openEngine(collection, sizes);
    for (let at = 0; at < 3; at += 1) await putEssay(collection, at, { title: '党校', text: '学习' });
    await engine.index();
    expect(await collection.positions.get([7, 0])).toBeUndefined();
    expect(await collection.postings.get([7, 0])).toBeUndefined();
  });

  it('shows passages from the files, leaves no file that no segment needs, and falls back where one is lost', async () => {
    const collection = emptyCollection();
    const files = memoryIndexFiles();
    const engine = openedWith(collection, files);
    for (let at = 0; at < 9; at += 1)
      await putEssay(collection, at, { title: `党校${at}`, text: `第${at}篇，學习党校。` });
    await engine.index();
    expect(await collection.postings.count()).toBe(0);
    const segments = await collection.segments.toArray();
    expect(files.files.size, 'with that of the ledger').toBe(segments.length + 1);
    await collection.bodies.clear();
    await engine.find({ query: '学习党', place: 'kept', sort: 'kept', chosen: {} });
    const [snippet] = await engine.snippets([idOf(2)], ['学习党']);
    expect(snippet?.parts.map(({ text: part }) => part).join('')).toBe('第2篇，學习党校。');
    expect(snippet?.parts.find(({ hit }) => hit)?.text).toBe('學习党');
    files.files.clear();
    const [none] = await openedWith(collection, files).snippets([idOf(2)], ['学习党']);
    expect(none?.parts).toEqual([]);
  });

  it('takes away files of merged segments, also where another page read them meanwhile', async () => {
    const collection = emptyCollection();
    const files = memoryIndexFiles();
    const [engine, other] = [openedWith(collection, files), openedWith(collection, files)];
    const find = { query: '学习党', place: 'kept', sort: 'kept', chosen: {} } as const;
    const left = async (): Promise<readonly string[]> => {
      const ids = (await collection.segments.toArray()).map(({ id }) => `${id}.segment`);
      return (await files.names()).filter((name) => name.endsWith('.segment') && !ids.includes(name));
    };
    const keepAndIndex = async (from: number, to: number): Promise<void> => {
      for (let at = from; at < to; at += 1)
        await putEssay(collection, at, { title: `党校${at}`, text: `第${at}篇，学习党校${'。'.repeat(200)}` });
      await engine.index();
    };
    await keepAndIndex(0, 4);
    await other.find(find);
    await keepAndIndex(4, 14);
    expect(await left()).not.toEqual([]);
    await other.find(find);
    await engine.index();
    expect(await left()).toEqual([]);
  });
});
