import { describe, expect, it } from 'vitest';
import {
  aliveIn,
  type ChunkRow,
  deadSlot,
  idAt,
  isWholeChunk,
  writeSlots,
} from '../../../lib/collection/ledger/chunk.ts';
import { searchedText, searchedTexts } from '../../../lib/collection/ledger/searched-fields.ts';
import { isEssayId, type Slot, slotOf } from '../../../lib/collection/ledger/slot.ts';
import type { EssayRow } from '../../../lib/collection/rows.ts';
import { essayRows } from '../../support/essay-rows.ts';

const id = '0123456789abcdef01234567';
const slot: Slot = {
  ...deadSlot,
  id,
  state: 0,
  kind: 1,
  published: 20050714,
  keptAt: 5,
  trashedAt: 6,
  length: 7,
  texts: { ...deadSlot.texts, title: '论学习', reading: 'read' },
};
const chunk = writeSlots(undefined, 3, 2, new Map([[1, slot]]));

describe('a chunk of the ledger is whole', () => {
  const { sum: _sum, ...unsummed } = chunk;
  it.each<[string, unknown, boolean]>([
    ['as it was written', chunk, true],
    ['without a sum', unsummed, true],
    ['with two columns less', { ...unsummed, texts: chunk.texts.slice(0, 2 * 10) }, true],
    ['with one column less', { ...unsummed, texts: chunk.texts.slice(0, 2 * 11) }, true],
    ['with three columns less', { ...unsummed, texts: chunk.texts.slice(0, 2 * 9) }, false],
    ['with half a column', { ...unsummed, texts: chunk.texts.slice(0, 2 * 11 + 1) }, false],
    ['nothing', null, false],
    ['a text', 'chunk', false],
    ['another number', { ...unsummed, chunk: 2 }, false],
    ['another count', { ...unsummed, count: 3 }, false],
    ['ids that are short', { ...unsummed, ids: chunk.ids.slice(1) }, false],
    ['states of another kind', { ...unsummed, states: [...chunk.states] }, false],
    ['kinds that are short', { ...unsummed, kinds: chunk.kinds.slice(1) }, false],
    ['dates of another kind', { ...unsummed, published: Float64Array.from(chunk.published) }, false],
    ['moments of another kind', { ...unsummed, keptAt: Uint32Array.from(chunk.keptAt) }, false],
    ['no moments of throwing away', { ...unsummed, trashedAt: undefined }, false],
    ['lengths that are short', { ...unsummed, lengths: chunk.lengths.slice(1) }, false],
    ['no strings', { ...unsummed, strings: undefined }, false],
    ['a string that is none', { ...unsummed, strings: ['论学习', 1] }, false],
    ['another sum', { ...chunk, sum: 1 }, false],
    ['another state', { ...chunk, states: Uint8Array.from([0, 1]) }, false],
    ['another kind', { ...chunk, kinds: Uint8Array.from([1, 1]) }, false],
    ['another id', { ...chunk, ids: chunk.ids.map((byte) => byte + 1) }, false],
    ['another date', { ...chunk, published: Uint32Array.from([0, 1]) }, false],
    ['another moment', { ...chunk, keptAt: Float64Array.from([0, 1]) }, false],
    ['another moment of throwing away', { ...chunk, trashedAt: Float64Array.from([0, 1]) }, false],
    ['another length', { ...chunk, lengths: Uint32Array.from([0, 1]) }, false],
    ['another text', { ...chunk, strings: chunk.strings.map((text) => `${text}。`) }, false],
    ['other places of texts', { ...chunk, texts: chunk.texts.map((place) => 1 - place) }, false],
  ])('%s: %s', (_, row, isWhole) => {
    expect(isWholeChunk(row, 3, 2)).toBe(isWhole);
  });

  it('in its place and of its size alone', () => {
    expect(isWholeChunk(chunk, 4, 2)).toBe(false);
    expect(isWholeChunk(chunk, 3, 1)).toBe(false);
  });
});

it('ids are told by their place, those of what lives with it', () => {
  expect([idAt(chunk, 0), idAt(chunk, 1)]).toEqual(['0'.repeat(24), id]);
  expect(aliveIn(chunk)).toEqual([[1, id]]);
  const shorter: ChunkRow = writeSlots(chunk, 3, 1, new Map());
  expect([shorter.count, aliveIn(shorter).length]).toEqual([1, 0]);
});

it.each([
  [id, true],
  [id.slice(1), false],
  [`${id}0`, false],
  [id.toUpperCase(), false],
  [`g${id.slice(1)}`, false],
  [7, false],
  [undefined, false],
])('%s is the id of an essay: %s', (value, isOne) => {
  expect(isEssayId(value)).toBe(isOne);
});

