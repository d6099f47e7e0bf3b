import { describe, expect, it } from 'vitest';
import {
  digestOfFields,
  isPublished,
  publishedEssay,
  publishedMark,
} from '../../../lib/collection/publishing/published-fields.ts';
import { essayRows } from '../../support/essay-rows.ts';
import { wholeRows } from '../../support/whole-rows.ts';

const id = '0123456789abcdef01234567';
const wish = { shelf: '', notes: true } as Parameters<typeof publishedEssay>[1];
const row = (more: object): Parameters<typeof publishedEssay>[0] => ({ ...essayRows([id])[0], ...more });

describe('of an essay colleagues are told', () => {
  it('what was taken and set right, and nothing of what is one’s own', () => {
    const told = publishedEssay(
      row({
        tags: ['t'],
        shelves: ['s'],
        readState: 'read',
        note: '要紧',
        edited: { title: '甲' },
        givenCopy: 'b',
        hits: 3,
      }),
      wish,
    );
    const names = Object.keys(told);
    for (const name of ['captureId', 'keptAt', 'note', 'givenCopy', 'edited/title']) expect(names).toContain(name);
    for (const name of names)
      expect(name).toMatch(/^(?:captureId|keptAt|trashedAt|note|givenCopy|edited\/\w+|textEdits\/\w+)$/);
  });

  it('notes where they are wished for, and none that is empty', () => {
    expect(publishedEssay(row({ note: '要紧' }), wish)).toHaveProperty('note', '要紧');
    expect(publishedEssay(row({ note: '' }), wish)).not.toHaveProperty('note');
    expect(publishedEssay(row({ note: '要紧' }), { ...wish, notes: false })).not.toHaveProperty('note');
  });
});

it('of a mark they are told its note where notes are wished for', () => {
  const mark = { ...wholeRows.highlights, note: '要紧' };
  expect(publishedMark(mark, wish)).toMatchObject({ note: '要紧' });
  expect(publishedMark(mark, { ...wish, notes: false })).toMatchObject({ note: '' });
});

it.each([
  ['all', '', [], '', true],
  ['all but the trash', '', [], '2026-01-01', false],
  ['what is in a collection', 's1', ['s2', 's1'], '', true],
  ['none that is in another', 's1', ['s2'], '', false],
  ['none of its trash', 's1', ['s1'], '2026-01-01', false],
  ['none that tells no collections', 's1', undefined, '', false],
])('%s is published', (_, shelf, shelves, trashedAt, isOne) => {
  expect(isPublished(row({ shelves, trashedAt }), { ...wish, shelf })).toBe(isOne);
});

it('the same fields have one digest in any order, and others another', async () => {
  const digest = await digestOfFields({ b: 1, a: '甲' });
  expect(digest).toMatch(/^[0-9a-f]{64}$/);
  expect(await digestOfFields({ a: '甲', b: 1 })).toBe(digest);
  expect(await digestOfFields({ a: '甲', b: 2 })).not.toBe(digest);
  expect(await digestOfFields({})).not.toBe(digest);
});
