import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { fileInto, settleTarget } from '../../../../lib/collection/actions/file-into.ts';
import {
  createShelf,
  deleteShelf,
  listShelves,
  moveShelf,
  putOnShelf,
  renameShelf,
  type ShelfTree,
  takeOffShelf,
} from '../../../../lib/collection/actions/shelves.ts';
import type { Collection } from '../../../../lib/collection/collection.ts';
import { putRows, rowTables } from '../../../../lib/collection/put-rows.ts';
import { emptyCollection, expectValue } from '../../../support/collections.ts';
import { essayRows } from '../../../support/essay-rows.ts';

const idOf = (number: number): string => number.toString(16).padStart(24, '0');

/** A collection with the shelves a, b within a, c within b, and d, and three essays. */
async function shelved(): Promise<Collection> {
  const collection = emptyCollection();
  await collection.shelves.bulkPut([
    { id: 'a', name: '甲', parent: '', order: 1 },
    { id: 'b', name: '乙', parent: 'a', order: 0 },
    { id: 'c', name: '丙', parent: 'b', order: 0 },
    { id: 'd', name: '丁', parent: '', order: 0 },
  ]);
  const rows = essayRows([0, 1, 2].map(idOf)).map((row, at) => ({
    ...row,
    shelves: [['b', 'd'], ['c'], []][at] ?? [],
  }));
  await collection.transaction('rw', rowTables(collection), () =>
    putRows(
      collection,
      rows.map((after) => ({ before: undefined, after })),
    ),
  );
  return collection;
}
const treeOf = (shelves: readonly ShelfTree[]): string =>
  shelves.map(({ name, shelves: own }) => name + (own.length > 0 ? `(${treeOf(own)})` : '')).join(' ');
const shown = async (collection: Collection): Promise<string> => treeOf(expectValue(await listShelves(collection)));
const placesOf = async (collection: Collection): Promise<string> =>
  (await collection.essays.toArray()).map(({ shelves }) => shelves.join(',')).join(' | ');

describe('shelves', () => {
  it('are a tree, and none is lost whose parent is', async () => {
    const collection = await shelved();
    expect(await shown(collection)).toBe('丁 甲(乙(丙))');
    await collection.shelves.bulkPut([
      { id: 'e', name: '戊', parent: 'gone', order: 5 },
      { id: 'f', name: '己', parent: 'e', order: 0 },
      { id: 'g', name: '庚', parent: 'h', order: 1 },
      { id: 'h', name: '辛', parent: 'g', order: 2 },
      { id: 'i', name: '壬', parent: 'gone', order: 4 },
    ]);
    expect(await shown(collection)).toBe('丁 甲(乙(丙)) 壬 戊(己) 庚(辛)');
    expect(expectValue(await listShelves(collection)).map(({ parent }) => parent)).toEqual(['', '', '', '', '']);
  });

  it('are made as the last of their parent, and taken back', async () => {
    const collection = await shelved();
    const top = expectValue(await createShelf(collection, ' 戊 '));
    const within = expectValue(await createShelf(collection, '己', 'a'));
    const alone = expectValue(await createShelf(collection, '庚', 'c'));
    expect([top.count, await shown(collection)]).toEqual([1, '丁 甲(乙(丙(庚)) 己) 戊']);
    expect((await collection.shelves.bulkGet([top.id, within.id, alone.id])).map((row) => row?.order)).toEqual([
      2, 1, 0,
    ]);
    expect([expectValue(await within.undo()), await shown(collection)]).toEqual([1, '丁 甲(乙(丙(庚))) 戊']);
  });

  it('get another name, which goes back where it is still there', async () => {
    const collection = await shelved();
    const done = expectValue(await renameShelf(collection, 'b', ' 戊 '));
    expect([done.count, await shown(collection)]).toEqual([1, '丁 甲(戊(丙))']);
    expect([expectValue(await done.undo()), await shown(collection)]).toEqual([1, '丁 甲(乙(丙))']);
    for (const [id, name] of [
      ['b', ' '],
      ['none', '戊'],
    ] as const)
      expect(expectValue(await renameShelf(collection, id, name)).count).toBe(0);
  });

  it.each([
    ['d', 'a', 0, '甲(丁 乙(丙))', 2],
    ['d', 'a', 1, '甲(乙(丙) 丁)', 2],
    ['c', '', 0, '丙 丁 甲(乙)', 3],
    ['c', '', 1, '丁 丙 甲(乙)', 3],
    ['a', '', 0, '甲(乙(丙)) 丁', 2],
    ['b', 'd', 0, '丁(乙(丙)) 甲', 1],
    ['a', 'a', 0, '丁 甲(乙(丙))', 0],
    ['a', 'c', 0, '丁 甲(乙(丙))', 0],
    ['none', '', 0, '丁 甲(乙(丙))', 0],
  ])('%s is moved into "%s" at the place %i', async (id, parent, place, tree, count) => {
    const collection = await shelved();
    const done = expectValue(await moveShelf(collection, id, parent, place));
    expect([done.count, await shown(collection)]).toEqual([count, tree]);
    await done.undo();
    expect(await shown(collection)).toBe('丁 甲(乙(丙))');
  });

  it('are deleted with those within, and the essays stay', async () => {
    const collection = await shelved();
    const done = expectValue(await deleteShelf(collection, 'a'));
    expect([done.count, await shown(collection), await placesOf(collection)]).toEqual([3, '丁', 'd |  | ']);
    expect(expectValue(await done.undo())).toBe(3);
    expect([await shown(collection), await placesOf(collection)]).toEqual(['丁 甲(乙(丙))', 'b,d | c | ']);
    expect(expectValue(await deleteShelf(collection, 'none')).count).toBe(0);
  });
});

