import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { takingRestored, withStamps } from '../../../../lib/collection/sync/backup-stamps.ts';
import {
  applied,
  essayIdOf,
  fieldOperations,
  partOf,
  partOperation,
  shownOperation,
  stampAt,
  useSyncingCollection,
} from '../../../support/sync/syncing-collection.ts';

const ours = useSyncingCollection();

const shelf = (id: string, name = 'a') => ({ id, name, parent: '', order: 0 });

describe('rows of a backup', () => {
  const known = (key: string, facts: object = {}, table = 'shelves') => ({
    id: `${table}\n${key}`,
    table,
    key,
    fields: { name: { h: stampAt(-500), v: 'a' } },
    seen: { bbbb: stampAt(-500) },
    ...facts,
  });
  const take = async (table: string, rows: readonly object[], collection = ours()) => {
    const { take: taking, tagId } = await takingRestored(collection);
    const { stamps, unsent, shelves, tags } = collection;
    const taken = await collection.transaction('rw', [stamps, unsent, shelves, tags], async () =>
      taking(table, rows as never),
    );
    return { ...taken, tagId };
  };

  it('say who changed them, where that is known, and of tables of which it is told', async () => {
    const rows = [shelf('s1'), shelf('s2')];
    await ours().stamps.bulkPut([known('s1'), known('x1', {}, 'bodies')] as never);
    expect(await withStamps(ours(), 'shelves', rows)).toEqual([{ ...rows[0], stamps: known('s1') }, rows[1]]);
    for (const [table, row] of [
      ['bodies', { id: 'x1' }],
      ['meta', { id: 's1' }],
    ] as const)
      expect(await withStamps(ours(), table, [row])).toEqual([row]);
    expect(await withStamps(ours(), 'shelves', rows.slice(0, 1))).toEqual([{ ...rows[0], stamps: known('s1') }]);
    expect(await withStamps(ours(), 'shelves', [])).toEqual([]);
  });

  it('are joined with what is known here, and sent where it is news', async () => {
    await ours().stamps.put(known('old') as never);
    const of = { gone: { cccc: stampAt(-300, 'cccc') }, owner: 'e1' };
    const rows = [
      { ...shelf('new'), stamps: known('new', of) },
      { ...shelf('old'), stamps: known('old') },
      { ...shelf('later'), stamps: known('old', { seen: { bbbb: stampAt(-400) } }) },
      shelf('plain'),
    ];
    const { rows: taken, old } = await take('shelves', rows);
    expect([taken, [...old]]).toEqual([[shelf('new'), shelf('old'), shelf('later'), shelf('plain')], ['old']]);
    expect(await ours().stamps.get('shelves\nnew')).toEqual(known('new', of));
    const sent = (await ours().unsent.toArray()).flatMap(({ operations }) => operations.map(shownOperation));
    expect(sent).toEqual([
      'shelves new name="a" @bbbb -500 of e1',
      'shelves new =1 @bbbb -500 of e1',
      'shelves new  @cccc -300 over cccc -300 of e1',
      'shelves later name="a" @bbbb -500',
      'shelves later =1 @bbbb -400',
    ]);
    // A collection that does not sync sends nothing, and knows it all the same.
    await ours().unsent.clear();
    await ours().sync.clear();
    await take('shelves', [{ ...shelf('more'), stamps: known('more') }]);
    expect([await ours().unsent.count(), await ours().stamps.get('shelves\nmore')]).toEqual([0, known('more')]);
    const part = { id: 'x', stamps: 'kept as it is' };
    expect(await take('bodies', [part])).toMatchObject({ rows: [part], old: new Set() });
  });

  it('are tags by their names where the collection syncs', async () => {
    const { tagId } = await take('tags', []);
    expect(tagId({ id: 't1', folded: '塘' })).toBe('tag 塘');
    await ours().sync.clear();
    expect((await take('tags', [])).tagId({ id: 't1', folded: '塘' })).toBe('t1');
    const stamped = (key: string, folded: string) => ({ id: key, folded, stamps: known(key, {}, 'tags') });
    await take('tags', [stamped('tag 塘', '塘'), stamped('t1', '堤')]);
    expect(await ours().stamps.toCollection().primaryKeys()).toEqual(['tags\ntag 塘']);
  });

  it('of which fields are none that an essay has stop nothing that others send of it', async () => {
    const strange = known(essayIdOf(1), { fields: { constructor: { h: stampAt(-500), v: 'x' } } }, 'essays');
    await take('essays', [{ id: essayIdOf(1), stamps: strange }]);
    await applied(
      ours(),
      ...fieldOperations('essays', essayIdOf(1), {
        captureId: 'c1',
        keptAt: '2026-03-01T09:30:00.000Z',
        trashedAt: '',
      }),
      partOperation('bodies', partOf('bodies', 1)),
    );
    expect((await ours().essays.get(essayIdOf(1)))?.captureId).toBe('c1');
  });

  const note = { heads: [{ h: stampAt(-500), v: '' }], over: { bbbb: stampAt(-500) } };
  it.each<[string, unknown, boolean]>([
    ['nothing', null, false],
    ['no object', 'known', false],
    ['no fields', known('s1', { fields: null }), false],
    ['fields that are none', known('s1', { fields: 'name' }), false],
    ['a field without a stamp', known('s1', { fields: { name: { v: 'a' } } }), false],
    ['a field of no stamp', known('s1', { fields: { name: { h: 'x' } } }), false],
    ['a field that is nothing', known('s1', { fields: { name: null } }), false],
    ['a field that is a text', known('s1', { fields: { name: 'a' } }), false],
    ['no field', known('s1', { fields: {} }), true],
    ['a note', known('s1', { fields: { note } }), true],
    ['a note of heads that are none', known('s1', { fields: { note: { ...note, heads: 'x' } } }), false],
    ['a note of a head without a stamp', known('s1', { fields: { note: { ...note, heads: [{ v: '' }] } } }), false],
    ['a note that replaced what is none', known('s1', { fields: { note: { ...note, over: { bbbb: 'x' } } } }), false],
    ['nothing seen', known('s1', { seen: undefined }), false],
    ['seen of what is no device', known('s1', { seen: { B: stampAt(-500) } }), false],
    ['seen of what is no stamp', known('s1', { seen: { bbbb: 7 } }), false],
    ['gone by what is none', known('s1', { gone: 'yes' }), false],
    ['gone', known('s1', { gone: {} }), true],
    ['an owner that is none', known('s1', { owner: 7 }), false],
  ])('are believed of %s: %#', async (_, stamps, isBelieved) => {
    const { rows } = await take('shelves', [{ ...shelf('s1'), stamps }]);
    expect(rows).toEqual([shelf('s1')]);
    expect((await ours().stamps.get('shelves\ns1')) !== undefined).toBe(isBelieved);
  });
});
