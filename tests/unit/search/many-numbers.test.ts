import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { Collection } from '../../../lib/collection/collection.ts';
import { CHUNK } from '../../../lib/collection/ledger/chunk.ts';
import { readTrueState, STATE_KEY } from '../../../lib/collection/ledger/ledger-state.ts';
import { MOST_DOCS, rebuildLedger } from '../../../lib/collection/ledger/rebuild-ledger.ts';
import { putRows, rowTables } from '../../../lib/collection/put-rows.ts';
import type { BodyRow } from '../../../lib/collection/rows.ts';
import type { FindRequest } from '../../../lib/search/contract.ts';
import { type Engine, openEngine } from '../../../lib/search/engine.ts';
import { mergeable } from '../../../lib/search/index/merge-policy.ts';
import { emptyCollection } from '../../support/collections.ts';
import { idOf, putEssay } from './essays.ts';

const sizes = { tail: 100, run: 200_000, fan: 3, small: 500, dead: 256, chunks: 1, triples: 4 };
const ESSAYS = 600;

/** Numbers of the essays found, in order. */
async function find(engine: Engine, request: Partial<FindRequest> = {}): Promise<number[]> {
  const { result, total } = await engine.find({ query: '', place: 'kept', sort: 'relevance', chosen: {}, ...request });
  return (await engine.ids(result, 0, total)).map((id) => Number.parseInt(id, 16));
}

/** Cleans all essays but the first again, as cleaning again does: each has a new capture with a text. */
async function cleanAgain(collection: Collection, time: number): Promise<void> {
  await collection.transaction('rw', [...rowTables(collection), collection.bodies], async () => {
    const rows = await collection.essays.where('id').above(idOf(0)).toArray();
    const changes = rows.map((before, at) => ({ before, after: { ...before, captureId: `${time} ${at}` } }));
    await collection.bodies.bulkPut(
      changes.map(
        ({ after }, at): BodyRow => ({
          ...({ captureId: after.captureId, essayId: after.id, text: `党校第${time}次，第${at % 7}类。` } as BodyRow),
        }),
      ),
    );
    await putRows(collection, changes);
  });
}

async function filled(): Promise<Collection> {
  const collection = emptyCollection();
  for (let at = 0; at < 2; at += 1) await putEssay(collection, at, { title: '党校', text: '学习' });
  const first = await collection.essays.get(idOf(1));
  if (first === undefined) throw new Error('The essay is not there.');
  await collection.transaction('rw', rowTables(collection), () =>
    putRows(
      collection,
      Array.from({ length: ESSAYS - 2 }, (_, at) => ({ before: undefined, after: { ...first, id: idOf(at + 2) } })),
    ),
  );
  return collection;
}

describe('document numbers', () => {
  it('are walked no more once they are dead, however often all is cleaned again, and lists stay right', async () => {
    const collection = await filled();
    const [engine, numbers, segments] = [openEngine(collection, sizes), [] as number[], [] as number[]];
    for (let time = 1; time <= 20; time += 1) {
      await cleanAgain(collection, time);
      await engine.index();
      const state = await readTrueState(collection.meta);
      numbers.push((state?.next ?? 0) - (state?.first ?? 0) * CHUNK);
      segments.push(await collection.segments.count());
      const expected = Array.from({ length: ESSAYS - 1 }, (_, at) => at + 1).filter((at) => (at - 1) % 7 === 3);
      const found = await find(engine, { query: `第${time}次 第3类` });
      expect(found.toSorted((a, b) => a - b)).toEqual(expected);
      expect(await find(openEngine(collection, sizes), { query: `第${time}次 第3类` })).toEqual(found);
      expect(await find(engine, { query: '学习' })).toEqual([0]);
      expect(await find(engine)).toHaveLength(ESSAYS);
    }
    // As many as are alive, as many dead, and what a chunk holds.
    expect(Math.max(...numbers)).toBeLessThanOrEqual(2 * ESSAYS + CHUNK);
    expect(await collection.ledger.count()).toBeLessThanOrEqual(3);
    expect(Math.max(...segments)).toBeLessThan(8);
  }, 60_000);

  it('are given back where an essay among the dead ones stays alive', async () => {
    const collection = await filled();
    const engine = openEngine(collection, sizes);
    const held = await engine.find({ query: '学习', place: 'kept', sort: 'kept', chosen: {} });
    for (let time = 1; time <= 5; time += 1) await cleanAgain(collection, time);
    const doc = (await collection.essays.get(idOf(0)))?.doc ?? -1;
    await engine.index();
    expect((await collection.essays.get(idOf(0)))?.doc).toBeGreaterThan(doc);
    // What was found before still names its essays.
    expect(await engine.ids(held.result, 0, 2)).toEqual(held.first.slice(0, 2));
    expect(await find(engine, { query: '学习' })).toEqual([0]);
  });

  it('go far beyond two millions, and every list is in order', async () => {
    const collection = emptyCollection();
    const next = 2_197_152;
    await collection.meta.put({
      key: STATE_KEY,
      value: { version: 1, next, chunks: Array.from({ length: Math.ceil(next / CHUNK) }, () => 0), kept: 0 },
    });
    const minute = (n: number): string => new Date(Date.UTC(2026, 0, 1) + n * 60_000).toISOString();
    for (let at = 0; at < 5; at += 1)
      await putEssay(collection, at, {
        title: `第${5 - at}讲`,
        text: '学习'.repeat(at + 1),
        keptAt: minute(at),
        publishedOn: `200${9 - at}`,
      });
    const engine = openEngine(collection, sizes);
    expect(await find(engine, { sort: 'kept' })).toEqual([4, 3, 2, 1, 0]);
    expect(await find(engine, { sort: 'published' })).toEqual([0, 1, 2, 3, 4]);
    expect(await find(engine, { sort: 'title' })).toEqual([4, 3, 2, 1, 0]);
    expect(await find(engine, { query: '学习' })).toEqual([4, 3, 2, 1, 0]);
  });

  it('begin at 0 again before they come to their end', async () => {
    const collection = await filled();
    const state = await readTrueState(collection.meta);
    await collection.meta.put({
      key: STATE_KEY,
      value: { version: state?.version, next: MOST_DOCS + 5, first: MOST_DOCS / CHUNK, chunks: [0], kept: 0 },
    });
    await rebuildLedger(collection);
    expect((await readTrueState(collection.meta))?.next).toBe(ESSAYS);
    expect(await find(openEngine(collection, sizes), { query: '党校' })).toHaveLength(ESSAYS);
  });
});

describe('segments', () => {
  it('are never more than a few of a size, however many documents there are', () => {
    const policy = { tail: 500, fan: 6 };
    let segments = [{ docs: 0 }].slice(1);
    for (let made = 0; made < 3000; made += 1) {
      segments.push({ docs: 870 });
      for (;;) {
        const merged = mergeable(segments as never, policy) as readonly { docs: number }[];
        const [first] = merged;
        if (first === undefined) break;
        const at = segments.indexOf(first);
        const whole = { docs: merged.reduce((sum, { docs }) => sum + docs, 0) };
        segments = [...segments.slice(0, at), whole, ...segments.slice(at + merged.length)];
      }
      expect(segments.length).toBeLessThanOrEqual(5 * 5);
    }
    expect(segments.reduce((sum, { docs }) => sum + docs, 0)).toBe(3000 * 870);
  });
});
