import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { removeSearch, renameSearch, saveSearch } from '../../../../lib/collection/actions/saved-searches.ts';
import { deleteTag, listTags, mergeTags, renameTag, tagEssays } from '../../../../lib/collection/actions/tags.ts';
import type { Collection } from '../../../../lib/collection/collection.ts';
import { pairOf } from '../../../../lib/collection/duplicates/cluster-for.ts';
import { clusterOf, listCluster, setApart, setMain } from '../../../../lib/collection/duplicates/clusters.ts';
import { putRows, rowTables } from '../../../../lib/collection/put-rows.ts';
import type { EssayRow } from '../../../../lib/collection/rows.ts';
import { emptyCollection, expectValue } from '../../../support/collections.ts';
import { essayRows } from '../../../support/essay-rows.ts';

const idOf = (number: number): string => number.toString(16).padStart(24, '0');

/** A collection of so many essays, the first kept last. */
async function collectionOf(...facts: readonly Partial<EssayRow>[]): Promise<Collection> {
  const collection = emptyCollection();
  const rows = essayRows(facts.map((_, at) => idOf(at))).map((row, at) => ({ ...row, ...facts[at] }));
  await collection.transaction('rw', rowTables(collection), () =>
    putRows(
      collection,
      rows.map((after) => ({ before: undefined, after })),
    ),
  );
  return collection;
}

describe('tags', () => {
  /** The names of tags, and those of each essay. */
  async function shown(collection: Collection): Promise<string> {
    const tags = expectValue(await listTags(collection));
    const nameOf = (id: string): string => tags.find((tag) => tag.id === id)?.name ?? '?';
    const essays = await collection.essays.toArray();
    return [tags.map(({ name }) => name).join(','), ...essays.map((row) => row.tags.map(nameOf).join(','))].join(' | ');
  }
  const idOfTag = async (collection: Collection, name: string): Promise<string> =>
    (await collection.tags.where('folded').equals(name).first())?.id ?? '';
  const tagged = async (): Promise<Collection> => {
    const collection = await collectionOf({}, {}, {});
    expect(expectValue(await tagEssays(collection, [idOf(0), idOf(1)], { add: ['甲', '乙'] })).count).toBe(2);
    return collection;
  };

  it('are put on and taken off, and go back', async () => {
    const collection = await tagged();
    expect(await shown(collection)).toBe('乙,甲 | 甲,乙 | 甲,乙 | ');
    const first = await idOfTag(collection, '甲');
    const done = expectValue(await tagEssays(collection, [idOf(1), idOf(2)], { add: ['丙', '乙'], remove: [first] }));
    expect([done.count, await shown(collection)]).toEqual([2, '丙,乙,甲 | 甲,乙 | 乙,丙 | 乙,丙']);
    expect(expectValue(await done.undo())).toBe(2);
    expect(await shown(collection)).toBe('乙,甲 | 甲,乙 | 甲,乙 | ');
  });

  it('that were deleted meanwhile come back with the essays that had them', async () => {
    const collection = await tagged();
    const first = await idOfTag(collection, '甲');
    const done = expectValue(await tagEssays(collection, [idOf(0), idOf(1)], { remove: [first] }));
    expectValue(await deleteTag(collection, first));
    expect(await shown(collection)).toBe('乙 | 乙 | 乙 | ');
    expectValue(await done.undo());
    expect(await shown(collection)).toBe('乙,甲 | 甲,乙 | 甲,乙 | ');
  });

  it('whose name another has by now are that one', async () => {
    const collection = await tagged();
    const first = await idOfTag(collection, '甲');
    const done = expectValue(await tagEssays(collection, [idOf(0), idOf(1)], { remove: [first] }));
    expectValue(await deleteTag(collection, first));
    expectValue(await tagEssays(collection, [idOf(2)], { add: ['甲'] }));
    expectValue(await done.undo());
    const now = await idOfTag(collection, '甲');
    expect([await shown(collection), now === first]).toEqual(['乙,甲 | 甲,乙 | 甲,乙 | 甲', false]);
  });

  it('get another name, or become another tag, and are deleted', async () => {
    const collection = await tagged();
    const [first, second] = [await idOfTag(collection, '甲'), await idOfTag(collection, '乙')];
    const named = expectValue(await renameTag(collection, first, ' 丁 '));
    expect([named.count, await shown(collection)]).toEqual([1, '丁,乙 | 丁,乙 | 丁,乙 | ']);
    expect([expectValue(await named.undo()), await shown(collection)]).toEqual([1, '乙,甲 | 甲,乙 | 甲,乙 | ']);
    const merged = expectValue(await renameTag(collection, first, '乙'));
    expect([merged.count, await shown(collection)]).toEqual([1, '乙 | 乙 | 乙 | ']);
    expect([expectValue(await merged.undo()), await shown(collection)]).toEqual([1, '乙,甲 | 甲,乙 | 甲,乙 | ']);
    for (const [id, name] of [
      [first, '  '],
      ['none', '戊'],
    ] as const)
      expect(expectValue(await renameTag(collection, id, name)).count).toBe(0);
    expect(expectValue(await mergeTags(collection, [first, second, 'none'], second)).count).toBe(1);
    const deleted = expectValue(await deleteTag(collection, second));
    expect([deleted.count, await shown(collection)]).toEqual([1, ' |  |  | ']);
    expect([expectValue(await deleted.undo()), await shown(collection)]).toEqual([1, '乙 | 乙 | 乙 | ']);
    expect(expectValue(await deleteTag(collection, 'none')).count).toBe(0);
  });
});

