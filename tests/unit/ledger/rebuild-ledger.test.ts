import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Collection } from '../../../lib/collection/collection.ts';
import { listFindings } from '../../../lib/collection/integrity/findings.ts';
import type { ChunkRow } from '../../../lib/collection/ledger/chunk.ts';
import { giveNumbersBack } from '../../../lib/collection/ledger/give-numbers-back.ts';
import {
  isWholeBlock,
  isWholeSegment,
  type SegmentRow,
  sumOfSegment,
} from '../../../lib/collection/ledger/index-rows.ts';
import { type LedgerState, readState, STATE_KEY } from '../../../lib/collection/ledger/ledger-state.ts';
import { emptyLedger, refreshLedger } from '../../../lib/collection/ledger/read-ledger.ts';
import { damageOf, MOST_DOCS, rebuildLedger, repairLedger } from '../../../lib/collection/ledger/rebuild-ledger.ts';
import { putRows, rowTables } from '../../../lib/collection/put-rows.ts';
import type { EssayRow } from '../../../lib/collection/rows.ts';
import { emptyCollection, expectValue } from '../../support/collections.ts';
import { essayRows } from '../../support/essay-rows.ts';

const idOf = (number: number): string => number.toString(16).padStart(24, '0');
describe('the ledger of a collection', () => {
  let collection: Collection;

  const put = (
    ...changes: readonly { before?: EssayRow | undefined; after?: EssayRow | undefined }[]
  ): Promise<unknown> =>
    collection.transaction('rw', rowTables(collection), () =>
      putRows(
        collection,
        changes.map(({ before, after }) => ({ before, after })),
      ),
    );
  const rowOf = (number: number): Promise<EssayRow | undefined> => collection.essays.get(idOf(number));
  const docsOf = async (): Promise<readonly number[]> => (await collection.essays.toArray()).map(({ doc }) => doc);
  const state = (): Promise<LedgerState> => readState(collection.meta);
  const damage = (): Promise<string | null> => damageOf(collection);

  beforeEach(async () => {
    collection = emptyCollection();
    await put(...essayRows([1, 2, 3].map(idOf)).map((after) => ({ after })));
  });

  describe('damage of a ledger', () => {
    const changeChunk = (change: (row: ChunkRow) => object): Promise<unknown> =>
      collection.ledger.toCollection().modify((row: ChunkRow) => void Object.assign(row, change(row)));

    it.each<[string, () => Promise<unknown>, string | null]>([
      ['none', async () => undefined, null],
      [
        'none of what is empty',
        async () => Promise.all([collection.essays.clear(), collection.ledger.clear(), collection.meta.clear()]),
        null,
      ],
      ['no state', () => collection.meta.delete(STATE_KEY), 'The ledger has no state.'],
      [
        'a state that cannot be read',
        () => collection.meta.put({ key: STATE_KEY, value: 7 }),
        'The state of the ledger cannot be read.',
      ],
      ['no chunk', () => collection.ledger.clear(), 'Chunk 0 of the ledger is damaged.'],
      [
        'a chunk that was changed',
        () => changeChunk(({ kinds }) => ({ kinds: kinds.map((kind) => kind + 1) })),
        'Chunk 0 of the ledger is damaged.',
      ],
      [
        'a chunk that is none of it',
        async () => collection.ledger.put({ ...((await collection.ledger.get(0)) as ChunkRow), chunk: 9 }),
        'A chunk is none of the ledger’s.',
      ],
      [
        'an essay with another’s number',
        async () => collection.essays.update(idOf(2), { doc: 0 }),
        `Essay ${idOf(2)} is not in its slot.`,
      ],
      [
        'an essay that has none',
        async () => collection.essays.put({ ...((await rowOf(1)) as EssayRow), id: idOf(9) }),
        `Essay ${idOf(9)} is not in its slot.`,
      ],
      ['an essay that is gone', () => collection.essays.delete(idOf(1)), '1 slots are of no essay.'],
      ['two that are gone', () => collection.essays.bulkDelete([idOf(1), idOf(3)]), '2 slots are of no essay.'],
      [
        'an essay that was thrown away past it',
        () => collection.essays.update(idOf(1), { trashedAt: '2026-01-01' }),
        'The ledger counts wrong.',
      ],
      [
        'a row without an id of an essay, which is none of it',
        async () => collection.essays.put({ ...((await rowOf(1)) as EssayRow), id: 'x' }),
        null,
      ],
    ])('%s', async (_, harm, words) => {
      await harm();
      expect(await damage()).toBe(words);
    });
  });

  describe('a ledger is made anew', () => {
    it('from the essays, with numbers that none had, and without an index', async () => {
      await collection.segments.put({ id: 1 } as unknown as SegmentRow);
      await collection.ledger.clear();
      const before = await state();
      await rebuildLedger(collection);
      expect([await damage(), await docsOf(), (await state()).version > before.version]).toEqual([
        null,
        [3, 4, 5],
        true,
      ]);
      expect(await collection.segments.count()).toBe(0);
      await rebuildLedger(collection);
      expect(await docsOf()).toEqual([6, 7, 8]);
    });

    it('where its state is lost, beyond all chunks and numbers that are known, with a version of the clock', async () => {
      await collection.meta.delete(STATE_KEY);
      await collection.essays.update(idOf(2), { doc: 2000 });
      const seconds = Date.now() / 1000;
      await rebuildLedger(collection);
      expect([await damage(), await docsOf()]).toEqual([null, [2001, 2002, 2003]]);
      expect(Math.abs((await state()).version - seconds)).toBeLessThan(1000);
      await collection.meta.delete(STATE_KEY);
      await collection.essays.toCollection().modify({ doc: -1 });
      await rebuildLedger(collection);
      expect(await docsOf()).toEqual([2048, 2049, 2050]);
    });

    it('from 0 where numbers come near their end', async () => {
      await collection.essays.update(idOf(2), { doc: MOST_DOCS - 1 });
      await rebuildLedger(collection);
      expect(await docsOf()).toEqual([MOST_DOCS, MOST_DOCS + 1, MOST_DOCS + 2]);
      await collection.essays.update(idOf(2), { doc: MOST_DOCS });
      await rebuildLedger(collection);
      expect([await docsOf(), await damage()]).toEqual([[0, 1, 2], null]);
    });

    it('where it is damaged alone, which is remembered as settled', async () => {
      const before = await state();
      await repairLedger(collection);
      expect(await state()).toEqual(before);
      await collection.ledger.clear();
      await repairLedger(collection);
      expect(await damage()).toBeNull();
      const { open, past } = expectValue(await listFindings(collection, 9));
      expect(open).toEqual([]);
      expect(past).toMatchObject([
        { table: 'ledger', reason: 'rebuilt', parts: ['Chunk 0 of the ledger is damaged.'], settled: true },
      ]);
    });
  });

  describe('numbers are given back', () => {
    const refreshed = async () => {
      const ledger = emptyLedger();
      await refreshLedger(collection, ledger);
      return ledger;
    };
    const die = async (...numbers: readonly number[]): Promise<void> => {
      for (const number of numbers) await put({ before: await rowOf(number) });
    };

    it('where more are dead than alive, and than may be spared', async () => {
      expect(await giveNumbersBack(collection, await refreshed(), 0)).toBe(false);
      await die(1);
      expect(await giveNumbersBack(collection, await refreshed(), 0)).toBe(false);
      await die(2);
      expect(await giveNumbersBack(collection, await refreshed(), 2)).toBe(false);
      expect(await giveNumbersBack(collection, await refreshed(), 1)).toBe(true);
      expect([await docsOf(), await damage()]).toEqual([[3], null]);
    });

    it('not by a page whose ledger is an older one', async () => {
      await die(1, 2);
      const ledger = await refreshed();
      await put(...essayRows([idOf(7)]).map((after) => ({ after })));
      expect(await giveNumbersBack(collection, ledger, 0)).toBe(true);
      expect(await docsOf()).toEqual([2, 3]);
    });

    it('all of them where they come near their end', async () => {
      const ledger = await refreshed();
      expect(await giveNumbersBack(collection, { ...ledger, base: MOST_DOCS - ledger.size - 1 }, 9)).toBe(false);
      expect(await docsOf()).toEqual([0, 1, 2]);
      expect(await giveNumbersBack(collection, { ...ledger, base: MOST_DOCS - ledger.size }, 9)).toBe(true);
      expect(await docsOf()).toEqual([3, 4, 5]);
    });
  });
});

