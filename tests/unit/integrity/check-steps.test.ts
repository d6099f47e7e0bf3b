import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Collection } from '../../../lib/collection/collection.ts';
import { checkBlocks } from '../../../lib/collection/integrity/check-blocks.ts';
import { checkLedger } from '../../../lib/collection/integrity/check-ledger.ts';
import { checkSlots } from '../../../lib/collection/integrity/check-slots.ts';
import { readIntegrity, writeIntegrity } from '../../../lib/collection/integrity/integrity-state.ts';
import { checkCollection, withCheckLock } from '../../../lib/collection/integrity/run-check.ts';
import { CHUNK, type ChunkRow } from '../../../lib/collection/ledger/chunk.ts';
import { STATE_KEY } from '../../../lib/collection/ledger/ledger-state.ts';
import { putRows, rowTables } from '../../../lib/collection/put-rows.ts';
import { emptyCollection } from '../../support/collections.ts';
import { essayRows } from '../../support/essay-rows.ts';
import { wholeRows } from '../../support/whole-rows.ts';

const idOf = (number: number): string => number.toString(16).padStart(24, '0');

describe('a check', () => {
  let collection: Collection;
  beforeEach(() => {
    collection = emptyCollection();
  });
  const rebuilt = async (): Promise<readonly (readonly string[])[]> =>
    (await collection.quarantine.toArray()).map(({ table, reason, parts }) => [table, reason, ...parts]);
  const blank = {
    through: '',
    roundBeganAt: '',
    roundEndedAt: '',
    roundOf: 0,
    block: [],
    chunk: 0,
    lookedAt: '',
  };

  describe('remembers how far it is', () => {
    it('in parts, of which what is stored wrongly counts as not there', async () => {
      expect(await readIntegrity(collection)).toEqual(blank);
      await writeIntegrity(collection, { through: 'e1', roundOf: 7 });
      await writeIntegrity(collection, { block: [1, 2], chunk: 3 });
      expect(await readIntegrity(collection)).toEqual({ ...blank, through: 'e1', roundOf: 7, block: [1, 2], chunk: 3 });
      const wrong = { through: 7, roundOf: 'a', block: ['x'], chunk: null, lookedAt: '2026' };
      await collection.meta.put({ key: 'integrity', value: wrong });
      expect(await readIntegrity(collection)).toEqual({ ...blank, lookedAt: '2026' });
      await collection.meta.put({ key: 'integrity', value: 7 });
      expect(await readIntegrity(collection)).toEqual(blank);
    });
  });

  describe('of the search index', () => {
    const segment = (id: number, blocks = 2) => ({
      id,
      from: 0,
      to: 4,
      docs: 4,
      firstKeys: new Uint32Array(blocks),
      bytes: 8,
    });
    const block = (ofSegment: number, at: number) => ({ segment: ofSegment, block: at, bytes: new Uint8Array([at]) });
    const put = async (ofSegment: number, blocks = 2): Promise<void> => {
      await collection.segments.put(segment(ofSegment, blocks));
      for (const table of [collection.postings, collection.positions])
        await table.bulkPut(Array.from({ length: blocks }, (_, at) => block(ofSegment, at)));
    };
    const counts = async () => [
      await collection.segments.count(),
      await collection.postings.count(),
      await collection.positions.count(),
    ];

    it.each<[string, () => PromiseLike<unknown>]>([
      ['whole', async () => undefined],
      ['with blocks that no segment names yet', () => collection.postings.put({ ...block(9, 0), sum: 7 })],
      [
        'whose blocks are in a file',
        () =>
          collection.segments.put({
            ...segment(3, 1),
            file: { places: new Float64Array(7), sums: new Uint32Array(6) },
          }),
      ],
    ])('%s leaves it', async (_, change) => {
      await put(1);
      await put(2);
      await change();
      const before = await counts();
      await checkBlocks(collection);
      expect([await counts(), await rebuilt(), (await readIntegrity(collection)).block]).toEqual([before, [], []]);
    });

    it.each<[string, (index: Collection) => PromiseLike<unknown>, string]>([
      ['a segment', ({ segments }) => segments.update(1, { docs: -1 }), 'A segment is damaged.'],
      ['postings', ({ postings }) => postings.put({ ...block(2, 1), sum: 7 }), 'A block is damaged.'],
      ['positions', ({ positions }) => positions.put({ ...block(1, 0), sum: 7 }), 'A block is damaged.'],
      ['positions that are lost', ({ positions }) => positions.delete([1, 1]), 'A block is damaged.'],
      ['postings that are lost', ({ postings }) => postings.delete([1, 1]), 'A block is damaged.'],
      [
        'the keys of a segment',
        ({ segments }) => segments.update(1, { firstKeys: undefined as never }),
        'A segment is damaged.',
      ],
    ])('with damage of %s takes it away', async (_, damage, told) => {
      await put(1);
      await put(2);
      await damage(collection);
      await writeIntegrity(collection, { block: [0, 5] });
      await checkBlocks(collection);
      expect([await counts(), await rebuilt()]).toEqual([[0, 0, 0], [['index', 'rebuilt', told]]]);
      expect((await readIntegrity(collection)).block).toEqual([]);
    });

    it('goes on from the last block that it came to', async () => {
      await put(1, 300);
      await checkBlocks(collection);
      expect((await readIntegrity(collection)).block).toEqual([1, 255]);
      await collection.postings.put({ ...block(1, 255), sum: 7 });
      await checkBlocks(collection);
      expect([(await readIntegrity(collection)).block, await rebuilt()]).toEqual([[], []]);
      await checkBlocks(collection);
      expect(await rebuilt()).toHaveLength(1);
    });
  });

  describe('of the ledger', () => {
    const put = (...numbers: readonly number[]) =>
      collection.transaction('rw', rowTables(collection), () =>
        putRows(
          collection,
          essayRows(numbers.map(idOf)).map((after) => ({ before: undefined, after })),
        ),
      );
    const changeChunk = (change: (row: ChunkRow) => void) => collection.ledger.toCollection().modify(change);
    const docs = async () => (await collection.essays.toArray()).map(({ doc }) => doc);

    it.each<[string, () => PromiseLike<unknown>, boolean]>([
      ['whole', async () => undefined, false],
      ['that counts an essay too many', () => collection.essays.delete(idOf(1)), true],
      ['that counts one too few', () => collection.essays.put({ ...essayRows([idOf(9)])[0], doc: 9 } as never), true],
      ['without its chunk', () => collection.ledger.clear(), true],
      ['without its state', () => collection.meta.delete(STATE_KEY), true],
      ['whose state cannot be read', () => collection.meta.put({ key: STATE_KEY, value: 7 }), true],
      ['with a slot that died', () => changeChunk((row) => void row.states.fill(2, 0, 1)), true],
      ['with a slot in the trash that is not', () => changeChunk((row) => void row.states.fill(1, 0, 1)), true],
      ['with a chunk that nobody knows', () => collection.ledger.put({ chunk: 7 } as never), true],
      ['of which a chunk alone is left', () => Promise.all([collection.essays.clear(), collection.meta.clear()]), true],
      [
        'of nothing',
        () => Promise.all([collection.essays.clear(), collection.ledger.clear(), collection.meta.clear()]),
        false,
      ],
    ])('%s', async (_, change, isAnew) => {
      await put(1, 2, 3);
      await change();
      await checkLedger(collection);
      expect((await rebuilt()).map(([table]) => table)).toEqual(isAnew ? ['ledger'] : []);
    });

    // After three looks in vain the last one has the database to itself.
    it.each([1, 3])('is looked at while something is written, %i times, which does not wait for it', async (times) => {
      await put(1, 2, 3);
      const get = collection.ledger.get.bind(collection.ledger);
      const written = { count: 0, now: false };
      vi.spyOn(collection.ledger, 'get').mockImplementation((async (chunk: number) => {
        const row = await get(chunk);
        if (written.now || written.count === times) return row;
        written.now = true;
        written.count += 1;
        await put(10 + written.count);
        written.now = false;
        return row;
      }) as never);
      await checkLedger(collection);
      vi.restoreAllMocks();
      expect(written.count).toBe(times);
      expect(await rebuilt()).toEqual([]);
      expect(await collection.essays.count()).toBe(3 + times);
    });

    it('has each essay in the slot that it names', async () => {
      await put(1, 2);
      await checkSlots(collection, 10);
      expect([await rebuilt(), await docs()]).toEqual([[], [0, 1]]);
      await collection.essays.update(idOf(1), { doc: 1 });
      await checkSlots(collection, 0);
      expect(await rebuilt()).toEqual([]);
      await checkSlots(collection, 1);
      expect((await rebuilt()).map(([table]) => table)).toEqual(['ledger']);
      expect(new Set(await docs()).size).toBe(2);
    });

    it.each([
      [0, 1, 1],
      [0, CHUNK, 1],
      [0, CHUNK + 1, 3],
      [1, 1, 3],
      [2, 1, 4],
      [3, 2 * CHUNK, 0],
      [4, 1, 0],
      [9, 1, 1],
      [1, Number.POSITIVE_INFINITY, 1],
      [1, 0, 1],
    ])('goes on from chunk %i, %d slots on, to %i', async (chunk, slots, next) => {
      const value = { version: 1, next: 5 * CHUNK, chunks: [1, 1, 0, 1, 1] };
      await collection.meta.put({ key: STATE_KEY, value });
      await writeIntegrity(collection, { chunk });
      await checkSlots(collection, slots);
      expect((await readIntegrity(collection)).chunk).toBe(next);
    });

    it('makes what belongs to no essay one, at the end of a round', async () => {
      await put(1);
      const id = idOf(77);
      await collection.table('captures').put({ ...wholeRows.captures, essayId: id });
      await collection.table('bodies').put({ ...wholeRows.bodies, essayId: id });
      await checkCollection(collection);
      expect([(await collection.essays.get(id))?.title, await collection.essays.count()]).toEqual(['论塘', 2]);
    });

    it('tells when a round began and ended', async () => {
      vi.useFakeTimers({ toFake: ['Date'] });
      await put(...Array.from({ length: 12 }, (_, at) => at));
      const run = async (at: number, most: number) => {
        vi.setSystemTime(at);
        await checkCollection(collection, { most });
        const { roundBeganAt, roundEndedAt, lookedAt } = await readIntegrity(collection);
        return [roundBeganAt, roundEndedAt, lookedAt].map((time) => (time === '' ? '' : Date.parse(time)));
      };
      expect(await run(1000, 5)).toEqual([1000, '', 1000]);
      expect(await run(2000, 1)).toEqual([1000, 2000, 2000]);
      expect(await run(3000, 5)).toEqual([3000, 2000, 3000]);
      expect(await run(4000, 12)).toEqual([4000, 4000, 4000]);
      vi.useRealTimers();
    });

    it('looks at some essays, and remembers the round', async () => {
      await put(...Array.from({ length: 25 }, (_, at) => at));
      const told: string[] = [];
      const onProgress = (done: number, of: number): void => void told.push(`${done}/${of}`);
      await checkCollection(collection, { most: 5, onProgress });
      const first = await readIntegrity(collection);
      expect([told.join(), first.through, first.roundEndedAt, first.roundOf]).toEqual(['5/5', idOf(9), '', 0]);
      expect([first.roundBeganAt !== '', first.lookedAt !== '']).toEqual([true, true]);
      await checkCollection(collection, { most: 20, onProgress });
      const second = await readIntegrity(collection);
      expect(told.join()).toBe('5/5,10/20,15/20,20/20');
      expect([second.through, second.roundOf, second.roundEndedAt !== '']).toEqual([idOf(9), 25, true]);
      await checkCollection(collection, { goOn: async () => false, onProgress });
      expect(told).toHaveLength(4);
      await checkCollection(collection, { onProgress });
      expect(told.slice(4).join()).toBe('10/25,15/25,25/25');
      expect((await readIntegrity(collection)).through).toBe(idOf(9));
    });
  });
});

it('a check goes without while another looks, unless it waits', async () => {
  const told: string[] = [];
  let end = (): void => undefined;
  const first = withCheckLock(async () => {
    told.push('first');
    await new Promise<void>((resolve) => {
      end = resolve;
    });
    told.push('ended');
  });
  await vi.waitFor(() => expect(told).toEqual(['first']));
  await withCheckLock(async () => void told.push('second'));
  const third = withCheckLock(async () => void told.push('third'), true);
  end();
  await Promise.all([first, third]);
  expect(told).toEqual(['first', 'ended', 'third']);
});
