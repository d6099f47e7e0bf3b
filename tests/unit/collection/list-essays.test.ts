import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import { moveToTrash } from '../../../lib/collection/actions/trash.ts';
import { type Collection, openCollection } from '../../../lib/collection/collection.ts';
import { keepEssay } from '../../../lib/collection/keep/keep-essay.ts';
import {
  countEssays,
  type ListRequest,
  listEssays,
  listTrash,
  type PageKey,
} from '../../../lib/collection/list-essays.ts';
import type { EssayRow } from '../../../lib/collection/rows.ts';
import { emptyCollection, expectValue } from '../../support/collections.ts';
import { numberedKeeping } from '../../support/keepings.ts';

async function collectionOf(numbers: readonly number[], facts = {}): Promise<Collection> {
  const collection = emptyCollection();
  for (const n of numbers) await keepEssay(collection, numberedKeeping(n, facts));
  return collection;
}

const titles = (rows: readonly EssayRow[]) => rows.map(({ title }) => title);

async function everyPage(collection: Collection, request: ListRequest): Promise<string[][]> {
  const pages: string[][] = [];
  let before: PageKey | null = null;
  do {
    const page: { rows: readonly EssayRow[]; next: PageKey | null } = expectValue(
      await listEssays(collection, { ...request, before }),
    );
    pages.push(titles(page.rows));
    before = page.next;
  } while (before !== null);
  return pages;
}

describe('the list of essays', () => {
  it('is newest first, whatever the order of keeping', async () => {
    const collection = await collectionOf([2, 3, 1]);
    const page = expectValue(await listEssays(collection, { limit: 10 }));
    expect(titles(page.rows)).toEqual(['第3篇', '第2篇', '第1篇']);
    expect(page).toMatchObject({ next: null, unreadable: 0 });
  });

  it('comes in pages that leave out and repeat nothing, the last one full or not', async () => {
    const collection = await collectionOf([1, 2, 3, 4]);
    expect(await everyPage(collection, { limit: 3 })).toEqual([['第4篇', '第3篇', '第2篇'], ['第1篇']]);
    expect(await everyPage(collection, { limit: 2 })).toEqual([
      ['第4篇', '第3篇'],
      ['第2篇', '第1篇'],
    ]);
  });

  it('parts essays kept in the same millisecond by their ids', async () => {
    const collection = await collectionOf([1, 2, 3]);
    await collection.essays.toCollection().modify({ keptAt: '2026-03-01T00:00:00.000Z' });
    expect((await everyPage(collection, { limit: 1 })).flat().toSorted()).toEqual(['第1篇', '第2篇', '第3篇']);
  });

  it('goes on where it was when essays are kept meanwhile', async () => {
    const collection = await collectionOf([1, 2]);
    const first = expectValue(await listEssays(collection, { limit: 1 }));
    await keepEssay(collection, numberedKeeping(3));
    const second = expectValue(await listEssays(collection, { limit: 1, before: first.next }));
    expect(titles(second.rows)).toEqual(['第1篇']);
  });

  it('reads no bodies and no originals', async () => {
    const { name } = await collectionOf([1]);
    const opened = vi.spyOn(IDBDatabase.prototype, 'transaction');
    // Dexie takes hold of the function when it opens the database.
    const collection = openCollection(name);
    await collection.open();
    opened.mockClear();
    await listEssays(collection, { limit: 10 });
    await countEssays(collection);
    const tables = opened.mock.calls.flatMap(([names]) => [...names]);
    opened.mockRestore();
    expect(new Set(tables)).toEqual(new Set(['essays', 'meta']));
  });

  it('leaves the trash out, and does not count it', async () => {
    const collection = await collectionOf([1, 2, 3]);
    const [row] = expectValue(await listEssays(collection, { limit: 1 })).rows;
    await moveToTrash(collection, [row?.id ?? '']);
    expect(await everyPage(collection, { limit: 5 })).toEqual([['第2篇', '第1篇']]);
    expect(titles(expectValue(await listTrash(collection, { limit: 5 })).rows)).toEqual(['第3篇']);
    expect(expectValue(await countEssays(collection))).toBe(2);
  });

  it('shows of a damaged row what can be read', async () => {
    const collection = await collectionOf([1, 2, 3]);
    const [, damaged] = expectValue(await listEssays(collection, { limit: 3 })).rows;
    await collection.essays.update(damaged?.id ?? '', { authors: 'not a list' as never, title: undefined as never });
    const page = expectValue(await listEssays(collection, { limit: 3 }));
    expect(titles(page.rows)).toEqual(['第3篇', '', '第1篇']);
    expect(page).toMatchObject({ unreadable: 0, next: null });
  });
});
