import { describe, expect, it } from 'vitest';
import { checkRow, isWhole, readableRow, readableRows } from '../../../../lib/collection/checked/check-row.ts';
import { noProvenance } from '../../../../lib/collection/checked/mends.ts';
import type { CheckedTable } from '../../../../lib/collection/checked/row-shapes.ts';
import { wholeRows } from '../../../support/whole-rows.ts';

const tables = Object.keys(wholeRows) as CheckedTable[];
const long = (size: number): string => '水'.repeat(size);
const hex = 'a'.repeat(64);
const copy = { archive: 'wayback', url: 'http://web.archive.org/web/1/http://a.cn/', capturedAt: '2007-07-02' };
const edit = { id: 'x1', madeAt: '2026-03-01', kind: 'corrected', found: '塘', text: '堤', after: null };
const page = { address: 'http://a.cn/2', charset: 'utf-8', sha256: hex, byteLength: 1, gzip: new Uint8Array([1]) };
const manners = { rest: [1, 2], backOff: 3, longestBackOff: 4, tries: 5 };
const counts = { waiting: 1, asked: 0, kept: 0, already: 0, failed: 0 };

describe('a whole row', () => {
  it.each(tables)('of %s is as it was', (table) => {
    const row = wholeRows[table];
    expect(checkRow(table, row)).toEqual({ is: 'whole', row });
    expect(isWhole(table, row)).toBe(true);
    expect(readableRow(table, row)).toBe(row);
    expect(checkRow(table, { ...row, later: 1 })).toEqual({ is: 'whole', row: { ...row, later: 1 } });
  });

  it.each<[CheckedTable, Record<string, unknown>]>([
    ['essays', { id: long(2000), note: long(100_001), publishedOn: '2005' }],
    ['essays', { archivedCopy: copy, givenCopy: copy, doc: undefined, readState: 'read', kind: 'news' }],
    [
      'essays',
      { archivedCopy: { ...copy, url: null, capturedAt: '2007-07-02T20:53Z' }, readState: 'reading', kind: 'notice' },
    ],
    [
      'essays',
      {
        textEdits: [edit, { ...edit, kind: 'put-back' }, { ...edit, kind: 'taken-out' }],
        lacks: ['a'],
        doubts: 0,
        checked: 'c1',
      },
    ],
    [
      'essays',
      { title: long(100_000), keptAt: '', edited: {}, length: 0, hits: null, issue: null, tags: [], authors: [] },
    ],
    ['captures', { originalForm: 'serialised', cleanedFrom: 'c0', tried: [{ address: 'a', reason: 'b' }] }],
    ['captures', { originalForm: 'file', takenFrom: { name: 'a', host: 'b', at: 'c' } }],
    [
      'bodies',
      {
        digest: hex,
        provenance: { ...noProvenance, missingPages: ['http://a.cn/2'], removals: [{ rule: 'a', text: 'b' }] },
      },
    ],
    ['originals', { otherPages: [page] }],
    ['images', { bytes: null, digest: hex }],
    ['highlights', { colour: 'yellow', position: { start: 3, end: 3 } }],
    ['highlights', { colour: 'blue' }],
    ['highlights', { colour: 'pink' }],
    ['fingerprints', { bands: Array(64).fill('a'), minhash: Array(64).fill(1) }],
    [
      'jobs',
      { state: 'paused', kind: 'tabs', choosing: true, years: { from: 1, to: 2, undated: false }, notice: 'wanted' },
    ],
    [
      'jobs',
      {
        state: 'stopped',
        kind: 'addresses',
        into: { shelf: '', tags: ['a'] },
        notice: 'told',
        counts: { ...counts, unchosen: 2 },
      },
    ],
    [
      'jobs',
      { state: 'done', kind: 'harvest', notice: 'seen', manners: { ...manners, rest: [0, 86_400_000], tries: 100 } },
    ],
    [
      'jobItems',
      { kind: 'list', state: 'unchosen', date: '2005', column: 'a', others: ['b'], digests: { a: 'b' }, tried: [] },
    ],
    ['jobItems', { state: 'asked' }],
    ['jobItems', { state: 'kept' }],
    ['jobItems', { state: 'already' }],
    ['jobItems', { state: 'failed' }],
  ])('of %s may hold %j', (table, parts) => {
    expect(isWhole(table, { ...wholeRows[table], ...parts })).toBe(true);
  });
});

describe('what is no row', () => {
  it.each(tables)('of %s: a text, a number, nothing', (table) => {
    for (const raw of ['x', 7, null, undefined]) {
      expect(checkRow(table, raw)).toEqual({ is: 'unreadable', lost: [] });
      expect(readableRow(table, raw)).toBeNull();
    }
  });

  it('is left out of several', () => {
    const { tags } = wholeRows;
    expect(readableRows('tags', [tags, 7, { ...tags, name: 7 }])).toEqual([tags, { ...tags, name: '水利' }]);
  });

  it('names all that is lost', () => {
    const row = { ...wholeRows.shelves, id: '', name: 7, order: 'a' };
    expect(checkRow('shelves', row)).toEqual({ is: 'unreadable', lost: ['id', 'name', 'order'] });
  });
});
