import { describe, expect, it } from 'vitest';
import { rowGiven, rowTaken } from '../../../../lib/collection/backup/handed/handed-row.ts';
import { withoutFolders } from '../../../../lib/collection/backup/handed/without-folders.ts';
import type { Row } from '../../../../lib/collection/backup/row-text.ts';
import { handedTables } from '../../../../lib/collection/backup/tables.ts';
import { wholeRows } from '../../../support/whole-rows.ts';

const handed = { title: '梯田', from: '王芳', own: true };
const openedAt = '2026-04-01T00:00:00.000Z';

/** All parts that a row of an essay may have. */
const essay: Row = {
  ...wholeRows.essays,
  trashedAt: '2026-03-02',
  cluster: 'k1',
  checked: 'c1',
  readState: 'read',
  givenCopy: { archive: 'wayback', url: 'http://a.cn', capturedAt: null },
  textEdits: [{ id: 'x' }],
  doubts: 1,
  lacks: ['missing-pages'],
};
const { doc: _doc, checked: _checked, readState: _readState, ...goes } = essay;
const blank = { note: '', keptAt: '', trashedAt: '', cluster: '' };

describe('a row that is handed over', () => {
  it('of an essay has what is known of the essay, and the sender’s words where they are to go along', () => {
    expect(rowGiven('essays', { ...essay, surprise: 1 }, { own: false })).toEqual({ ...goes, ...blank });
    expect(rowGiven('essays', essay, { own: true })).toEqual({ ...goes, ...blank, note: '记' });
  });

  it('of a version has all but from whom the sender has it', () => {
    const capture = { ...wholeRows.captures, cleanedFrom: 'c0', tried: 1 };
    const row = { ...capture, takenFrom: { name: '校方', host: '', at: '' }, surprise: 1 };
    expect(rowGiven('captures', row, { own: true })).toEqual(capture);
  });

  it.each(['tags', 'shelves'] as const)('of %s has its parts and no others', (table) => {
    expect(rowGiven(table, { ...wholeRows[table], surprise: 1 }, { own: true })).toEqual(wholeRows[table]);
  });

  it.each(handedTables.filter((table) => !['essays', 'captures', 'tags', 'shelves'].includes(table)))(
    'of %s is the row',
    (table) => {
      expect(rowGiven(table, wholeRows[table], { own: true })).toEqual(wholeRows[table]);
    },
  );

  it('is kept when the file was opened, and its version is of whoever handed it over', () => {
    const said = { ...essay, keptAt: '1990-01-01', note: '假' };
    expect(rowTaken('essays', said, { ...handed, own: false }, openedAt)).toEqual({
      ...goes,
      ...blank,
      keptAt: openedAt,
    });
    const takenFrom = { name: '校方', host: 'www.nbdx.cn', at: '1990-01-01' };
    expect(rowTaken('captures', { ...wholeRows.captures, takenFrom }, handed, openedAt)).toEqual({
      ...wholeRows.captures,
      takenFrom: { name: '王芳', host: '', at: openedAt },
    });
    expect(rowTaken('tags', wholeRows.tags, handed, openedAt)).toEqual(wholeRows.tags);
  });
});

describe('a row that leaves the computer', () => {
  const here = 'file:///D:/wangfang/a.htm';
  const there = 'file:///a.htm';

  it.each<[string, object, object]>([
    ['an essay of a page on the disk', { originalUrl: here, digest: 'd' }, { originalUrl: there }],
    [
      'an essay of a site',
      { originalUrl: 'http://a.cn/1', digest: 'd' },
      { originalUrl: 'http://a.cn/1', digest: 'd' },
    ],
    ['a version', { pageUrl: here, digest: 'd' }, { pageUrl: there, digest: 'd' }],
    ['no address', { pageUrl: 7, originalUrl: null }, { pageUrl: 7, originalUrl: null }],
    [
      'further pages',
      { otherPages: [{ address: here, charset: 'gbk' }, { address: 'http://a.cn/2' }] },
      { otherPages: [{ address: there, charset: 'gbk' }, { address: 'http://a.cn/2' }] },
    ],
    ['strange further pages', { otherPages: here }, { otherPages: here }],
    [
      'pages that could not be had',
      { provenance: { extractor: 'x', missingPages: [here, 7] } },
      { provenance: { extractor: 'x', missingPages: [there, 7] } },
    ],
    ['no such pages', { provenance: { extractor: 'x' } }, { provenance: { extractor: 'x' } }],
    ['no provenance', { provenance: null }, { provenance: null }],
    ['other parts', { id: 'e1', title: here }, { id: 'e1', title: here }],
  ])('of %s', (_, row, given) => {
    const before = structuredClone(row);
    expect(withoutFolders(row)).toEqual(given);
    expect(row).toEqual(before);
  });

  it('has no part that it had not', () => {
    expect(Object.keys(withoutFolders({ id: 'e1' }))).toEqual(['id']);
  });
});