describe('the slot of a row', () => {
  const facts = (more: object): Slot => slotOf({ ...essayRows([id])[0], ...more } as EssayRow);

  it.each<[object, Partial<Slot>]>([
    [{ publishedOn: '2005-07-14' }, { published: 20050714 }],
    [{ publishedOn: '2005-07' }, { published: 20050700 }],
    [{ publishedOn: '2005' }, { published: 20050000 }],
    [{ publishedOn: '2005-07-14T12:30' }, { published: 20050714 }],
    [{ publishedOn: null }, { published: 0 }],
    [{ publishedOn: 'soon' }, { published: 0 }],
    [{ keptAt: '1970-01-01T00:00:01.000Z' }, { keptAt: 1000 }],
    [{ keptAt: 'soon' }, { keptAt: 0 }],
    [{ keptAt: null }, { keptAt: 0 }],
    [{ trashedAt: '' }, { trashedAt: 0, state: 0 }],
    [{ trashedAt: '1970-01-01T00:00:01.000Z' }, { trashedAt: 1000, state: 1 }],
    [{ trashedAt: null }, { trashedAt: 0, state: 0 }],
    [{ kind: 'essay' }, { kind: 0 }],
    [{ kind: 'notice' }, { kind: 1 }],
    [{ kind: 'news' }, { kind: 2 }],
    [{ kind: 'odd' }, { kind: 0 }],
    [{ length: 12 }, { length: 12 }],
    [{ length: 'long' }, { length: 0 }],
  ])('of %j has %j', (more, wanted) => {
    expect(facts(more)).toMatchObject(wanted);
  });

  it.each<[object, Partial<Slot['texts']>]>([
    [{ title: '甲\n乙' }, { title: '甲 乙' }],
    [{ title: 7 }, { title: '' }],
    [{ institution: null }, { institution: '' }],
    [{ column: ['理论', '县域'] }, { column: '理论 › 县域' }],
    [{ column: null }, { column: '' }],
    [{ authors: ['甲', '乙\n丙', 7] }, { author: '甲\n乙 丙\n' }],
    [{ authors: 'x' }, { author: '' }],
    [{ source: '校刊' }, { source: '校刊' }],
    [{ unit: '教研室' }, { unit: '教研室' }],
    [{ tags: ['t1', 't2'] }, { tag: 't1\nt2' }],
    [{ shelves: ['s1'] }, { shelf: 's1' }],
    [{ archivedCopy: { archive: 'wayback', url: null, capturedAt: null } }, { archive: 'wayback' }],
    [{ archivedCopy: null }, { archive: '' }],
    [{ cluster: 'c' }, { cluster: 'c' }],
    [{ readState: 'read' }, { reading: 'read' }],
    [{ readState: 'unread' }, { reading: '' }],
    [{ readState: undefined }, { reading: '' }],
    [{ lacks: ['doubtful-title', 'missing-pages'] }, { check: 'doubtful-title\nmissing-pages' }],
    [{ lacks: ['doubtful-title', 'missing-pages'], edited: { title: '甲' } }, { check: 'missing-pages' }],
    [{ lacks: ['doubtful-title'], edited: { authors: [] } }, { check: 'doubtful-title' }],
    [{ lacks: null }, { check: '' }],
    [{ doubts: 2 }, { check: 'second-reader' }],
    [{ doubts: 2, checked: 'c', captureId: 'c' }, { check: '' }],
    [{ doubts: 2, checked: 'b', captureId: 'c', lacks: ['missing-pages'] }, { check: 'second-reader\nmissing-pages' }],
    [{ doubts: 0 }, { check: '' }],
  ])('of %j has the texts %j', (more, wanted) => {
    expect(facts(more).texts).toMatchObject(wanted);
  });
});

describe('the words of a row that are searched', () => {
  const row = (more: object): EssayRow => ({ ...essayRows([id])[0], ...more }) as EssayRow;
  it.each<[object, Parameters<typeof searchedText>[1], string]>([
    [{ title: '论学习' }, 'title', '论学习'],
    [{ title: 7 }, 'title', ''],
    [{ authors: ['甲', '乙'] }, 'author', '甲\n乙'],
    [{ authors: null }, 'author', ''],
    [{ keywords: ['甲', 7] }, 'keyword', '甲\n'],
    [{ note: '要紧' }, 'note', '要紧'],
    [{ issue: null }, 'issue', ''],
    [
      { issue: { title: '学习时报', year: 2005, issue: '12', date: null, page: '3' } },
      'issue',
      '学习时报 2005 第12期 第3版',
    ],
    [
      { issue: { title: '学习时报', year: 2005, issue: null, date: '2005-07-11', page: null } },
      'issue',
      '学习时报 2005-07-11',
    ],
    [{ issue: { title: null, year: null, issue: null, date: null, page: '3' } }, 'issue', '第3版'],
    [{ issue: 'x' }, 'issue', ''],
  ])('%j: %s', (more, field, words) => {
    expect(searchedText(row(more), field)).toBe(words);
  });

  it('stand in one order, a line each', () => {
    const all = {
      title: '题',
      authors: ['甲'],
      unit: '乙',
      source: '丙',
      issue: null,
      keywords: ['丁'],
      abstract: '戊',
      note: '己',
    };
    expect(searchedTexts(row(all))).toBe('题\n甲\n乙\n丙\n\n丁\n戊\n己');
  });
});
