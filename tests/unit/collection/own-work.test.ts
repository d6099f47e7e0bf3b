import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import {
  addHighlight,
  changeHighlight,
  listHighlights,
  removeHighlight,
} from '../../../lib/collection/actions/highlights.ts';
import { listSearches, removeSearch, saveSearch } from '../../../lib/collection/actions/saved-searches.ts';
import {
  createShelf,
  deleteShelf,
  listShelves,
  moveShelf,
  putOnShelf,
  renameShelf,
  type ShelfTree,
  takeOffShelf,
} from '../../../lib/collection/actions/shelves.ts';
import { emptyTrash, moveToTrash } from '../../../lib/collection/actions/trash.ts';
import type { Collection } from '../../../lib/collection/collection.ts';
import { getEssay } from '../../../lib/collection/get-essay.ts';
import { keepEssay } from '../../../lib/collection/keep/keep-essay.ts';
import { emptyCollection, expectValue } from '../../support/collections.ts';
import { numberedKeeping } from '../../support/keepings.ts';

const keepOne = async (collection: Collection, n = 1) =>
  expectValue(await keepEssay(collection, numberedKeeping(n))).id;
const shelvesOf = async (collection: Collection, id: string) => expectValue(await getEssay(collection, id))?.shelves;

/** The tree as text: `甲(乙(丙) 丁)`. */
const drawn = (shelves: readonly ShelfTree[]): string =>
  shelves.map(({ name, shelves: inner }) => (inner.length === 0 ? name : `${name}(${drawn(inner)})`)).join(' ');
const tree = async (collection: Collection) => drawn(expectValue(await listShelves(collection)));

/** 甲 (乙 (丙)) 丁, by name. */
async function withShelves(collection: Collection): Promise<Record<string, string>> {
  const a = expectValue(await createShelf(collection, '甲')).id;
  const b = expectValue(await createShelf(collection, '乙', a)).id;
  const c = expectValue(await createShelf(collection, '丙', b)).id;
  const d = expectValue(await createShelf(collection, ' 丁 ')).id;
  return { a, b, c, d };
}

describe('shelves', () => {
  it('stand in each other, in order', async () => {
    const collection = emptyCollection();
    const { a = '', b = '', d = '' } = await withShelves(collection);
    expect(await tree(collection)).toBe('甲(乙(丙)) 丁');
    const moved = expectValue(await moveShelf(collection, d, '', 0));
    expect(await tree(collection)).toBe('丁 甲(乙(丙))');
    expectValue(await moved.undo());
    expect(await tree(collection)).toBe('甲(乙(丙)) 丁');
    expectValue(await moveShelf(collection, b, d, 0));
    expect(await tree(collection)).toBe('甲 丁(乙(丙))');
    expectValue(await renameShelf(collection, a, '党史'));
    expect(await tree(collection)).toBe('党史 丁(乙(丙))');
  });

  it('never stand in themselves', async () => {
    const collection = emptyCollection();
    const { a = '', c = '' } = await withShelves(collection);
    expect(expectValue(await moveShelf(collection, a, c, 0)).count).toBe(0);
    expect(expectValue(await moveShelf(collection, a, a, 0)).count).toBe(0);
    expect(await tree(collection)).toBe('甲(乙(丙)) 丁');
  });

  it('are shown even where their parents are lost or go in a circle', async () => {
    const collection = emptyCollection();
    const { a = '', b = '' } = await withShelves(collection);
    await collection.shelves.update(a, { parent: b });
    expect(await tree(collection)).toContain('丙');
    await collection.shelves.delete(a);
    expect(await tree(collection)).toBe('丁 乙(丙)');
  });

  it('in a circle are moved and deleted all the same', async () => {
    const collection = emptyCollection();
    const { a = '', b = '', c = '', d = '' } = await withShelves(collection);
    await collection.shelves.update(a, { parent: b });
    expect(expectValue(await moveShelf(collection, d, c, 0)).count).toBeGreaterThan(0);
    expect(expectValue(await deleteShelf(collection, d)).count).toBe(1);
    // The circle and what stands in it go together: each of them stands in the other.
    expect(expectValue(await deleteShelf(collection, a)).count).toBe(3);
    expect(await tree(collection)).toBe('');
  });

  it('hold essays, and when deleted leave them in the collection', async () => {
    const collection = emptyCollection();
    const { b = '', c = '', d = '' } = await withShelves(collection);
    const id = await keepOne(collection);
    for (const shelf of [c, d]) expectValue(await putOnShelf(collection, [id], shelf));
    expect(expectValue(await putOnShelf(collection, [id], d)).count).toBe(0);
    const gone = expectValue(await deleteShelf(collection, b));
    expect(gone.count).toBe(2);
    expect([await tree(collection), await shelvesOf(collection, id)]).toEqual(['甲 丁', [d]]);
    expectValue(await gone.undo());
    expect([await tree(collection), await shelvesOf(collection, id)]).toEqual(['甲(乙(丙)) 丁', [c, d]]);
    expectValue(await takeOffShelf(collection, [id], c));
    expect(await shelvesOf(collection, id)).toEqual([d]);
  });
});

describe('highlights', () => {
  const at = (essayId: string, start: number, exact: string) => ({
    essayId,
    colour: 'yellow' as const,
    note: '',
    quote: { exact, prefix: '', suffix: '' },
    position: { start, end: start + exact.length },
  });

  it('are listed in the order of the text, changed, removed and taken back', async () => {
    const collection = emptyCollection();
    const id = await keepOne(collection);
    const late = expectValue(await addHighlight(collection, at(id, 40, '群众')));
    expectValue(await addHighlight(collection, at(id, 7, '传统')));
    const listed = async () =>
      expectValue(await listHighlights(collection, id)).map((one) => one.quote.exact + one.note);
    expect(await listed()).toEqual(['传统', '群众']);
    expectValue(await changeHighlight(collection, late.id, { colour: 'blue', note: '！' }));
    expect(await listed()).toEqual(['传统', '群众！']);
    const removed = expectValue(await removeHighlight(collection, late.id));
    expect(await listed()).toEqual(['传统']);
    expectValue(await removed.undo());
    expect(await listed()).toEqual(['传统', '群众！']);
    expect(expectValue(await removeHighlight(collection, 'none')).count).toBe(0);
  });

  it('go for good with their essay', async () => {
    const collection = emptyCollection();
    const [id, other] = [await keepOne(collection, 1), await keepOne(collection, 2)];
    for (const essay of [id, other]) expectValue(await addHighlight(collection, at(essay, 1, '文')));
    expectValue(await moveToTrash(collection, [id]));
    expect(expectValue(await emptyTrash(collection))).toBe(1);
    expect((await collection.highlights.toArray()).map(({ essayId }) => essayId)).toEqual([other]);
  });
});

it('saves searches and removes them', async () => {
  const collection = emptyCollection();
  const saved = expectValue(await saveSearch(collection, ' 党史 2005 ', 'q=党史&years=2005-2005'));
  expect(expectValue(await listSearches(collection))).toMatchObject([
    { name: '党史 2005', query: 'q=党史&years=2005-2005' },
  ]);
  const removed = expectValue(await removeSearch(collection, saved.id));
  expect(expectValue(await listSearches(collection))).toEqual([]);
  expectValue(await removed.undo());
  expect(expectValue(await listSearches(collection))).toHaveLength(1);
});
