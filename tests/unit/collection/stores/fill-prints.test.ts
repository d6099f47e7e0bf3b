import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Collection } from '../../../../lib/collection/collection.ts';
import { clusterOf, setApart } from '../../../../lib/collection/duplicates/clusters.ts';
import {
  areFingerprintsFilled,
  fillFingerprints,
  refillFingerprints,
} from '../../../../lib/collection/duplicates/fill-fingerprints.ts';
import { fingerprintOf } from '../../../../lib/collection/duplicates/minhash.ts';
import { putRows } from '../../../../lib/collection/put-rows.ts';
import type { EssayRow } from '../../../../lib/collection/rows.ts';
import { writingRows } from '../../../../lib/collection/write-rows.ts';
import { emptyCollection, expectValue } from '../../../support/collections.ts';
import { essayRows } from '../../../support/essay-rows.ts';
import { wholeRows } from '../../../support/whole-rows.ts';

const held: { collection: Collection } = { collection: emptyCollection() };
beforeEach(() => {
  held.collection = emptyCollection();
});
afterEach(() => {
  vi.restoreAllMocks();
  held.collection.close();
});

const idOf = (n: number): string => n.toString(16).padStart(24, '0');
const momentOf = (n: number): string => `2026-01-${String(n + 1).padStart(2, '0')}T00:00:00.000Z`;
/** A text of its own for each number, long enough to have a fingerprint. */
const textOf = (n: number): string =>
  Array.from({ length: 120 }, (_, at) => String.fromCharCode(0x4e00 + n * 130 + at)).join('');
const write = (changes: Parameters<typeof putRows>[1]): PromiseLike<void> =>
  writingRows(held.collection, [], async () => putRows(held.collection, changes));

/** So many essays with their texts, kept one a day; what is said of each stands in its row. */
async function keep(
  count: number,
  factsOf: (n: number) => Partial<EssayRow> = () => ({}),
): Promise<readonly EssayRow[]> {
  const rows = essayRows(Array.from({ length: count }, (_, n) => idOf(n))).map((row, n) => ({
    ...row,
    keptAt: momentOf(n),
    captureId: `c${n}`,
    ...factsOf(n),
  }));
  await write(rows.map((after) => ({ before: undefined, after })));
  const bodies = rows.map(({ id }, n) => ({ ...wholeRows.bodies, captureId: `c${n}`, essayId: id, text: textOf(n) }));
  await held.collection.bodies.bulkPut(bodies as never);
  return held.collection.essays.toArray();
}
const printed = async (): Promise<readonly number[]> =>
  (await held.collection.fingerprints.toCollection().primaryKeys()).map((id) => Number.parseInt(id, 16));
const through = async (): Promise<unknown> => (await held.collection.meta.get('fingerprints-filled'))?.value;
const numbers = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, at) => from + at);

