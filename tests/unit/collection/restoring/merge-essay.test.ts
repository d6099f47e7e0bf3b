import { describe, expect, it } from 'vitest';
import { type Dated, mergeEssay } from '../../../../lib/collection/backup/merging/merge-essay.ts';
import type { EssayRow } from '../../../../lib/collection/rows.ts';
import { wholeRows } from '../../../support/whole-rows.ts';

const now = Date.parse('2026-03-10T00:00:00.000Z');
const row = wholeRows.essays as unknown as EssayRow;

const here = (facts: Partial<EssayRow> = {}, dated: Partial<Dated> = {}): Dated => ({
  row: { ...row, id: 'here', doc: 4, captureId: 'c-here', title: '论塘', edited: {}, cluster: 'k-here', ...facts },
  takenAt: '2026-03-02T00:00:00.000Z',
  standing: 1,
  ...dated,
});
const restored = (facts: Partial<EssayRow> = {}, dated: Partial<Dated> = {}): Dated => ({
  row: { ...row, id: 'there', doc: 0, captureId: 'c-there', title: '论堤', edited: {}, cluster: 'k-there', ...facts },
  takenAt: '2026-03-03T00:00:00.000Z',
  standing: 1,
  ...dated,
});

describe('the version that an essay shows after a restore', () => {
  it.each<[string, Partial<Dated>, string]>([
    ['newer, and as well proved', {}, 'c-there'],
    ['newer, and better proved', { standing: 2 }, 'c-there'],
    ['newer, and worse proved', { standing: 0 }, 'c-here'],
    ['as old', { takenAt: '2026-03-02T00:00:00.000Z' }, 'c-here'],
    ['older', { takenAt: '2026-03-01T00:00:00.000Z', standing: 2 }, 'c-here'],
    ['of a clock a day ahead', { takenAt: '2026-03-11T00:00:00.000Z' }, 'c-there'],
    ['of a clock further ahead', { takenAt: '2026-03-11T00:00:00.001Z' }, 'c-here'],
    ['of no readable moment', { takenAt: '昨天' }, 'c-there'],
    ['of no moment', { takenAt: '' }, 'c-here'],
  ])('where that of the backup is %s: %j', (_, dated, captureId) => {
    const merged = mergeEssay(here(), restored({}, dated), now);
    expect([merged.captureId, merged.title]).toEqual([captureId, captureId === 'c-there' ? '论堤' : '论塘']);
  });

  it('reads the time itself', () => {
    const ahead = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
    expect(mergeEssay(here(), restored({}, { takenAt: ahead(0.9) })).captureId).toBe('c-there');
    expect(mergeEssay(here(), restored({}, { takenAt: ahead(1.1) })).captureId).toBe('c-here');
  });
});

describe('what the reader did in both places', () => {
  const merged = (one: Partial<EssayRow>, other: Partial<EssayRow>): EssayRow =>
    mergeEssay(here(one), restored(other), now);

  it('is one row of this collection, with nothing besides', () => {
    expect(merged({}, {})).toEqual({
      ...row,
      id: 'here',
      doc: 4,
      captureId: 'c-there',
      title: '论堤',
      edited: {},
      cluster: 'k-here',
    });
  });

  it.each<[string, Partial<EssayRow>, Partial<EssayRow>, object]>([
    [
      'fields edited by hand, here first',
      { edited: { title: '甲', unit: '科研处' } },
      { edited: { title: '乙', source: '求是' } },
      {
        title: '甲',
        unit: '科研处',
        source: '求是',
        edited: { title: '甲', unit: '科研处', source: '求是' },
      },
    ],
    ['tags', { tags: ['a', 'b'] }, { tags: ['c', 'b'] }, { tags: ['a', 'b', 'c'] }],
    ['collections', { shelves: ['a'] }, { shelves: ['a', 'b'] }, { shelves: ['a', 'b'] }],
    ['notes', { note: '甲' }, { note: '乙' }, { note: '甲\n\n乙' }],
    ['a note that holds the other', { note: '甲' }, { note: '甲乙' }, { note: '甲乙' }],
    ['the first time of keeping, here', { keptAt: '2026-01-01' }, { keptAt: '2026-01-02' }, { keptAt: '2026-01-01' }],
    ['the first time of keeping, there', { keptAt: '2026-01-03' }, { keptAt: '2026-01-02' }, { keptAt: '2026-01-02' }],
    ['the trash, in both', { trashedAt: '2026-02-01' }, { trashedAt: '2026-02-02' }, { trashedAt: '2026-02-01' }],
    ['the trash, here alone', { trashedAt: '2026-02-01' }, { trashedAt: '' }, { trashedAt: '' }],
    ['the trash, there alone', { trashedAt: '' }, { trashedAt: '2026-02-02' }, { trashedAt: '' }],
    ['how far it was read: here', { readState: 'read' }, { readState: 'reading' }, { readState: 'read' }],
    ['how far it was read: there', { readState: 'reading' }, { readState: 'read' }, { readState: 'read' }],
    ['how far it was read: here alone', { readState: 'reading' }, {}, { readState: 'reading' }],
    ['how far it was read: there alone', {}, { readState: 'reading' }, { readState: 'reading' }],
    ['doubts of the version that is shown', { checked: 'c-there' }, { checked: 'c-old' }, { checked: 'c-there' }],
    ['the same, from there', { checked: 'c-old' }, { checked: 'c-there' }, { checked: 'c-there' }],
    ['doubts of other versions', { checked: 'c-1' }, { checked: 'c-2' }, { checked: 'c-1' }],
    ['doubts looked at there alone', {}, { checked: 'c-2' }, { checked: 'c-2' }],
  ])('is united: %s', (_, one, other, expected) => {
    expect(merged(one, other)).toMatchObject(expected);
  });

  it('is united also where the version that is here stays', () => {
    const older = restored({ checked: 'c-2', readState: 'reading' }, { takenAt: '2026-03-01' });
    expect(mergeEssay(here(), older, now)).toMatchObject({ captureId: 'c-here', checked: 'c-2', readState: 'reading' });
  });

  it('is united: the archived copy that stands for it, here first', () => {
    const copy = (url: string) => ({ archive: 'wayback', url, capturedAt: null }) as EssayRow['givenCopy'] & object;
    expect(merged({ givenCopy: copy('h') }, { givenCopy: copy('t') }).givenCopy).toEqual(copy('h'));
    expect(merged({}, { givenCopy: copy('t') }).givenCopy).toEqual(copy('t'));
  });

  it('is united: changes of the text in the order in which they were made, each once', () => {
    const edit = (id: string, madeAt: string) =>
      ({ id, madeAt }) as unknown as NonNullable<EssayRow['textEdits']>[number];
    const [first, second, third] = [edit('x', '2026-01-01'), edit('y', '2026-01-02'), edit('z', '2026-01-03')];
    expect(merged({ textEdits: [first, third] }, { textEdits: [second, third] }).textEdits).toEqual([
      first,
      second,
      third,
    ]);
    expect(merged({}, { textEdits: [second] }).textEdits).toEqual([second]);
    expect(merged({ textEdits: [second] }, {}).textEdits).toEqual([second]);
    expect(merged({ textEdits: [] }, {})).not.toHaveProperty('textEdits');
  });

  it.each(['checked', 'readState', 'givenCopy', 'textEdits'])('has no %s where neither has', (name) => {
    expect(merged({}, {})).not.toHaveProperty(name);
  });
});
