import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { dropUnused, restoreShared, type SharedIds } from '../../../../lib/collection/backup/restore-shared.ts';
import type { Row } from '../../../../lib/collection/backup/row-text.ts';
import type { TableName } from '../../../../lib/collection/backup/tables.ts';
import type { Collection } from '../../../../lib/collection/collection.ts';
import { emptyCollection } from '../../../support/collections.ts';
import { wholeRows } from '../../../support/whole-rows.ts';

const tag = (id: string, name: string): Row => ({ id, name, folded: name });
const shelf = (id: string, name: string, parent = ''): Row => ({ id, name, parent, order: 0 });

type Backup = { readonly [Name in TableName]?: readonly Row[] };

describe('small tables of a backup, restored', () => {
  let collection: Collection;
  beforeEach(() => {
    collection = emptyCollection();
  });

  const put = async (rows: Backup): Promise<void> => {
    for (const [name, list = []] of Object.entries(rows)) await collection.table(name).bulkPut([...list]);
  };
  const restore = (
    backup: Backup,
    old: readonly string[] = [],
    tagId = (row: Row): string => String(row['id']),
  ): Promise<SharedIds> =>
    restoreShared(collection, tagId, async (table) => ({ rows: backup[table] ?? [], old: new Set(old) }));
  /** The rows of a table by their ids, in short. */
  const shown = async (name: TableName): Promise<string> =>
    (await collection.table(name).toArray())
      .map(({ id, name: called = '', parent = '' }) => `${id} ${called}${parent === '' ? '' : ` in ${parent}`}`.trim())
      .join(', ');
  const idsOf = (ids: ReadonlyMap<string, string>): string => [...ids].map((pair) => pair.join('→')).join(' ');

  describe('tags of a backup', () => {
    it('are those that are here by their ids or their names, and come else', async () => {
      await put({ tags: [tag('a', '甲'), tag('b', '乙')] });
      const { tags, made, gone, duplicates } = await restore({
        tags: [tag('a', '甲改'), tag('x', '乙'), tag('y', '丙'), tag('z', '丙')],
      });
      expect(await shown('tags')).toBe('a 甲, b 乙, y 丙');
      expect(idsOf(tags)).toBe('a→a x→b y→y z→y');
      expect([made, gone, duplicates]).toEqual([{ tags: ['y'], shelves: [] }, { tags: [], shelves: [] }, 3]);
    });

    it('have the ids that their names have here', async () => {
      const { tags, made } = await restore({ tags: [tag('x', '甲'), tag('y', '乙')] }, [], ({ name }) => `of ${name}`);
      expect([await shown('tags'), idsOf(tags)]).toEqual(['of 乙 乙, of 甲 甲', 'x→of 甲 y→of 乙']);
      expect(made.tags).toEqual(['of 甲', 'of 乙']);
      const again = await restore({ tags: [tag('of 甲', '丙')] }, [], ({ name }) => `of ${name}`);
      expect([idsOf(again.tags), again.duplicates]).toEqual(['of 甲→of 甲', 1]);
    });

    it('that were deleted here stay only with essays that have them', async () => {
      const shared = await restore({ tags: [tag('a', '甲'), tag('b', '乙'), tag('c', '丙')] }, ['a', 'b']);
      expect(shared.gone).toEqual({ tags: ['a', 'b'], shelves: [] });
      await put({ essays: [{ ...wholeRows.essays, tags: ['b'], shelves: ['a'] }] });
      await dropUnused(collection, shared);
      expect(await shown('tags')).toBe('b 乙, c 丙');
    });
  });

  describe('the reader’s collections in a backup', () => {
    it('are those that are here by name and place, from the top down', async () => {
      await put({ shelves: [shelf('a', '课题'), shelf('b', '县域', 'a'), shelf('c', '县域')] });
      const { shelves, made, duplicates } = await restore({
        shelves: [shelf('z', '梯田', 'y'), shelf('y', '县域', 'x'), shelf('x', '课题'), shelf('w', '党史', 'x')],
      });
      expect(await shown('shelves')).toBe('a 课题, b 县域 in a, c 县域, w 党史 in a, z 梯田 in b');
      expect(idsOf(shelves)).toBe('x→a y→b w→w z→z');
      expect([made, duplicates]).toEqual([{ tags: [], shelves: ['w', 'z'] }, 2]);
    });

    it('that are here under another name or place are left', async () => {
      await put({ shelves: [shelf('a', '课题'), shelf('b', '县域', 'a')] });
      expect(idsOf((await restore({ shelves: [shelf('b', '梯田')] })).shelves)).toBe('b→b');
      expect(await shown('shelves')).toBe('a 课题, b 县域 in a');
    });

    it('go to the top where what they stood in is nowhere, and a ring is opened at the first', async () => {
      await restore({ shelves: [shelf('b', '乙', 'none'), shelf('c', '丙', 'd'), shelf('d', '丁', 'c')] });
      expect(await shown('shelves')).toBe('b 乙, c 丙, d 丁 in c');
    });

    it('that were deleted here stay only with essays in them', async () => {
      const shared = await restore({ shelves: [shelf('a', '甲'), shelf('b', '乙'), shelf('c', '丙')] }, ['a', 'b']);
      expect(shared.gone).toEqual({ tags: [], shelves: ['a', 'b'] });
      await put({ essays: [{ ...wholeRows.essays, tags: ['a'], shelves: ['b'] }] });
      await dropUnused(collection, shared);
      expect(await shown('shelves')).toBe('b 乙, c 丙');
    });
  });

  describe('other small tables of a backup', () => {
    const search = (id: string, name: string, query: string): Row => ({ id, name, query, madeAt: '2026-03-01' });

    it('come unless they are here', async () => {
      await put({
        searches: [search('q1', '塘', 'q=塘')],
        clusters: [{ id: 'k1', mainId: 'here' }],
        apart: [{ id: 'a b' }],
      });
      const { duplicates } = await restore({
        searches: [search('q2', '塘', 'q=塘'), search('q3', '塘', 'q=堤'), search('q4', '堤', 'q=塘')],
        clusters: [
          { id: 'k1', mainId: 'there' },
          { id: 'k2', mainId: 'there' },
        ],
        apart: [{ id: 'a b' }, { id: 'a c' }],
      });
      expect([await shown('searches'), await shown('clusters'), await shown('apart'), duplicates]).toEqual([
        'q1 塘, q3 塘, q4 堤',
        'k1, k2',
        'a b, a c',
        3,
      ]);
      expect(await collection.clusters.get('k1')).toEqual({ id: 'k1', mainId: 'here' });
    });

    it('stay away where they were deleted here', async () => {
      await restore({ searches: [search('q1', '塘', 'q')], clusters: [{ id: 'k1' }, { id: 'k2' }] }, ['q1', 'k1']);
      expect([await shown('searches'), await shown('clusters')]).toEqual(['', 'k2']);
    });
  });
});