describe('essays without fingerprints', () => {
  it('get them sixteen in a step, which tells how far it came', async () => {
    await keep(20);
    const { collection } = held;
    const own = [2, 19].map((n) => ({ essayId: idOf(n), bands: ['own'], minhash: [n] }));
    await collection.fingerprints.bulkPut(own);
    expect(await fillFingerprints(collection)).toBe(true);
    expect([await printed(), await through()]).toEqual([
      [...numbers(0, 17), 19],
      ['', momentOf(16), idOf(16)],
    ]);
    expect(await fillFingerprints(collection)).toBe(true);
    expect([await printed(), await through()]).toEqual([numbers(0, 20), ['', momentOf(19), idOf(19)]]);
    expect(await areFingerprintsFilled(collection)).toBe(false);
    expect([await fillFingerprints(collection), await through(), await areFingerprintsFilled(collection)]).toEqual([
      false,
      'all',
      true,
    ]);
    expect(await collection.fingerprints.bulkGet(own.map(({ essayId }) => essayId))).toEqual(own);
    expect(await collection.fingerprints.get(idOf(5))).toEqual({
      essayId: idOf(5),
      ...(await fingerprintOf(textOf(5))),
    });
    const read = vi.spyOn(collection.essays, 'where');
    expect([await fillFingerprints(collection), read.mock.calls.length]).toEqual([false, 0]);
    await refillFingerprints(collection);
    expect(await through()).toBeUndefined();
  });

  it('stand for those that were kept after them, whichever was looked at first', async () => {
    const rows = await keep(3);
    const { bodies, fingerprints, clusters } = held.collection;
    for (const n of [1, 2]) await bodies.update(`c${n}`, { text: textOf(0) });
    const print = await fingerprintOf(textOf(0));
    await fingerprints.bulkPut([1, 2].map((n) => ({ essayId: idOf(n), bands: [], minhash: [], ...print })));
    await fillFingerprints(held.collection);
    const [cluster] = await clusters.toArray();
    expect(cluster?.mainId).toBe(idOf(0));
    expect(
      (await held.collection.essays.bulkGet(rows.map(({ id }) => id))).map((row) => row?.cluster === cluster?.id),
    ).toEqual([true, true, false]);
  });

  it('get none where they were deleted, kept again or looked at meanwhile', async () => {
    const rows = await keep(5);
    const { collection } = held;
    const { bulkGet } = collection.bodies;
    vi.spyOn(collection.bodies, 'bulkGet').mockImplementationOnce((async (keys: string[]) => {
      const found = await bulkGet.call(collection.bodies, keys);
      const [first, second] = rows;
      if (first === undefined || second === undefined) throw new Error('There are five.');
      await write([
        { before: first, after: undefined },
        { before: second, after: { ...second, captureId: 'c9' } },
      ]);
      await collection.fingerprints.put({ essayId: idOf(2), bands: ['own'], minhash: [] });
      return found;
    }) as never);
    await fillFingerprints(collection);
    expect(await printed()).toEqual([2, 3, 4]);
    expect((await collection.fingerprints.get(idOf(2)))?.bands).toEqual(['own']);
  });

  it('get none where their texts are short, lost or damaged, or their rows are', async () => {
    await keep(5);
    const { bodies, fingerprints } = held.collection;
    await bodies.update('c0', { text: '短文' });
    await bodies.delete('c1');
    await bodies.update('c2', { text: null } as never);
    const row = await held.collection.table('essays').get(idOf(3));
    delete row.captureId;
    await held.collection.table('essays').put(row);
    expect(await fillFingerprints(held.collection)).toBe(true);
    expect(await printed()).toEqual([4]);
    expect(await fingerprints.count()).toBe(1);
  });
});

describe('a cluster', () => {
  it('shows its main essay, then the others by when they were kept', async () => {
    const moments = [3, 1, 4, 2];
    await keep(4, (n) => ({ cluster: 'k', keptAt: momentOf(moments[n] ?? 0) }));
    await held.collection.clusters.put({ id: 'k', mainId: idOf(3) });
    const shown = async () =>
      expectValue(await clusterOf(held.collection, idOf(0)))?.essays.map(({ id }) => Number.parseInt(id, 16));
    expect(await shown()).toEqual([3, 1, 0, 2]);
    await held.collection.clusters.update('k', { mainId: 'gone' });
    expect(await shown()).toEqual([1, 3, 0, 2]);
  });

  it('that one is set apart from is dissolved and comes back whole; of one that is deleted by then nothing does', async () => {
    const rows = await keep(2, () => ({ cluster: 'k' }));
    const { clusters, apart, essays } = held.collection;
    await clusters.put({ id: 'k', mainId: idOf(1) });
    const first = expectValue(await setApart(held.collection, idOf(0)));
    expect([first.count, await clusters.count(), await apart.count()]).toEqual([1, 0, 1]);
    expect(expectValue(await first.undo())).toBe(1);
    expect([await clusters.toArray(), await apart.count()]).toEqual([[{ id: 'k', mainId: idOf(1) }], 0]);
    expect((await essays.toArray()).map(({ cluster }) => cluster)).toEqual(['k', 'k']);
    const second = expectValue(await setApart(held.collection, idOf(0)));
    await write(rows.map((before) => ({ before, after: undefined })));
    expect(expectValue(await second.undo())).toBe(0);
  });
});
