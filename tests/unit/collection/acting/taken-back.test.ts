import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { alignFacts } from '../../../../lib/collection/actions/align-facts.ts';
import { changeRows, changeWithin, doneOf, takeBack } from '../../../../lib/collection/actions/change-rows.ts';
import { valuesBack } from '../../../../lib/collection/actions/values-back.ts';
import { rowTables } from '../../../../lib/collection/put-rows.ts';
import { type EssayRow, NO_DOC } from '../../../../lib/collection/rows.ts';
import { expectValue } from '../../../support/collections.ts';
import { plainEssay as essay, useTwoEssays } from '../../../support/two-essays.ts';
import { wholeRows } from '../../../support/whole-rows.ts';

describe('an act of the reader', () => {
  const { ours, row, change } = useTwoEssays();

  it('counts what it changed, each once, and passes over what is not there', async () => {
    const done = expectValue(
      await changeRows(ours(), ['e1', 'e1', 'none', 'e2'], (one) => (one.id === 'e1' ? { ...one, note: '记' } : one)),
    );
    expect([done.count, (await row()).note, (await row('e2')).note]).toEqual([1, '记', '']);
    expect([expectValue(await done.undo()), (await row()).note]).toEqual([1, '']);
  });

  it.each<[string, Partial<EssayRow>, Partial<EssayRow>, Partial<EssayRow>, Partial<EssayRow>, number]>([
    ['a note', {}, { note: '甲' }, {}, { note: '' }, 1],
    ['a note that others changed', {}, { note: '甲' }, { note: '乙' }, { note: '乙' }, 0],
    ['a note beside what others did', {}, { note: '甲' }, { unit: '乙' }, { note: '', unit: '乙' }, 1],
    ['what is as it was by now', {}, { note: '甲' }, { note: '' }, { note: '' }, 1],
    ['two of which one is another’s', {}, { note: '甲', unit: '甲' }, { unit: '乙' }, { note: '', unit: '乙' }, 0],
    ['tags put on', { tags: ['a'] }, { tags: ['a', 'b'] }, {}, { tags: ['a'] }, 1],
    [
      'tags put on, with others since',
      { tags: ['a'] },
      { tags: ['a', 'b'] },
      { tags: ['a', 'b', 'c'] },
      { tags: ['a', 'c'] },
      1,
    ],
    ['tags taken off', { tags: ['a', 'b'] }, { tags: ['a'] }, {}, { tags: ['a', 'b'] }, 1],
    [
      'tags taken off, and one that others took',
      { tags: ['a', 'b'] },
      { tags: ['a'] },
      { tags: [] },
      { tags: ['b'] },
      1,
    ],
    ['collections', { shelves: ['a'] }, { shelves: ['b'] }, { shelves: ['b', 'c'] }, { shelves: ['a', 'c'] }, 1],
    ['a field set by hand', {}, { edited: { unit: '甲' }, unit: '甲' }, {}, { edited: {}, unit: null }, 1],
    [
      'a field set again by others',
      {},
      { edited: { unit: '甲' }, unit: '甲' },
      { edited: { unit: '乙' }, unit: '乙' },
      { edited: { unit: '乙' }, unit: '乙' },
      0,
    ],
    [
      'a field beside that of others',
      {},
      { edited: { unit: '甲' }, unit: '甲' },
      { edited: { unit: '甲', editor: '丙' }, unit: '甲', editor: '丙' },
      { edited: { editor: '丙' }, unit: null, editor: '丙' },
      1,
    ],
  ])('is taken back: %s', async (_, before, act, since, after, count) => {
    if (Object.keys(before).length > 0) await change(before);
    const done = await change(act);
    if (Object.keys(since).length > 0) await change(since);
    expect(expectValue(await done.undo())).toBe(count);
    expect(await row()).toMatchObject(after);
  });

  it('that gave a part takes it away again, and no other', async () => {
    const done = await change({ readState: 'read', checked: 'c1' });
    expectValue(await done.undo());
    expect(Object.keys(await row()).toSorted()).toEqual(Object.keys(essay).toSorted());
    expect(await row()).toEqual({ ...essay, doc: NO_DOC });
  });

  it('is not taken back of what is gone', async () => {
    const done = expectValue(await changeRows(ours(), ['e1', 'e2'], (one) => ({ ...one, note: '记' })));
    await ours().essays.delete('e2');
    expect(expectValue(await done.undo())).toBe(1);
    expect(await ours().essays.count()).toBe(1);
  });

  it('that showed another version goes back to one that is there, with its fields', async () => {
    const before = await row();
    const after = { ...before, captureId: 'c3', title: '新' };
    await change({ captureId: 'c3', title: '新', hits: 9 });
    const done = doneOf(ours(), [{ before, after }]);
    expect([expectValue(await done.undo()), (await row()).captureId, (await row()).hits]).toEqual([1, 'c1', 3]);
    await change({ captureId: 'c3', title: '新' });
    await ours().bodies.delete('c1');
    expect([expectValue(await done.undo()), (await row()).captureId]).toEqual([0, 'c3']);
    await ours()
      .table('bodies')
      .put({ ...wholeRows.bodies, essayId: 'e2' });
    expect(expectValue(await done.undo())).toBe(0);
  });

  it('within a transaction gives what was changed, and takes it back in one of its own', async () => {
    const changed = await ours().transaction('rw', rowTables(ours()), () =>
      changeWithin(ours(), ['e1', 'e2'], (one) => ({ ...one, note: one.id })),
    );
    expect(changed.map(({ before, after }) => [before.note, after.note])).toEqual([
      ['', 'e1'],
      ['', 'e2'],
    ]);
    expect([await takeBack(ours(), changed.slice(1)), (await row()).note, (await row('e2')).note]).toEqual([
      1,
      'e1',
      '',
    ]);
  });

  it('aligns fields with the version that is shown, but for those set by hand', async () => {
    await change({ hits: 9, unit: '手', edited: { unit: '手' } });
    await change({ hits: 9 }, 'e2');
    const align = () =>
      ours().transaction('rw', [...rowTables(ours()), ours().bodies], () => alignFacts(ours(), ['e1', 'e2', 'none']));
    await align();
    expect([(await row()).hits, (await row()).unit, (await row('e2')).hits]).toEqual([3, '手', 9]);
    const before = await ours().meta.get('ledger-version');
    await align();
    expect(await ours().meta.get('ledger-version')).toEqual(before);
  });
});

it.each<[object, object, object, object, boolean]>([
  [{ a: 2 }, { a: 1 }, { a: 2 }, { a: 1 }, true],
  [{ a: 3 }, { a: 1 }, { a: 2 }, {}, false],
  [{ a: 1 }, { a: 1 }, { a: 2 }, {}, true],
  [{ a: 2, b: 9 }, { a: 1, b: 1 }, { a: 2, b: 1 }, { a: 1 }, true],
  [{ a: [2] }, { a: [1] }, { a: [2] }, { a: [1] }, true],
  [{ a: 2, b: 3 }, { a: 1, b: 1 }, { a: 2, b: 2 }, { a: 1 }, false],
])('of %j, which was %j and was made %j, go back %j: %s', (now, before, after, back, whole) => {
  expect(valuesBack(now, before, after)).toEqual({ back, whole });
});
