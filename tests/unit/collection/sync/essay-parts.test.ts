import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Collection } from '../../../../lib/collection/collection.ts';
import { deleteEssayParts, partsOfEssay } from '../../../../lib/collection/sync/essay-parts.ts';
import { emptyCollection } from '../../../support/collections.ts';
import { essayIdOf, partOf } from '../../../support/sync/syncing-collection.ts';
import { wholeRows } from '../../../support/whole-rows.ts';

const names = ['captures', 'bodies', 'originals', 'images', 'highlights', 'sent'] as const;
const held: { collection: Collection } = { collection: emptyCollection() };
beforeEach(async () => {
  held.collection = emptyCollection();
  for (const n of [1, 2, 3]) {
    const put = (name: string, row: object): PromiseLike<unknown> => held.collection.table(name).put(row);
    for (const name of ['captures', 'bodies', 'originals', 'images'] as const) await put(name, partOf(name, n));
    for (const name of ['highlights', 'sent'] as const)
      await put(name, { ...wholeRows[name], id: `${name} ${n}`, essayId: essayIdOf(n) });
  }
});
afterEach(() => held.collection.close());
/** How many rows of each table are left. */
const counts = (): Promise<readonly number[]> =>
  Promise.all(names.map(async (name) => held.collection.table(name).count()));

it('what belongs to an essay is of that alone, as the log names it', async () => {
  expect(await partsOfEssay(held.collection, essayIdOf(2))).toEqual([
    { table: 'captures', key: 'c2' },
    { table: 'bodies', key: 'c2' },
    { table: 'originals', key: 'c2' },
    { table: 'images', key: `${essayIdOf(2)} http://dx.example/1.gif` },
    { table: 'highlights', key: 'highlights 2' },
  ]);
  expect(await partsOfEssay(held.collection, essayIdOf(4))).toEqual([]);
});

it('what belongs to essays goes with them, and with no other', async () => {
  await deleteEssayParts(held.collection, []);
  expect(await counts()).toEqual([3, 3, 3, 3, 3, 3]);
  await deleteEssayParts(held.collection, [essayIdOf(2)]);
  expect(await counts()).toEqual([2, 2, 2, 2, 2, 2]);
  expect(await partsOfEssay(held.collection, essayIdOf(2))).toEqual([]);
  await deleteEssayParts(held.collection, [essayIdOf(3), essayIdOf(1)]);
  expect(await counts()).toEqual([0, 0, 0, 0, 0, 0]);
});