describe('a cluster', () => {
  const clustered = async (): Promise<Collection> => {
    const collection = await collectionOf(
      { cluster: 'c' },
      { cluster: 'c', trashedAt: '2026-01-01' },
      { cluster: 'c' },
      {},
      { cluster: 'd' },
    );
    await collection.clusters.bulkPut([
      { id: 'c', mainId: idOf(0) },
      { id: 'd', mainId: idOf(4) },
    ]);
    return collection;
  };
  const mainOf = async (collection: Collection, id: string): Promise<string> => {
    const cluster = expectValue(await clusterOf(collection, id));
    return cluster === null ? '–' : `${cluster.mainId}: ${cluster.essays.map((row) => row.id)}`;
  };

  it('has its essays, the trash apart: the main one first, then those kept first', async () => {
    const collection = await clustered();
    expect(expectValue(await listCluster(collection, 'c')).map(({ id }) => id)).toEqual([idOf(0), idOf(2)]);
    expect(expectValue(await listCluster(collection, 'none'))).toEqual([]);
    expect(await mainOf(collection, idOf(2))).toBe(`${idOf(0)}: ${idOf(0)},${idOf(2)}`);
    await collection.clusters.delete('c');
    expect(await mainOf(collection, idOf(0))).toBe(`${idOf(2)}: ${idOf(2)},${idOf(0)}`);
    expect([
      await mainOf(collection, idOf(3)),
      await mainOf(collection, idOf(4)),
      await mainOf(collection, 'none'),
    ]).toEqual(['–', '–', '–']);
  });

  it('has another main one, and goes back', async () => {
    const collection = await clustered();
    const done = expectValue(await setMain(collection, idOf(2)));
    expect([done.count, (await collection.clusters.get('c'))?.mainId]).toEqual([1, idOf(2)]);
    expect([expectValue(await done.undo()), (await collection.clusters.get('c'))?.mainId]).toEqual([1, idOf(0)]);
    for (const id of [idOf(0), idOf(3), 'none']) {
      const none = expectValue(await setMain(collection, id));
      expect([none.count, expectValue(await none.undo())]).toEqual([0, 0]);
    }
  });

  it('is left by an essay that is set apart, which is remembered until it goes back', async () => {
    const collection = await clustered();
    const done = expectValue(await setApart(collection, idOf(2)));
    expect(done.count).toBe(1);
    expect((await collection.apart.toArray()).map(({ id }) => id).toSorted()).toEqual(
      [pairOf(idOf(2), idOf(0)), pairOf(idOf(2), idOf(1))].toSorted(),
    );
    expect((await collection.essays.get(idOf(2)))?.cluster).toBe('');
    expect(expectValue(await done.undo())).toBe(1);
    expect([await collection.apart.count(), (await collection.essays.get(idOf(2)))?.cluster]).toEqual([0, 'c']);
    expect(expectValue(await setApart(collection, idOf(3))).count).toBe(0);
  });
});

it('a saved search has a name and a query, gets another name, and is removed', async () => {
  const collection = emptyCollection();
  const { id, undo } = expectValue(await saveSearch(collection, ' 水利 ', 'q=水利'));
  expect(await collection.searches.toArray()).toMatchObject([{ id, name: '水利', query: 'q=水利' }]);
  const named = expectValue(await renameSearch(collection, id, ' 史话 '));
  expect([named.count, (await collection.searches.get(id))?.name]).toEqual([1, '史话']);
  expectValue(await named.undo());
  expect((await collection.searches.get(id))?.name).toBe('水利');
  const removed = expectValue(await removeSearch(collection, id));
  expect([removed.count, await collection.searches.count()]).toEqual([1, 0]);
  expectValue(await removed.undo());
  expect(await collection.searches.count()).toBe(1);
  expectValue(await undo());
  expect(await collection.searches.count()).toBe(0);
});