describe('rows of the index are whole', () => {
  const firstKeys = Uint32Array.from([5, 9]);
  const file = { places: new Float64Array(7), sums: new Uint32Array(6) };
  const plain: SegmentRow = { id: 1, from: 3, to: 5, docs: 2, firstKeys, bytes: 9 };

  it.each<[string, unknown, boolean]>([
    ['without a file', plain, true],
    ['with a sum', { ...plain, sum: sumOfSegment(plain) }, true],
    ['with a file', { ...plain, file }, true],
    ['with a file and its sum', { ...plain, file, sum: sumOfSegment({ ...plain, file }) }, true],
    ['of no documents', { ...plain, from: 5, docs: 0 }, true],
    ['that end before they begin', { ...plain, from: 6 }, false],
    ['with another sum', { ...plain, sum: sumOfSegment(plain) + 1 }, false],
    [
      'with the sum of one without a file',
      { ...plain, file: { ...file, sums: file.sums.map(() => 1) }, sum: sumOfSegment(plain) },
      false,
    ],
    ['that are nothing', null, false],
    ['that are a text', 'x', false],
    ['with a number that is none', { ...plain, id: '1' }, false],
    ['with a number below none', { ...plain, bytes: -1 }, false],
    ['with half a number', { ...plain, docs: 0.5 }, false],
    ['with keys of another kind', { ...plain, firstKeys: [5, 9] }, false],
    ['with a file that is none', { ...plain, file: null }, false],
    ['with a file that is a text', { ...plain, file: 'x' }, false],
    ['with a file of other parts', { ...plain, file: { ...file, sums: new Uint32Array(5) } }, false],
    ['with a file of other places', { ...plain, file: { ...file, places: new Float64Array(6) } }, false],
    ['with sums of another kind', { ...plain, file: { ...file, sums: new Float64Array(6) } }, false],
    ['with places of another kind', { ...plain, file: { ...file, places: new Uint32Array(7) } }, false],
  ])('%s: %s', (_, row, isWhole) => {
    expect(isWholeSegment(row)).toBe(isWhole);
  });

  it.each<[string, object | undefined, boolean]>([
    ['without a sum', { bytes: Uint8Array.from([1]) }, true],
    ['with another sum', { bytes: Uint8Array.from([1]), sum: 1 }, false],
    ['without bytes', {}, false],
    ['that are none', undefined, false],
  ])('blocks %s: %s', (_, row, isWhole) => {
    expect(isWholeBlock(row as never)).toBe(isWhole);
  });
});
