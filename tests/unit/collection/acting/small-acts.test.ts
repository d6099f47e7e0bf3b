import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { editFields, unedit } from '../../../../lib/collection/actions/edit-fields.ts';
import { editMany, fieldsToChange } from '../../../../lib/collection/actions/edit-many.ts';
import { fileInto, settleTarget } from '../../../../lib/collection/actions/file-into.ts';
import { setGivenCopy } from '../../../../lib/collection/actions/given-copy.ts';
import {
  addHighlight,
  changeHighlight,
  listHighlights,
  removeHighlight,
} from '../../../../lib/collection/actions/highlights.ts';
import { listMarks, listNotes } from '../../../../lib/collection/actions/list-notebook.ts';
import { setNote } from '../../../../lib/collection/actions/note.ts';
import { readOn, setReadState } from '../../../../lib/collection/actions/read-state.ts';
import { emptyTrash, moveToTrash, restoreFromTrash } from '../../../../lib/collection/actions/trash.ts';
import type { HighlightRow } from '../../../../lib/collection/rows.ts';
import { expectValue } from '../../../support/collections.ts';
import { plainEssay as essay, useTwoEssays } from '../../../support/two-essays.ts';
import { wholeRows } from '../../../support/whole-rows.ts';

describe('what the reader does to essays', () => {
  const { ours, put, row, change } = useTwoEssays();

  it('sets fields by hand, and tells which another window had set otherwise', async () => {
    const edit = async (fields: object, known?: object) =>
      expectValue(await editFields(ours(), 'e1', fields, known)).overwrote;
    expect([await edit({ unit: '甲' }), (await row()).unit, (await row()).edited]).toEqual([[], '甲', { unit: '甲' }]);
    expect(await edit({ unit: '乙', hits: 4 }, { unit: '甲', hits: 3 })).toEqual([]);
    expect(await edit({ unit: '丙', hits: 4 }, { unit: '甲', hits: 3 })).toEqual(['unit']);
    expect(await edit({ unit: '丁' })).toEqual([]);
    const back = expectValue(await unedit(ours(), 'e1', 'unit'));
    expect([back.count, (await row()).unit, (await row()).edited]).toEqual([1, null, { hits: 4 }]);
    expect([
      expectValue(await unedit(ours(), 'e1', 'unit')).count,
      expectValue(await unedit(ours(), 'none', 'unit')).count,
    ]).toEqual([0, 0]);
    await change({ edited: { unit: '甲' } }, 'e2');
    expect(expectValue(await unedit(ours(), 'e2', 'unit')).count).toBe(0);
  });

  it('sets fields of many, where they are otherwise', async () => {
    expect(fieldsToChange(essay, { unit: '甲', hits: 3, authors: ['林有禾'], column: [] })).toEqual(['unit', 'column']);
    const done = expectValue(await editMany(ours(), ['e1', 'e2'], { unit: '甲' }));
    const again = expectValue(await editMany(ours(), ['e1', 'e2'], { unit: '甲' }));
    expect([done.count, again.count, (await row('e2')).edited]).toEqual([2, 0, { unit: '甲' }]);
    expect([expectValue(await done.undo()), (await row()).edited, (await row()).unit]).toEqual([2, {}, null]);
  });

  it('writes a note, which joins one that another window wrote', async () => {
    const note = async (text: string, known?: string) => {
      const { note: now, joined, count } = expectValue(await setNote(ours(), 'e1', text, known));
      return [now, joined, count, (await row()).note === now];
    };
    expect(await note(' 甲 ')).toEqual(['甲', false, 1, true]);
    expect(await note('甲', '')).toEqual(['甲', false, 0, true]);
    expect(await note('乙', '甲')).toEqual(['乙', false, 1, true]);
    expect(await note('丙', '甲')).toEqual(['乙\n\n丙', true, 1, true]);
    expect(await note('')).toEqual(['', false, 1, true]);
    expect(expectValue(await setNote(ours(), 'none', ' 甲 '))).toMatchObject({
      note: '甲',
      joined: false,
      count: 0,
    });
  });

  it('says how far an essay is read, and never goes back by itself', async () => {
    const said = async (...states: readonly Parameters<typeof setReadState>[2][]) => {
      const counts: number[] = [];
      for (const state of states) counts.push(expectValue(await setReadState(ours(), ['e1'], state)).count);
      return [counts.join(''), (await row()).readState];
    };
    expect(await said('unread')).toEqual(['0', undefined]);
    expect(await said('reading', 'reading', 'read', 'unread')).toEqual(['1011', undefined]);
    expect(await row()).not.toHaveProperty('readState');
    const on = async (to: 'reading' | 'read') => expectValue(await readOn(ours(), 'e1', to)).count;
    expect([await on('reading'), await on('reading'), await on('read'), await on('reading'), await on('read')]).toEqual(
      [1, 0, 1, 0, 0],
    );
    expect((await row()).readState).toBe('read');
  });

  it('gives the archived copy that stands for an essay of the living web', async () => {
    const copy = (url: string) => ({ archive: 'wayback' as const, url, capturedAt: null });
    const give = async (url: string) => expectValue(await setGivenCopy(ours(), 'e1', copy(url))).count;
    expect([await give('http://a/'), await give('http://a/'), await give('http://b/')]).toEqual([1, 0, 1]);
    await change({ archivedCopy: copy('http://c/') });
    expect([await give('http://d/'), (await row()).givenCopy]).toEqual([0, copy('http://b/')]);
  });

  it('marks passages, in the order of the text', async () => {
    const mark = (start: number) => ({
      ...(wholeRows.highlights as unknown as HighlightRow),
      position: { start, end: start + 1 },
    });
    const { id: _id, madeAt: _madeAt, ...given } = mark(7);
    const later = expectValue(await addHighlight(ours(), given));
    await ours().highlights.bulkPut([
      { ...mark(3), id: 'a' },
      { ...mark(1), id: 'b', essayId: 'e2' },
    ]);
    const listed = expectValue(await listHighlights(ours(), 'e1'));
    expect([listed.map(({ id }) => id), listed[1]]).toEqual([
      ['a', later.id],
      { ...given, id: later.id, madeAt: listed[1]?.madeAt },
    ]);
    expect(Math.abs(Date.parse(listed[1]?.madeAt ?? '') - Date.now())).toBeLessThan(60_000);
    const noted = async (note: string | undefined, known?: string) => {
      expectValue(await changeHighlight(ours(), 'a', { colour: 'pink', ...(note !== undefined && { note }) }, known));
      const now = await ours().highlights.get('a');
      return [now?.note, now?.colour];
    };
    expect(await noted('新')).toEqual(['新', 'pink']);
    expect(await noted('又', '新')).toEqual(['又', 'pink']);
    expect(await noted('再', '旧')).toEqual(['又\n\n再', 'pink']);
    expect(await noted(undefined, '旧')).toEqual(['又\n\n再', 'pink']);
    expect(expectValue(await removeHighlight(ours(), 'a')).count).toBe(1);
    expect(await ours().highlights.get('a')).toBeUndefined();
  });

  it('is in the notebook while its essay is kept', async () => {
    await put({ ...essay, id: 'e3', trashedAt: '2026-03-01', note: '弃' });
    await change({ note: '全' });
    await ours().highlights.bulkPut(
      ['e1', 'e3', 'e9'].map((essayId) => ({ ...wholeRows.highlights, id: `h-${essayId}`, essayId }) as never),
    );
    const whole = await row();
    expect(expectValue(await listMarks(ours()))).toEqual([
      { id: 'h-e1', essay: whole, words: '塘', note: '引', colour: 'green', at: 0, madeAt: '2026-03-01T09:30:00.000Z' },
    ]);
    expect(expectValue(await listNotes(ours()))).toEqual([
      { id: 'e1', essay: whole, words: '', note: '全', colour: null, at: -1, madeAt: '' },
    ]);
  });

  it('files essays into what they are to go into', async () => {
    await ours().shelves.put({ id: 's1', name: '甲', parent: '', order: 0 });
    const file = async (shelf: string, tags: readonly string[] = [], ids = ['e1']) => {
      const stored = await fileInto(ours(), ids, { shelf, tags });
      return [stored, (await row()).shelves, (await row()).tags.length];
    };
    expect(await file('', [], [])).toEqual([true, [], 0]);
    expect(await file('gone')).toEqual([true, [], 0]);
    expect(await file('s1')).toEqual([true, ['s1'], 0]);
    expect(await file('', ['甲', '乙'])).toEqual([true, ['s1'], 2]);
    expect(expectValue(await settleTarget(ours(), { shelf: 's1', made: ' ', tags: ['a'] }))).toEqual({
      shelf: 's1',
      tags: ['a'],
    });
    const made = expectValue(await settleTarget(ours(), { shelf: 's1', made: '新', tags: [] }));
    expect([made.shelf !== 's1', (await ours().shelves.get(made.shelf))?.name]).toEqual([true, '新']);
  });

  it('throws away, brings back and deletes for good, with all that belongs to it', async () => {
    for (const name of ['captures', 'originals', 'images', 'highlights', 'sent', 'fingerprints'] as const)
      for (const essayId of ['e1', 'e2']) {
        const own = {
          ...wholeRows[name],
          essayId,
          ...('captureId' in wholeRows[name] && { captureId: `c-${essayId}` }),
        };
        await ours()
          .table(name)
          .put('id' in own ? { ...own, id: `${name}-${essayId}` } : own);
      }
    const moved = expectValue(await moveToTrash(ours(), ['e1', 'e2'], '2026-03-01'));
    expect([
      moved.count,
      expectValue(await moveToTrash(ours(), ['e1'], '2026-03-02')).count,
      (await row()).trashedAt,
    ]).toEqual([2, 0, '2026-03-01']);
    const back = expectValue(await restoreFromTrash(ours(), ['e2']));
    expect([
      back.count,
      (await row('e2')).trashedAt,
      expectValue(await restoreFromTrash(ours(), ['e2'])).count,
    ]).toEqual([1, '', 0]);
    expect(expectValue(await emptyTrash(ours()))).toBe(1);
    const left = async (name: string) =>
      (await ours().table(name).toArray()).map((one) => one.essayId ?? one.id).join();
    for (const name of ['essays', 'captures', 'originals', 'images', 'highlights', 'sent', 'fingerprints'])
      expect([name, await left(name)]).toEqual([name, 'e2']);
    expect([await ours().bodies.count(), expectValue(await emptyTrash(ours()))]).toEqual([0, 0]);
  });
});
