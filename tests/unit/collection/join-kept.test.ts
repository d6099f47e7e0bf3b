import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { emptyTrash, moveToTrash } from '../../../lib/collection/actions/trash.ts';
import { type Collection, openCollection } from '../../../lib/collection/collection.ts';
import { isAnyWaiting, joinKept } from '../../../lib/collection/duplicates/join-kept.ts';
import { fingerprintOf } from '../../../lib/collection/duplicates/minhash.ts';
import { keepEssay, keepSoon } from '../../../lib/collection/keep/keep-essay.ts';
import type { Keeping } from '../../../lib/collection/keep/keep-request.ts';
import { emptyCollection, expectValue } from '../../support/collections.ts';
import { numberedKeeping } from '../../support/keepings.ts';

/** A text of its own for each number, long enough to have a fingerprint. */
const textOf = (seed: number): string =>
  Array.from({ length: 600 }, (_, at) =>
    String.fromCharCode(0x4e00 + ((Math.imul(at * 7919 + seed * 104729 + 1, 0x9e3779b1) >>> 0) % 3000)),
  ).join('');

/** Essays of these numbers, with the texts of those numbers. */
const keepingsOf = (texts: readonly number[]): readonly Keeping[] =>
  texts.map((text, at) => numberedKeeping(at + 1, { text: textOf(text) }));

async function joinAll(collection: Collection): Promise<void> {
  while (await joinKept(collection));
}

/** Which essays are together, each by its number among the kept, the main one first. */
async function together(collection: Collection, ids: readonly string[]): Promise<readonly string[]> {
  const rows = await collection.essays.bulkGet([...ids]);
  const groups = await Promise.all(
    (await collection.clusters.toArray()).map(async ({ id, mainId }) => {
      const members = rows.flatMap((row, at) => (row?.cluster === id ? [at] : []));
      return `${ids.indexOf(mainId)}: ${members.join()}`;
    }),
  );
  return groups.toSorted();
}