describe('essays', () => {
  it('are put on a shelf once, and taken off', async () => {
    const collection = await shelved();
    const put = expectValue(await putOnShelf(collection, [idOf(0), idOf(2)], 'b'));
    expect([put.count, await placesOf(collection)]).toEqual([1, 'b,d | c | b']);
    expect([expectValue(await put.undo()), await placesOf(collection)]).toEqual([1, 'b,d | c | ']);
    const taken = expectValue(await takeOffShelf(collection, [idOf(0), idOf(1)], 'b'));
    expect([taken.count, await placesOf(collection)]).toEqual([1, 'd | c | ']);
    await collection.shelves.delete('b');
    expect([expectValue(await taken.undo()), await placesOf(collection)]).toEqual([0, 'd | c | ']);
    await collection.shelves.put({ id: 'b', name: '乙', parent: 'a', order: 0 });
    expect([expectValue(await taken.undo()), await placesOf(collection)]).toEqual([1, 'b,d | c | ']);
  });

  it('that come in go where they are to', async () => {
    const collection = await shelved();
    expect(await settleTarget(collection, { shelf: 'b', made: ' ', tags: ['t'] })).toEqual({
      ok: true,
      value: { shelf: 'b', tags: ['t'] },
    });
    const made = expectValue(await settleTarget(collection, { shelf: 'b', made: '戊', tags: [] }));
    expect([await shown(collection), (await collection.shelves.get(made.shelf))?.name]).toEqual([
      '丁 甲(乙(丙)) 戊',
      '戊',
    ]);
    expect(await fileInto(collection, [idOf(2)], { shelf: made.shelf, tags: ['水利'] })).toBe(true);
    const row = await collection.essays.get(idOf(2));
    expect([row?.shelves, row?.tags.length, (await collection.tags.toArray())[0]?.name]).toEqual([
      [made.shelf],
      1,
      '水利',
    ]);
    expect(await fileInto(collection, [idOf(1)], { shelf: 'gone', tags: [] })).toBe(true);
    expect(await fileInto(collection, [], { shelf: 'd', tags: ['水利'] })).toBe(true);
    expect((await collection.essays.get(idOf(1)))?.shelves).toEqual(['c']);
  });
});