describe('near-duplicates of essays that are kept one by one', () => {
  it('are found after the keep was told, as if they had been looked for in it', async () => {
    const keepings = keepingsOf([1, 2, 1, 3, 2, 1, 4]);
    const [soon, atOnce] = [emptyCollection(), emptyCollection()];
    const ids: string[] = [];
    for (const keeping of keepings) {
      ids.push(expectValue(await keepSoon(soon, keeping)).id);
      expectValue(await keepEssay(atOnce, keeping));
    }
    expect(await together(soon, ids)).toEqual([]);
    await joinAll(soon);
    expect(await together(soon, ids)).toEqual(['0: 0,2,5', '1: 1,4']);
    expect(await together(atOnce, ids)).toEqual(['0: 0,2,5', '1: 1,4']);
    expect(await isAnyWaiting(soon)).toBe(false);
  });

  it.each([1, 2, 3, 4, 5])('are the same whenever they are looked for, in order %i', async (seed) => {
    const dice = (sides: number, at: number): number =>
      (Math.imul(seed * 7919 + at * 104729, 0x9e3779b1) >>> 8) % sides;
    const keepings = keepingsOf(Array.from({ length: 24 }, (_, at) => dice(9, at)));
    const [soon, atOnce] = [emptyCollection(), emptyCollection()];
    const ids: string[] = [];
    for (const [at, keeping] of keepings.entries()) {
      ids.push(expectValue(await keepSoon(soon, keeping)).id);
      expectValue(await keepEssay(atOnce, keeping));
      if (dice(4, at + 100) === 0) await joinKept(soon);
    }
    await joinAll(soon);
    expect(await together(soon, ids)).toEqual(await together(atOnce, ids));
  });

  it('are looked for by whoever comes after a stop', async () => {
    const before = emptyCollection();
    const ids: string[] = [];
    for (const keeping of keepingsOf([1, 1])) ids.push(expectValue(await keepSoon(before, keeping)).id);
    before.close();
    const after = openCollection(before.name);
    expect(await isAnyWaiting(after)).toBe(true);
    await joinAll(after);
    expect(await together(after, ids)).toEqual(['0: 0,1']);
  });

  it('are looked for in steps, of which a stop leaves those that did not come', async () => {
    const before = emptyCollection();
    const ids: string[] = [];
    const texts = [...Array.from({ length: 18 }, (_, at) => at), 0, 17];
    for (const keeping of keepingsOf(texts)) ids.push(expectValue(await keepSoon(before, keeping)).id);
    expect(await joinKept(before)).toBe(true);
    expect(await isAnyWaiting(before)).toBe(true);
    expect(await before.fingerprints.bulkGet([...ids])).toEqual(
      ids.map((_, at) => (at < 16 ? expect.anything() : undefined)),
    );
    before.close();
    const after = openCollection(before.name);
    expect(await joinKept(after)).toBe(false);
    expect(await isAnyWaiting(after)).toBe(false);
    expect(await together(after, ids)).toEqual(['0: 0,18', '17: 17,19']);
  });

  it('leave alone what was deleted meanwhile, and find an essay that a batch was joined with', async () => {
    const collection = emptyCollection();
    const [one, other, third] = keepingsOf([1, 1, 1]);
    if (!one || !other || !third) throw new Error('There are three.');
    const first = expectValue(await keepSoon(collection, one)).id;
    const second = expectValue(await keepSoon(collection, other)).id;
    expectValue(await moveToTrash(collection, [first]));
    expectValue(await emptyTrash(collection));
    await joinAll(collection);
    expect(await together(collection, [first, second])).toEqual([]);
    const last = expectValue(await keepEssay(collection, third)).id;
    expect(await together(collection, [second, last])).toEqual(['0: 0,1']);
  });

  it('are made fingerprints for only then, also of an essay that is kept again with another text', async () => {
    const collection = emptyCollection();
    const prints = async (): Promise<readonly unknown[]> =>
      (await collection.fingerprints.toArray()).map(({ essayId: _, ...print }) => print);
    const { id } = expectValue(await keepSoon(collection, numberedKeeping(1, { text: textOf(1) })));
    expect(await prints()).toEqual([]);
    await joinAll(collection);
    expect(await prints()).toEqual([await fingerprintOf(textOf(1))]);
    expectValue(await keepSoon(collection, numberedKeeping(1, { text: textOf(2) })));
    expect(await prints()).toEqual([await fingerprintOf(textOf(1))]);
    // While its fingerprint is made it is kept once more.
    const [, again] = await Promise.all([
      joinKept(collection),
      keepSoon(collection, numberedKeeping(1, { text: textOf(3) })),
    ]);
    expect(expectValue(again)).toMatchObject({ id, change: 'recaptured' });
    await joinAll(collection);
    expect(await prints()).toEqual([await fingerprintOf(textOf(3))]);
    expectValue(await keepSoon(collection, numberedKeeping(1, { text: '短文。' })));
    await joinAll(collection);
    expect(await prints()).toEqual([]);
  });

  it('do not stop at an essay that is damaged, or at a list of those that wait that is none', async () => {
    const collection = emptyCollection();
    const ids: string[] = [];
    for (const keeping of keepingsOf([1, 1, 1])) ids.push(expectValue(await keepSoon(collection, keeping)).id);
    const { captureId = '' } = (await collection.essays.get(ids[0] ?? '')) ?? {};
    await collection.bodies.put({ captureId, essayId: ids[0] ?? '', text: null } as never);
    await collection.fingerprints.put({ essayId: ids[1] ?? '', bands: [], minhash: 'broken' } as never);
    await joinAll(collection);
    expect(await together(collection, ids)).toEqual(['1: 1,2']);
    await collection.meta.put({ key: 'to-join', value: { not: 'a list' } });
    expect(await joinKept(collection)).toBe(false);
  });
});
